package dev.brayer.cli;

import dev.brayer.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Changes policies and manifests: mostly so that they stay readable, since what cannot be parsed
/// tries nothing but the parser.
final class FuzzMutator {
    private static final List<String> PIECES =
            List.of(
                    "\"",
                    "\"\"\"",
                    "{",
                    "}",
                    "(",
                    ")",
                    "[",
                    "]",
                    " and ",
                    " or ",
                    " not ",
                    " every x in ",
                    ":",
                    "rule ",
                    "/*",
                    "*/",
                    "//",
                    "$",
                    "'",
                    "1Gi",
                    " -> console ",
                    ".",
                    "..",
                    "=",
                    "<",
                    " exists ",
                    " default ",
                    " on ",
                    "\u0000",
                    "\u202e",
                    "😀",
                    "\\",
                    ",",
                    " any ",
                    " where ",
                    "\nvar x = ",
                    "\n",
                    " test ",
                    "\r\n",
                    "0.",
                    "-",
                    " in ",
                    " matches ",
                    ".count",
                    ".first",
                    "[0]",
                    "before.",
                    " + ",
                    " / ");

    private static final List<String> VALUES =
            List.of(
                    "~",
                    "1",
                    "-0",
                    "0x1F",
                    "1e400",
                    ".inf",
                    ".nan",
                    "true",
                    "no",
                    "\"\"",
                    "a",
                    "1Gi",
                    "100m",
                    "30s",
                    "[]",
                    "{}",
                    "[1, a, ~, [2]]",
                    "{ name: a, x: 1 }",
                    "[{ name: a }, { name: ~ }]",
                    "nginx",
                    "nginx:latest",
                    "[::1]:5000/x",
                    "a@sha256:0",
                    "1.2.3",
                    "10.0.0.0/8",
                    "\"::/0\"",
                    "2026-01-01",
                    "2026-01-01T00:00:00Z",
                    "\"\\u0000\\u202e\"",
                    "'it''s'",
                    "|\n      a\n      b",
                    "99999999999999999999999999",
                    "1.10",
                    "&a [1]",
                    "!!binary aGk=",
                    "\"😀\"",
                    "*",
                    "(",
                    "web");

    private static final List<String> WRAPS =
            List.of(
                    "not (%)",
                    "(%) == true",
                    "(%) == false",
                    "(%) != null",
                    "((%) and (%))",
                    "((%) or (%))",
                    "(%) exists",
                    "(% default 1)",
                    "(%) in [%]",
                    "any z9 in [%] : z9 == %",
                    "every z9 in [%, 1] : (z9 exists)",
                    "no z9 in (%) : z9 == 1",
                    "every k9, v9 in (%) where k9 exists : v9 matches \"a*\"",
                    "count(%)",
                    "(%).count",
                    "(%).first",
                    "(%)[0]",
                    "(%)[\"name\"]",
                    "-(%)",
                    "((%) + (%))",
                    "((%) / 0)",
                    "(% .. %)",
                    "fetch(\"$..name\")",
                    "others(\"Service\")",
                    "image(%)",
                    "quantity(%)",
                    "semver(%)",
                    "(%).as(:quantity)",
                    "(%).pick(:name)",
                    "(%).contains(%)");

    private final FuzzCorpus corpus;
    private final Random random;

    FuzzMutator(FuzzCorpus corpus, long seed) {
        this.corpus = corpus;
        this.random = new Random(seed);
    }

    /// A policy of the corpus with some expressions exchanged, and now and then with some letters.
    String policy() {
        String text = pick(corpus.policies());
        for (int change = random.nextInt(4); change > 0; change--) {
            text = withOtherExpression(text);
        }
        return random.nextInt(5) == 0 ? garbled(text) : text;
    }

    /// Some documents of the corpus, each with some values exchanged.
    String manifests() {
        StringBuilder text = new StringBuilder();
        for (int document = 1 + random.nextInt(5); document > 0; document--) {
            String one = pick(corpus.manifests());
            for (int change = random.nextInt(4); change > 0; change--) {
                one = withOtherLine(one);
            }
            text.append("---\n").append(one);
        }
        return random.nextInt(20) == 0 ? garbled(text.toString()) : text.toString();
    }

    private String withOtherExpression(String policy) {
        List<Span> spans = FuzzCorpus.expressions(policy);
        if (spans.isEmpty()) {
            return policy;
        }
        Span span = pick(spans);
        String old = policy.substring(span.start(), span.end());
        String other =
                switch (random.nextInt(3)) {
                    case 0 -> "(" + pick(corpus.expressions()) + ")";
                    case 1 -> {
                        Span same = pick(spans);
                        yield "(" + policy.substring(same.start(), same.end()) + ")";
                    }
                    default -> pick(WRAPS).replace("%", old);
                };
        return policy.substring(0, span.start()) + other + policy.substring(span.end());
    }

    private String withOtherLine(String manifest) {
        List<String> lines = new ArrayList<>(manifest.lines().toList());
        int at = random.nextInt(lines.size());
        String line = lines.get(at);
        int colon = line.indexOf(": ");
        switch (random.nextInt(6)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(at, line);
            case 2 -> lines.set(at, line.stripTrailing() + (line.endsWith(":") ? " " : "") + "~");
            default -> {
                if (colon > 0) {
                    lines.set(at, line.substring(0, colon + 2) + pick(VALUES));
                }
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private String garbled(String text) {
        StringBuilder changed = new StringBuilder(text);
        for (int change = random.nextInt(4); change >= 0; change--) {
            int at = random.nextInt(changed.length() + 1);
            switch (random.nextInt(4)) {
                case 0 -> changed.delete(at, Math.min(changed.length(), at + random.nextInt(12)));
                case 1, 2 -> changed.insert(at, pick(PIECES));
                default -> {
                    int end = Math.min(changed.length(), at + random.nextInt(80));
                    changed.insert(
                            random.nextInt(changed.length() + 1), changed.substring(at, end));
                }
            }
        }
        return changed.toString();
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
