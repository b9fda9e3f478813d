package dev.brayer.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.brayer.document.Limits;
import dev.brayer.policy.value.JsonPaths;
import dev.brayer.text.Source;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Each number of `spec/language/limits.md` is the one that counts: what is as large is taken, what
/// is larger by one is not.
final class LimitsPageTest {
    private static final Path PAGE =
            Path.of(System.getProperty("brayer.root", "../.."), "spec/language/limits.md");

    /// Whether something of a size is taken.
    private interface Taken {
        boolean of(int size);
    }

    private static final Map<String, Taken> TRIED = new HashMap<>();

    static {
        TRIED.put(
                "characters of a file",
                size ->
                        loads(
                                "rule A ensure { fetch(\"a\").count == 0 }\n//",
                                size,
                                "policy-file-size"));
        TRIED.put(
                "levels of nesting",
                size ->
                        isFreeOf(
                                "policy-nesting",
                                "rule A ensure { " + "not ".repeat(size) + "a }"));
        TRIED.put(
                "digits of a number",
                size ->
                        isFreeOf(
                                "policy-number-length",
                                "rule A ensure { fetch(\"a\").count < " + "9".repeat(size) + " }"));
        TRIED.put("definitions, each called by the one before", LimitsPageTest::takesDefinitions);
        TRIED.put(
                "characters of a pattern",
                size ->
                        isFreeOf(
                                "policy-pattern",
                                "rule A ensure on any { metadata.name matches \""
                                        + "a".repeat(size)
                                        + "\" }"));
        TRIED.put(
                "levels of a filter in a JSONPath",
                size ->
                        isFreeOf(
                                "policy-json-path",
                                "rule A ensure { fetch(\"$[?"
                                        + "(".repeat(size - 1)
                                        + "@.a"
                                        + ")".repeat(size - 1)
                                        + "]\").count == 0 }"));
        TRIED.put(
                "characters of a quantity",
                size -> holds("quantity(spec.x) == 1", "x: \"" + "0".repeat(size - 1) + "1\""));
        TRIED.put(
                "characters of a duration",
                size ->
                        holds(
                                "duration(spec.x) == \"1s\"",
                                "x: \"" + "0".repeat(size - 2) + "1s\""));
        TRIED.put(
                "characters of a version",
                size -> holds("semver(spec.x) < \"1.0.0\"", "x: 1.0.0-" + "a".repeat(size - 6)));
        TRIED.put(
                "digits of a number that is read from a text",
                size ->
                        holds(
                                "[spec.x].as(:number).first < 0",
                                "x: \"-" + "1".repeat(size) + "\""));
        TRIED.put(
                "digits of both sides of a calculation together",
                size ->
                        isFreeOf(
                                "policy-operand-type",
                                "rule A ensure { ("
                                        + power(4_999)
                                        + ") * ("
                                        + power(size - 5_001)
                                        + ") > 1 }"));
        TRIED.put(
                "digits of a result before or behind the point",
                size ->
                        isFreeOf(
                                "policy-operand-type",
                                "rule A ensure { "
                                        + (tiny(99) + " * ").repeat(101)
                                        + tiny(size - 9_999)
                                        + " > 1 }"));
        TRIED.put(
                "characters of a value in a message",
                size -> !message("{spec.x}", "x: " + "a".repeat(size)).endsWith("…"));
        TRIED.put(
                "characters of a message",
                size ->
                        !message(
                                        "{spec.x}".repeat(size / 200) + "b".repeat(size % 200),
                                        "x: " + "a".repeat(200))
                                .endsWith("…"));
        TRIED.put("related places", LimitsPageTest::takesRelated);
    }

    /// A number with so many digits behind the point.
    private static String tiny(int digits) {
        return "0." + "0".repeat(digits - 1) + "1";
    }

