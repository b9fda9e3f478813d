package dev.brayer.grammar.policy;

import dev.brayer.grammar.policy.tree.Message;

/// Writes texts in three quotes, and messages.
final class TextPrinter {
    private TextPrinter() {}

    static String message(Message message, int indent) {
        StringBuilder text = new StringBuilder();
        int margin = indent;
        for (Message.Part part : message.parts()) {
            switch (part) {
                case Message.Text plain ->
                        text.append(plain.text().replace("{", "{{").replace("}", "}}"));
                case Message.Interpolation value -> {
                    String written = ExpressionPrinter.flat(value.expression());
                    // A text with line breaks inside a value must not be indented.
                    margin = written.indexOf('\n') < 0 ? margin : 0;
                    text.append('{').append(written).append('}');
                }
            }
        }
        String written = text.toString();
        if (!message.block()) {
            return "\"" + written + "\"";
        }
        return isOneLine(written) && !written.endsWith("\"")
                ? block(written, margin)
                : "\"\"\"" + lines(written + "\n", margin) + "\"\"\"";
    }

    /// A text in three quotes, its lines indented; a single line stays behind its quotes.
    static String block(String text, int indent) {
        return isOneLine(text)
                ? "\"\"\"" + text + "\"\"\""
                : "\"\"\"" + lines(text, indent) + "\"\"\"";
    }

    private static boolean isOneLine(String text) {
        return text.indexOf('\n') < 0 && text.indexOf('\r') < 0;
    }

    private static String lines(String text, int indent) {
        StringBuilder result = new StringBuilder("\n");
        boolean lineStart = true;
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            boolean lineBreak = character == '\n' || character == '\r';
            if (lineStart && !lineBreak) {
                result.append(" ".repeat(indent));
            }
            result.append(character);
            lineStart = lineBreak;
        }
        return result.append(lineStart ? " ".repeat(indent) : "").toString();
    }
}
