package dev.brayer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.brayer.document.Entry;
import dev.brayer.document.ListNode;
import dev.brayer.document.MapNode;
import dev.brayer.document.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/// The conformance suite through a program that checks and reports in JSON: this one in process, or
/// the shipped one.
final class Conformance {
    private static final Path FOLDER = TranscriptRunner.ROOT.resolve("spec/conformance");

    private static final Path PLACES = ConformanceTable.FOLDER.resolve("places.yml");

    /// `brayer WORDS` in a folder; gives what stands on standard output.
    interface Program {
        String run(List<String> words, Path folder) throws IOException, InterruptedException;
    }

    private final Program program;
    private final Path folder;

    /// @param folder for the policies that are made of tables
    Conformance(Program program, Path folder) {
        this.program = program;
        this.folder = folder;
    }

    /// One test for each cell of a table, after one run for all of them.
    Stream<DynamicTest> table(String name) throws IOException, InterruptedException {
        ConformanceTable table = ConformanceTable.read(name);
        StringBuilder policy = new StringBuilder();
        List<ConformanceTable.Case> cases = table.cases();
        for (int index = 0; index < cases.size(); index++) {
            if (!cases.get(index).isRefused()) {
                policy.append(cases.get(index).rule("Case" + index));
            }
        }
        JsonObject report = check(policy, table.input());
        assertEquals(List.of(), errors(report), "no other case than the refused ones is an error");
        Map<String, List<JsonObject>> findings = new TreeMap<>();
        for (JsonElement finding : report.getAsJsonArray("findings")) {
            findings.computeIfAbsent(string(finding, "rule"), rule -> new ArrayList<>())
                    .add(finding.getAsJsonObject());
        }
        List<String> unselected = new ArrayList<>();
        for (JsonElement rule : report.getAsJsonObject("summary").getAsJsonArray("unmatched")) {
            if (string(rule, "reason").equals("selector")) {
                unselected.add(string(rule, "rule"));
            }
        }
        assertEquals(List.of(), unselected, "rules that judged nothing");
        List<DynamicTest> tests = new ArrayList<>();
        for (int index = 0; index < cases.size(); index++) {
            ConformanceTable.Case one = cases.get(index);
            List<JsonObject> found = findings.getOrDefault("Case" + index, List.of());
            tests.add(
                    dynamicTest(
                            one.toString(),
                            () -> {
                                if (one.isRefused()) {
                                    assertEquals("refused", refused(table, one));
                                } else {
                                    assertEquals(one.expected(), outcome(one, found));
                                }
                            }));
        }
        return tests.stream();
    }

    private String refused(ConformanceTable table, ConformanceTable.Case one)
            throws IOException, InterruptedException {
        return errors(check(one.rule("Refused"), table.input())).isEmpty() ? "accepted" : "refused";
    }

    private static List<String> errors(JsonObject report) {
        List<String> errors = new ArrayList<>();
        for (JsonElement diagnostic : report.getAsJsonArray("diagnostics")) {
            if (string(diagnostic, "severity").equals("error")) {
                errors.add(start(diagnostic) + ": " + string(diagnostic, "message"));
            }
        }
        return errors;
    }

    /// The report about a policy and an input, in a folder of their own.
    private JsonObject check(CharSequence policy, Path input)
            throws IOException, InterruptedException {
        Path cases = Files.createTempDirectory(folder, "cases");
        Files.writeString(cases.resolve("policy.cop"), policy);
        Files.copy(input, cases.resolve("input.yml"));
        return report(cases);
    }

    private JsonObject report(Path cases) throws IOException, InterruptedException {
        List<String> words =
                List.of(
                        "brayer",
                        "check",
                        "--policy",
                        "policy.cop",
                        "--format",
                        "json",
                        "input.yml");
        return JsonParser.parseString(program.run(words, cases)).getAsJsonObject();
    }

    private static String outcome(ConformanceTable.Case one, List<JsonObject> findings) {
        if (one.isMessage()) {
            assertEquals(1, findings.size());
            return string(findings.getFirst(), "message");
        }
        if (findings.isEmpty()) {
            return "holds";
        }
        for (JsonObject finding : findings) {
            if (string(finding, "code").equals("failed")) {
                return "fails";
            }
        }
        return "open " + string(findings.getFirst(), "code");
    }