    @TestFactory
    List<DynamicTest> numbers() {
        List<DynamicTest> tests = new ArrayList<>();
        page().forEach((row, number) -> {
            Taken taken = TRIED.get(row);
            if (taken != null) {
                tests.add(
                        dynamicTest(
                                row + ": " + number,
                                () -> {
                                    assertTrue(taken.of(number), "at the limit");
                                    assertFalse(taken.of(number + 1), "beyond it");
                                }));
            }
        });
        assertEquals(TRIED.size(), tests.size());
        return tests;
    }

    /// What is too large to be tried twice here is compared; other tests try it at smaller numbers.
    @Test
    void everyOtherNumberIsTheOneInTheProgram() {
        Map<String, Integer> others = new LinkedHashMap<>(page());
        others.keySet().removeAll(TRIED.keySet());
        assertEquals(
                Map.of(
                        "characters of the text",
                        Limits.DEFAULT.characters(),
                        "levels of lists and maps",
                        Limits.DEFAULT.depth(),
                        "nodes that the aliases of a document stand for",
                        Limits.DEFAULT.expansion(),
                        "documents",
                        Limits.DEFAULT.documents(),
                        "steps: each condition and each value that is looked at, an element of a list counts as one",
                        (int) JudgeOptions.standard().steps(),
                        "conditions, values and definitions one within the other",
                        JudgeOptions.standard().depth(),
                        "nodes that a JSONPath visits",
                        JsonPaths.MOST_VISITS),
                others);
    }

    private static Map<String, Integer> page() {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        for (String line : Transcript.read(PAGE).split("\n", -1)) {
            String[] cells = line.split("\\|", -1);
            if (cells.length > 2 && cells[2].strip().matches("[0-9,]+")) {
                numbers.put(cells[1].strip(), Integer.valueOf(cells[2].strip().replace(",", "")));
            }
        }
        return numbers;
    }

    private static boolean loads(String start, int size, String code) {
        return isFreeOf(code, start + "x".repeat(size - start.length()));
    }

    private static boolean isFreeOf(String code, String policy) {
        return load(policy).diagnostics().stream().noneMatch(one -> one.code().id().equals(code));
    }

    /// A number of `exponent` + 1 digits as a product of numbers that may be written.
    private static String power(int exponent) {
        StringBuilder product = new StringBuilder("1");
        for (int left = exponent; left > 0; left -= 900) {
            product.append(" * 1").append("0".repeat(Math.min(left, 900)));
        }
        return product.toString();
    }

    private static boolean takesDefinitions(int count) {
        StringBuilder policy = new StringBuilder("def f1(x) = x + 1\n");
        for (int index = 2; index <= count; index++) {
            policy.append("def f" + index + "(x) = f" + (index - 1) + "(x) + 1\n");
        }
        return isFreeOf(
                "policy-definition-depth",
                policy + "rule A ensure { f" + count + "(fetch(\"a\").count) > 0 }\n");
    }

    private static boolean holds(String condition, String field) {
        return judge("{ " + condition + " }", field).findings().isEmpty();
    }

    private static String message(String message, String field) {
        return judge("\"" + message + "\" { false }", field).findings().getFirst().message();
    }

    private static boolean takesRelated(int count) {
        StringBuilder sum = new StringBuilder("spec.a0");
        StringBuilder fields = new StringBuilder("a0: 1");
        for (int index = 1; index <= count; index++) {
            sum.append(" + spec.a").append(index);
            fields.append("\n  a").append(index).append(": 1");
        }
        Verdict verdict = judge("{ " + sum + " < 0 }", fields.toString());
        return verdict.findings().getFirst().related().size() == count;
    }

    private static Verdict judge(String rest, String field) {
        return Judge.judge(
                load("rule A ensure on any " + rest)
                        .policies()
                        .orElseThrow(() -> new AssertionError(rest)),
                Transcript.documents(
                        "input.yml",
                        "apiVersion: example.com/v1\nkind: Thing\nmetadata: { name: thing }\nspec:\n  "
                                + field
                                + "\n"),
                JudgeOptions.standard());
    }

    private static LoadedPolicies load(String policy) {
        return PolicyLoader.load(List.of(Source.of("policy.cop", policy)));
    }
}
