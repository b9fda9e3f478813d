package dev.brayer.policy.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.brayer.policy.Finding;
import dev.brayer.policy.JudgeOptions;
import dev.brayer.policy.LoadOptions;
import dev.brayer.policy.coverage.Coverage;
import dev.brayer.policy.coverage.CoveragePoint;
import dev.brayer.policy.coverage.FileCoverage;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Source;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What tests come to, before anybody shows it; the transcripts of the command line have the rest.
final class PolicyTesterTest {
    private static final Map<String, String> FILES =
            Map.of(
                    "good.yml",
                    """
                    apiVersion: v1
                    kind: Service
                    metadata: { name: web }
                    spec: { loadBalancerIP: a, ports: [{ port: 80 }] }
                    """,
                    "skip.yml",
                    """
                    apiVersion: v1
                    kind: Service
                    metadata: { name: skip }
                    """);

    @Test
    void differencesAreSaid() {
        String policy =
                """
                param lowest = 80 param team: string = "shop"
                rule Ports ensure on Service where metadata.name != "skip" "port {p.port} is low" {
                    every p in spec.ports : p.port >= lowest
                }
                rule Keep ensure on Service { spec.loadBalancerIP == before.spec.loadBalancerIP }
                test Ports {
                    passes on "good.yml"
                    skips on "skip.yml"
                    fails "port 80 is low" at "spec.ports[0].port" on "good.yml"
                    with lowest = 81 fails at "spec.ports[0].port", "port 1 is low" on "good.yml"
                    with lowest = 81 fails "port 80 is low" at "spec.ports[0].prot" on "good.yml"
                    with lowest = 81 passes on "good.yml"
                    skips on "good.yml"
                    passes on "skip.yml"
                    passes on "none.yml"
                    with other = 1 passes on "good.yml"
                    with lowest = "x" passes on "good.yml"
                    with team = 5 passes on "good.yml"
                }
                test Keep {
                    before "good.yml" passes on "good.yml"
                    before "skip.yml" skips on "good.yml"
                }
                """;
        SuiteResult result = run(policy, LoadOptions.none(), null);
        StringBuilder text = new StringBuilder();
        for (CaseResult one : result.cases()) {
            text.append(one.place().start().line()).append(' ').append(one.name()).append(':');
            text.append(one.broken() ? " broken" : "");
            for (Difference difference : one.differences()) {
                text.append(' ').append(text(difference));
            }
            text.append('\n');
        }
        for (Diagnostic diagnostic : result.diagnostics()) {
            if (diagnostic.isError() && diagnostic.place() != null) {
                text.append(diagnostic.place().written())
                        .append(": ")
                        .append(diagnostic.message())
                        .append('\n');
            }
        }
        assertEquals(
                """
                7 Ports 1 passes on good.yml:
                8 Ports 2 skips on skip.yml:
                9 Ports 3 fails on good.yml: not found spec.ports[0].port
                10 Ports 4 fails on good.yml: not found null
                11 Ports 5 fails on good.yml: spec.ports[0].prot for spec.ports[0].port: did you mean `spec.ports[0].port`?
                12 Ports 6 passes on good.yml: not expected $.spec.ports[0].port
                13 Ports 7 skips on good.yml: judged
                14 Ports 8 passes on skip.yml: skipped
                15 Ports 9 passes on none.yml: broken
                16 Ports 10 passes on good.yml: broken
                17 Ports 11 passes on good.yml: broken
                18 Ports 12 passes on good.yml: broken
                21 Keep 1 passes on good.yml:
                22 Keep 2 skips on good.yml:
                policy.cop:15:15: there is no file none.yml
                policy.cop:16:5: no policy has a parameter `other`
                policy.cop:17:5: the parameter `lowest` is a number, `"x"` is none
                policy.cop:18:5: the parameter `team` is a string, `5` is none
                """,
                text.toString());
    }

    private static String text(Difference difference) {
        return switch (difference) {
            case Difference.Other(Expected expected, Finding found, String hint) ->
                    expected.path() + " for " + Expected.path(found) + ": " + hint;
            case Difference.NotFound(Expected expected) -> "not found " + expected.path();
            case Difference.NotExpected(Finding found) -> "not expected " + found.path();
            case Difference.Judged _ -> "judged";
            case Difference.Skipped _ -> "skipped";
            case Difference.Undecided undecided -> "undecided " + undecided.word();
            case Difference.NothingFound() -> "nothing found";
        };
    }

