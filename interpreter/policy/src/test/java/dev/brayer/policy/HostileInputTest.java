package dev.brayer.policy;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brayer.document.Document;
import dev.brayer.document.DocumentReader;
import dev.brayer.document.ReadOptions;
import dev.brayer.text.Source;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Random policies on random documents: whatever comes out, it is a verdict or diagnostics, and
/// never a crash.
final class HostileInputTest {
    private static final int RUNS = 4_000;
    private static final String[] NAMES = {
        "spec", "metadata", "x", "name", "first", "count", "items", "none", "tag"
    };
    private static final String[] LITERALS = {
        "1",
        "0",
        "-1",
        "0.5",
        "\"\"",
        "\"a\"",
        "\"1Gi\"",
        "\"5m\"",
        "\"1.2.3\"",
        "\"10.0.0.0/8\"",
        "\"nginx:1\"",
        "\"2026-01-01\"",
        "true",
        "false",
        "null",
        "[]",
        "[1, \"a\", null]",
        "(1..3)",
        "(\"a\"..\"c\")",
        "filename"
    };
    private static final String[] VALUES = {
        "1",
        "-0",
        "1e400",
        "0x1F",
        "a",
        "''",
        "~",
        "true",
        "1Gi",
        "100m",
        "[]",
        "{}",
        "[1, a, ~, [2]]",
        "{ name: a, x: 1 }",
        "nginx:latest",
        "1.2.3",
        "10.0.0.1",
        "\"\\u0000\\u202e\"",
        "2026-01-01",
        "1.5e-3",
        ".inf",
        "[{ name: a }, { x: ~ }]"
    };

    private final Random random = new Random(20_261_123);

    @Test
    void nothingCrashes() {
        int judged = 0;
        int findings = 0;
        for (int run = 0; run < RUNS; run++) {
            String policy = policy();
            LoadedPolicies loaded = PolicyLoader.load(List.of(Source.of("policy.cop", policy)));
            List<Document> documents = documents();
            if (loaded.policies().isPresent()) {
                judged++;
                Verdict verdict =
                        Judge.judge(
                                loaded.policies().get(),
                                documents,
                                JudgeOptions.standard().withSteps(20_000).withBefore(documents));
                findings += verdict.findings().size();
                for (Finding finding : verdict.findings()) {
                    assertFalse(finding.message().isEmpty(), policy);
                    finding.place().start();
                }
            } else {
                assertTrue(loaded.diagnostics().stream().anyMatch(one -> one.isError()), policy);
            }
        }
        assertTrue(judged > RUNS / 10, "only " + judged + " policies were judged");
        assertTrue(findings > RUNS / 10, "only " + findings + " findings");
    }

    private String policy() {
        StringBuilder text =
                new StringBuilder(
                        "var v = fetch(\""
                                + pick("$.spec.x", "$..name", "$")
                                + "\")\ndef d(a) = "
                                + simple("a")
                                + "\n");
        String selector =
                pick(
                        "on any",
                        "on Pod",
                        "on any where " + simple("metadata"),
                        "on workload",
                        "on removed any");
        String message =
                pick(
                        "",
                        "\"{metadata.name} {spec.x}\"",
                        "\"{" + value(1).replace("\"", "") + "}\"");
        text.append("rule R ensure ").append(selector).append(' ').append(message);
        return text.append(" { ").append(condition(4, "spec")).append(" }\n").toString();
    }

    private String condition(int depth, String name) {
        if (depth == 0) {
            return simple(name);
        }
        String loop = "l" + depth + random.nextInt(1_000);
        return switch (random.nextInt(10)) {
            case 0 -> "(" + condition(depth - 1, name) + " and " + condition(depth - 1, name) + ")";
            case 1 -> "(" + condition(depth - 1, name) + " or " + condition(depth - 1, name) + ")";
            case 2 -> "not " + condition(depth - 1, name);
            case 3, 4 ->
                    pick("every ", "any ", "no ")
                            + loop
                            + " in "
                            + value(depth - 1)
                            + pick("", " where " + condition(0, loop))
                            + " : "
                            + condition(depth - 1, loop);
            case 5 -> value(depth) + " exists";
            case 6 -> value(depth) + ".contains(" + value(depth - 1) + ")" + pick("", " == false");
            case 7 -> "d(" + value(depth - 1) + ")";
            default ->
                    value(depth)
                            + pick(" == ", " != ", " <= ", " > ", " in ", " not in ")
                            + value(depth);
        };
    }

