package dev.brayer.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.brayer.document.Document;
import dev.brayer.text.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// A rule that does too much ends as a finding, and the other rules go on.
final class LimitsTest {
    private static final List<Document> DOCUMENTS =
            Transcript.documents(
                    "input.yml",
                    "apiVersion: example.com/v1\nkind: Thing\nmetadata: { name: a }\nspec: { list: [1, 2, 3, 4] }\n");

    @Test
    void stepsAreLimited() {
        Verdict verdict =
                judge(
                        """
                        rule Much ensure on example.com Thing { every a in spec.list : every b in spec.list : every c in spec.list : a + b + c > 0 }
                        rule Little ensure on example.com Thing { spec.list.count == 4 }
                        """,
                        JudgeOptions.standard().withSteps(200));
        assertEquals(1, verdict.findings().size());
        Finding finding = verdict.findings().getFirst();
        assertEquals("Much", finding.rule());
        assertEquals(Finding.Code.LIMIT, finding.code());
        assertEquals("$", finding.path());
        assertEquals("the rule was given up: it took more than 200 steps", finding.message());
        assertEquals(1, verdict.summary().passed());
    }

    @Test
    void timeIsLimited() {
        AtomicInteger asked = new AtomicInteger();
        Verdict verdict =
                judge(
                        """
                        rule A ensure on example.com Thing { spec.list.count == 4 }
                        rule B ensure on example.com Thing { spec.list.count == 4 }
                        """,
                        JudgeOptions.standard().withExpired(() -> asked.incrementAndGet() > 1));
        assertEquals(1, verdict.summary().passed());
        assertEquals(
                "the rule was given up: the time for judging is over",
                verdict.findings().getFirst().message());
    }

    /// One step may compare lists of any length, and lists within lists that no file could hold.
    @Test
    void comparingListsTakesSteps() {
        StringBuilder policy =
                new StringBuilder(
                        """
                        def f0(x) = [x]
                        rule Long ensure on example.com Thing { spec.up == spec.down }
                        rule LongIn ensure on example.com Thing { every one in spec.up : one in spec.down }
                        rule Nested ensure on example.com Thing { f40(spec.list) == f40(spec.list) }
                        rule Some ensure on example.com Thing { spec.up == spec.up }
                        rule Again ensure on example.com Thing { every one in spec.up : (spec.up.count > 1 and spec.down.count > 1) }
                        """);
        for (int index = 1; index <= 40; index++) {
            policy.append("def f%d(x) = f%d([x, x])\n".formatted(index, index - 1));
        }
        List<String> words = new ArrayList<>();
        for (int index = 0; index < 10_000; index++) {
            words.add("w" + index);
        }
        String up = String.join(", ", words);
        String down = String.join(", ", words.reversed());
        Verdict verdict =
                Judge.judge(
                        PolicyLoader.load(List.of(Source.of("policy.cop", policy.toString())))
                                .policies()
                                .orElseThrow(),
                        Transcript.documents(
                                "input.yml",
                                "apiVersion: example.com/v1\nkind: Thing\nmetadata: { name: a }\nspec: { list: [1], up: [%s], down: [%s] }\n"
                                        .formatted(up, down)),
                        JudgeOptions.standard());
        assertEquals(
                List.of("Again", "Long", "LongIn", "Nested"),
                verdict.findings().stream().map(Finding::rule).sorted().toList());
        for (Finding finding : verdict.findings()) {
            assertEquals(Finding.Code.LIMIT, finding.code(), finding.message());
        }
    }

    /// Each limit alone is harmless; together they exceed any stack.
    @Test
    void theStackIsEnough() throws InterruptedException {
        StringBuilder policy =
                new StringBuilder(
                        "rule Deep ensure on example.com Thing { f95(spec.list) == [] }\n");
        for (int index = 95; index > 0; index--) {
            policy.append(
                    "def f"
                            + index
                            + "(x) = "
                            + "[".repeat(150)
                            + "f"
                            + (index - 1)
                            + "(x)"
                            + "]".repeat(150)
                            + "\n");
        }
        policy.append("def f0(x) = x\n");
        List<Boolean> ended = new ArrayList<>();
        Thread thread =
                new Thread(
                        null,
                        () -> {
                            LoadedPolicies loaded =
                                    PolicyLoader.load(
                                            List.of(Source.of("policy.cop", policy.toString())));
                            loaded.policies()
                                    .ifPresent(checked ->
                                            Judge.judge(
                                                    checked, DOCUMENTS, JudgeOptions.standard()));
                            ended.add(true);
                        },
                        "small",
                        2 * 1024 * 1024);
        thread.start();
        thread.join();
        assertEquals(List.of(true), ended);
    }

    @Test
    void definitionsThatDoubleAreCompiledOnce() {
        StringBuilder policy = new StringBuilder("def f0(x) = x + 1\n");
        for (int index = 1; index < 60; index++) {
            policy.append(
                    "def f" + index + "(x) = f" + (index - 1) + "(x) + f" + (index - 1) + "(x)\n");
        }
        policy.append("rule Wide ensure on example.com Thing { f59(spec.list[0]) > 0 }\n");
        Verdict verdict = judge(policy.toString(), JudgeOptions.standard());
        assertEquals(Finding.Code.LIMIT, verdict.findings().getFirst().code());
    }

    private static Verdict judge(String policy, JudgeOptions options) {
        LoadedPolicies loaded = PolicyLoader.load(List.of(Source.of("policy.cop", policy)));
        return Judge.judge(
                loaded.policies().orElseThrow(() -> new AssertionError(loaded.diagnostics())),
                DOCUMENTS,
                options);
    }
}