    /// `at "a"` may not take the finding that `"message" at "a"` needs.
    @Test
    void anExpectationLeavesTheFindingThatAnotherNeeds() {
        String policy =
                """
                rule Ports ensure on Service "port {p.port}" { every p in spec.ports : p.port > 80 }
                rule Both ensure on Service "{spec.type}" { spec.type == "a" or spec.type == "b" }
                test Ports {
                    fails "port 1", at "spec.ports[0].port", "port 2" at "spec.ports[1].port" on \"""
                        apiVersion: v1
                        kind: Service
                        metadata: { name: web }
                        spec: { ports: [{ port: 1 }, { port: 2 }, { port: 81 }] }
                        \"""
                }
                """;
        SuiteResult result = run(policy, LoadOptions.none(), null);
        List<Difference> differences = result.cases().getFirst().differences();
        assertEquals(1, differences.size(), differences.toString());
        assertEquals("not found spec.ports[0].port", text(differences.getFirst()));
        assertEquals(2, result.rules().size());
        assertEquals(1, result.tested().size());
    }

    @Test
    void whatGoesToOnePolicyIsNotUnknownToTheOthers() {
        Source given = Source.of("command line", "--param lowest=81");
        LoadOptions options =
                LoadOptions.none()
                        .withParameters(Map.of("lowest", new LoadOptions.Argument("81", given)));
        PolicyTester tester = new PolicyTester(options, JudgeOptions.standard(), null, null);
        String with = "param lowest = 1\nrule A ensure on Service { spec.x default 1 > lowest }\n";
        assertEquals(List.of(), errors(tester, "rule B ensure { fetch(\"$.a\").count > 1 }"));
        assertEquals(1, tester.unknownParameters().size());
        assertEquals(
                List.of(), errors(tester, with.replace("spec.x default 1", "count(metadata)")));
        assertEquals(List.of(), tester.unknownParameters());
    }

    private static List<String> errors(PolicyTester tester, String policy) {
        SuiteResult result = tester.run(new TestSuite.OfFile(Source.of("policy.cop", policy)));
        return result.diagnostics().stream()
                .filter(Diagnostic::isError)
                .map(Diagnostic::toString)
                .toList();
    }

    @Test
    void coverageKnowsWhatWasNotExercised() {
        String policy =
                """
                def low(port) = port < 1024
                def unused(x) = x == 1
                rule Ports ensure on Service where metadata.name != "skip" "port {p.port} of {metadata.name}" {
                    every p in spec.ports : (not low(p.port) or p.name default "" == "dns")
                }
                test Ports {
                    fails "port 80 of web" on "good.yml"
                    skips on "skip.yml"
                }
                """;
        Coverage coverage = new Coverage();
        run(policy, LoadOptions.none(), coverage);
        StringBuilder text = new StringBuilder();
        for (FileCoverage file : coverage.files()) {
            for (CoveragePoint point : file.points()) {
                text.append(point.place().start().line())
                        .append(':')
                        .append(point.place().start().column())
                        .append(' ')
                        .append(point.kind().word())
                        .append(' ')
                        .append(point.seen())
                        .append(" not ")
                        .append(point.missing())
                        .append('\n');
            }
            text.append(file.seen()).append(" of ").append(file.possible());
        }
        assertEquals(
                """
                1:5 definition [CALLED] not []
                1:17 condition [HOLDS] not [FAILS]
                2:5 definition [] not [CALLED]
                3:19 selector [MATCHED, SKIPPED] not []
                3:36 where [SELECTED, LEFT_OUT] not []
                3:67 message [SHOWN] not []
                3:79 message [SHOWN] not []
                4:5 quantifier [ELEMENT_FAILS] not [NO_ELEMENT, ELEMENT_HOLDS]
                4:34 condition [HOLDS] not [FAILS, DECIDES]
                4:49 condition [FAILS] not [HOLDS, DECIDES]
                4:49 default [TAKEN] not [NOT_TAKEN]
                12 of 21\
                """,
                text.toString());
    }

    private static SuiteResult run(
            String policy, LoadOptions options, @Nullable Coverage coverage) {
        LoadOptions files =
                options.withImports(path ->
                        FILES.containsKey(path)
                                ? Source.of(path, FILES.getOrDefault(path, ""))
                                : null);
        Source source = Source.of("policy.cop", policy);
        if (coverage != null) {
            coverage.addFile(source);
        }
        return new PolicyTester(files, JudgeOptions.standard(), null, coverage)
                .run(new TestSuite.OfFile(source));
    }
}