    /// One test for each condition of the table of places, after one run for all of them.
    Stream<DynamicTest> places() throws IOException, InterruptedException {
        MapNode root = ConformanceTable.map(ConformanceTable.readFile(PLACES));
        String selector = ConformanceTable.text(root.get("selector"));
        StringBuilder policy = new StringBuilder(ConformanceTable.text(root.get("definitions")));
        Map<String, List<String>> found = new TreeMap<>();
        List<DynamicTest> tests = new ArrayList<>();
        for (Entry clause : ConformanceTable.map(root.get("clauses")).entries()) {
            for (Entry one : ConformanceTable.map(clause.value()).entries()) {
                String rule = "Place" + tests.size();
                String written = one.name();
                policy.append("rule ").append(rule).append(" ensure ");
                policy.append(
                        written.startsWith("on ")
                                ? written + "\n"
                                : selector + " { " + written + " }\n");
                List<String> expected = new ArrayList<>();
                if (one.value() instanceof ListNode places) {
                    for (Node place : places.items()) {
                        expected.add(ConformanceTable.text(place));
                    }
                }
                tests.add(
                        dynamicTest(
                                clause.name() + ": " + written,
                                () -> assertEquals(expected, found.getOrDefault(rule, List.of()))));
            }
        }
        JsonObject report =
                check(policy, PLACES.resolveSibling(ConformanceTable.text(root.get("input"))));
        assertEquals(List.of(), errors(report));
        for (JsonElement finding : report.getAsJsonArray("findings")) {
            StringBuilder place = new StringBuilder(shortRange(finding));
            for (JsonElement related : finding.getAsJsonObject().getAsJsonArray("related")) {
                place.append(", related ").append(shortRange(related));
            }
            found.computeIfAbsent(string(finding, "rule"), rule -> new ArrayList<>())
                    .add(place.toString());
        }
        return tests.stream();
    }

    /// `4:1-4:5 $.spec`.
    private static String shortRange(JsonElement place) {
        return position(place, "start")
                + "-"
                + position(place, "end")
                + " "
                + string(place, "path");
    }

    /// One test for each folder with a policy and an input that has no version before.
    Stream<DynamicTest> folders() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        try (Stream<Path> folders = Files.list(FOLDER)) {
            for (Path one : folders.sorted().toList()) {
                if (Files.exists(one.resolve("policy.cop"))
                        && !Files.exists(one.resolve("before.yml"))) {
                    tests.add(
                            dynamicTest(
                                    String.valueOf(one.getFileName()),
                                    () ->
                                            assertEquals(
                                                    Files.readString(one.resolve("expected.txt")),
                                                    transcript(report(one)))));
                }
            }
        }
        assertTrue(tests.size() > 20);
        return tests.stream();
    }

    /// A report in the lines of `expected.txt`.
    private static String transcript(JsonObject report) {
        StringBuilder text = new StringBuilder();
        for (JsonElement diagnostic : report.getAsJsonArray("diagnostics")) {
            text.append(start(diagnostic))
                    .append(": ")
                    .append(string(diagnostic, "severity"))
                    .append(": ")
                    .append(string(diagnostic, "message"))
                    .append(" [")
                    .append(string(diagnostic, "code"))
                    .append("]\n");
            if (diagnostic.getAsJsonObject().has("hint")) {
                text.append("    hint: ").append(string(diagnostic, "hint")).append('\n');
            }
            if (diagnostic.getAsJsonObject().has("related")) {
                for (JsonElement related : diagnostic.getAsJsonObject().getAsJsonArray("related")) {
                    text.append("    ").append(start(related)).append(": ");
                    text.append(string(related, "message")).append('\n');
                }
            }
        }
        for (JsonElement finding : report.getAsJsonArray("findings")) {
            appendFinding(finding.getAsJsonObject(), text);
        }
        JsonObject summary = report.getAsJsonObject("summary");
        for (JsonElement unmatched : summary.getAsJsonArray("unmatched")) {
            text.append("unmatched: ").append(string(unmatched, "rule")).append(": ");
            text.append(string(unmatched, "reason")).append('\n');
        }
        return text.append("passed ")
                .append(summary.get("passed").getAsInt())
                .append(", failed ")
                .append(summary.get("failed").getAsInt())
                .append(", warned ")
                .append(summary.get("warned").getAsInt())
                .append(", sign-offs ")
                .append(summary.get("signoffs").getAsInt())
                .append('\n')
                .toString();
    }

    private static void appendFinding(JsonObject finding, StringBuilder text) {
        text.append(string(finding, "rule")).append(' ').append(string(finding, "action"));
        if (finding.has("role")) {
            text.append('(').append(string(finding, "role")).append(')');
        }
        text.append(' ')
                .append(string(finding, "code"))
                .append(' ')
                .append(range(finding))
                .append(string(finding, "side").equals("before") ? " (before)" : "")
                .append(' ')
                .append(string(finding, "path"))
                .append("\n    ")
                .append(string(finding, "message"))
                .append('\n');
        for (JsonElement related : finding.getAsJsonArray("related")) {
            text.append("    related: ").append(range(related)).append(' ');
            text.append(string(related, "path")).append('\n');
        }
    }

    /// `input.yml:4:1-4:5`.
    static String range(JsonElement place) {
        return start(place) + "-" + position(place, "end");
    }

    private static String start(JsonElement place) {
        String file = string(place, "file");
        return file.substring(file.lastIndexOf('/') + 1) + ":" + position(place, "start");
    }

    private static String position(JsonElement place, String side) {
        JsonObject position = place.getAsJsonObject().getAsJsonObject(side);
        return position.get("line").getAsInt() + ":" + position.get("column").getAsInt();
    }

    private static String string(JsonElement object, String name) {
        return object.getAsJsonObject().get(name).getAsString();
    }
}
