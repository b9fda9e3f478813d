package dev.brayer.grammar.policy;

import static dev.brayer.grammar.policy.ExpressionPrinter.STEP;

import dev.brayer.grammar.policy.tree.TestCase;

/// Writes the cases of a test.
final class TestPrinter {
    private TestPrinter() {}

    static void print(TestCase testCase, CommentCursor comments, StringBuilder out) {
        String indent = " ".repeat(STEP);
        for (TestCase.Setting setting : testCase.settings()) {
            comments.leading(out, setting.span().end(), STEP);
            out.append(indent);
            switch (setting) {
                case TestCase.With with -> {
                    String head = "with " + with.name() + " = ";
                    out.append(head)
                            .append(
                                    ExpressionPrinter.print(
                                            with.value(), STEP, STEP + head.length()));
                }
                case TestCase.Before before -> out.append("before ").append(input(before.source()));
            }
            comments.trailing(out, setting.span().end(), testCase.on().span().start());
            out.append('\n');
        }
        comments.leading(out, testCase.on().span().start(), STEP);
        out.append(indent)
                .append(expectation(testCase))
                .append(" on ")
                .append(input(testCase.on()));
        comments.trailing(out, testCase.span().end(), Integer.MAX_VALUE);
        out.append('\n');
    }

    private static String expectation(TestCase testCase) {
        return switch (testCase.expectation()) {
            case PASSES -> "passes";
            case SKIPS -> "skips";
            case FAILS -> failures(testCase);
        };
    }

    private static String failures(TestCase testCase) {
        StringBuilder flat = new StringBuilder("fails ");
        StringBuilder broken = new StringBuilder("fails ");
        for (int index = 0; index < testCase.failures().size(); index++) {
            String failure = failure(testCase.failures().get(index));
            flat.append(index == 0 ? "" : ", ").append(failure);
            broken.append(index == 0 ? "" : "," + ExpressionPrinter.newLine(STEP + STEP))
                    .append(failure);
        }
        return ExpressionPrinter.fits(flat.toString(), STEP + " on \"\"\"".length())
                ? flat.toString()
                : broken.toString();
    }

    private static String failure(TestCase.Failure failure) {
        String message = failure.message() == null ? "" : "\"" + failure.message().text() + "\"";
        String path = failure.path() == null ? "" : "at \"" + failure.path().text() + "\"";
        return message.isEmpty() || path.isEmpty() ? message + path : message + " " + path;
    }

    private static String input(TestCase.Input input) {
        return switch (input) {
            case TestCase.Yaml yaml -> TextPrinter.block(yaml.text(), STEP + STEP);
            case TestCase.File file -> "\"" + file.path() + "\"";
            case TestCase.Missing _ ->
                    throw new IllegalArgumentException("a missing input cannot be written");
        };
    }
}