    private String simple(String name) {
        String field = name + pick("", "." + pick(NAMES));
        return pick(
                field + " exists",
                field + " == " + pick(LITERALS),
                field + " != " + pick(LITERALS),
                field
                        + " < "
                        + pick("1", "\"1Gi\"", "\"1.2.3\"", "quantity(\"1\")", "semver(\"1.0.0\")"),
                field
                        + " in "
                        + pick(
                                "[1, \"a\"]",
                                "(1..3)",
                                "[]",
                                "ipaddress(\"10.0.0.0/8\")",
                                "spec.items".startsWith(name) ? name : "[null]"),
                field + " matches \"[a-z]+\"");
    }

    private String value(int depth) {
        if (depth <= 0) {
            return random.nextInt(4) == 0
                    ? pick(LITERALS)
                    : pick("spec.x", "spec.items", "metadata", "resource", "before");
        }
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> value(depth - 1) + "." + pick(NAMES);
            case 3 -> value(depth - 1) + "[" + value(depth - 2) + "]";
            case 4 ->
                    "("
                            + value(depth - 1)
                            + pick(" + ", " - ", " * ", " / ")
                            + value(depth - 1)
                            + ")";
            case 5 -> "(" + value(depth - 1) + " default " + value(depth - 1) + ")";
            case 6 ->
                    "fetch(\""
                            + pick("$", "$..x", "$.spec.items[*]", "$.spec[?@.x == 1]", "$..*")
                            + "\")"
                            + pick(
                                    "",
                                    ".first",
                                    ".as(:image).pick(:tag)",
                                    ".unique.count",
                                    ".extract(\"(.)\", 1)");
            case 7 ->
                    pick(
                                    "image",
                                    "semver",
                                    "quantity",
                                    "duration",
                                    "ipaddress",
                                    "date",
                                    "count",
                                    "sum",
                                    "keys",
                                    "containers")
                            + "("
                            + value(depth - 1)
                            + ")";
            case 8 ->
                    value(depth - 1)
                            + pick(
                                    ".at(1)",
                                    ".split(\"a\")",
                                    ".gsub(\"a\", \"b\")",
                                    ".as(:semver)",
                                    ".unique",
                                    ".pick(:x)");
            case 9 ->
                    pick("resources", "others")
                            + "("
                            + pick("\"Pod\"", "\"workload\"")
                            + ")"
                            + pick("", ".first", ".pick(:spec)");
            case 10 -> "[" + value(depth - 1) + ", " + value(depth - 1) + "]";
            default ->
                    pick(
                            "spec",
                            "metadata",
                            "resource",
                            "spec.x",
                            "spec.items",
                            "v",
                            "before.spec");
        };
    }

    private List<Document> documents() {
        StringBuilder text = new StringBuilder();
        for (int document = 0; document < 3; document++) {
            text.append("apiVersion: v1\nkind: ")
                    .append(pick("Pod", "Service", "Pod"))
                    .append("\nmetadata: ");
            text.append(
                            pick(
                                    "{ name: a }",
                                    "{}",
                                    "5",
                                    "{ name: [1] }",
                                    "&m { name: b, labels: { x: y } }"))
                    .append("\nspec:\n");
            for (String name : NAMES) {
                text.append("  ").append(name).append(": ").append(pick(VALUES)).append('\n');
            }
            text.append("---\n");
        }
        text.append(pick("5", "[1]", "a", "kind: Pod", "{}")).append('\n');
        return DocumentReader.read(Source.of("input.yml", text.toString()), ReadOptions.MANIFESTS)
                .documents();
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
