package dev.brayer.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.brayer.text.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// `test` blocks: those of the example pass, and a test that is wrong says what differs.
final class PolicyTesterTest {
    @Test
    void theTestsOfTheExamplePass() throws IOException {
        List<Source> policies = new ArrayList<>();
        Path folder = Path.of(System.getProperty("brayer.root", "../.."), "examples/shop/policies");
        try (var files = Files.list(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".cop")).sorted().toList()) {
                policies.add(Source.of("policies/" + file.getFileName(), Transcript.read(file)));
            }
        }
        List<PolicyTestResult> results = new PolicyTester(policies, LoadOptions.none()).run();
        assertFalse(results.isEmpty());
        for (PolicyTestResult result : results) {
            assertEquals(List.of(), result.problems(), result.place().toString());
        }
    }

    @Test
    void differencesAreSaid() {
        String policy =
                """
                param lowest = 80
                rule Ports ensure on Service where metadata.name != "skip" "port {p.port} is low" {
                    every p in spec.ports : p.port >= lowest
                }
                rule Keep ensure on Service { spec.clusterIP == before.spec.clusterIP }
                test Ports {
                    passes on "good.yml"
                    skips on "skip.yml"
                    fails "port 80 is low" at "spec.ports[0].port" on "good.yml"
                    with lowest = 81 fails at "spec.ports[0].port", "port 1 is low" on "good.yml"
                    with lowest = 81 passes on "good.yml"
                    skips on "good.yml"
                    passes on "skip.yml"
                    passes on "none.yml"
                    with other = 1 passes on "good.yml"
                }
                test Keep {
                    before "good.yml" passes on "good.yml"
                    before "skip.yml" skips on "good.yml"
                }
                """;
        LoadOptions options =
                LoadOptions.none()
                        .withImports(path ->
                                switch (path) {
                                    case "good.yml" ->
                                            Source.of(
                                                    path,
                                                    """
                                                    apiVersion: v1
                                                    kind: Service
                                                    metadata: { name: web }
                                                    spec: { clusterIP: a, ports: [{ port: 80 }] }
                                                    """);
                                    case "skip.yml" ->
                                            Source.of(
                                                    path,
                                                    """
                                                    apiVersion: v1
                                                    kind: Service
                                                    metadata: { name: skip }
                                                    """);
                                    default -> null;
                                });
        StringBuilder text = new StringBuilder();
        for (PolicyTestResult result :
                new PolicyTester(List.of(Source.of("policy.cop", policy)), options).run()) {
            text.append(result.place().start().line())
                    .append(": ")
                    .append(String.join("; ", result.problems()));
            text.append('\n');
        }
        assertEquals(
                """
                7:\s
                8:\s
                9: expected and not found: "port 80 is low" at "spec.ports[0].port"
                10: expected and not found: "port 1 is low"
                11: found and not expected: "port 80 is low" at "spec.ports[0].port"
                12: the rule judged the input instead of skipping it
                13: the rule skipped the input
                14: there is no file none.yml
                15: the policy has an error: policy.cop:1:1: error: no policy has a parameter `other` [policy-parameter-unknown]
                18:\s
                19:\s
                """,
                text.toString());
    }
}
