package dev.brayer.stencil;

import java.util.List;

/// How values look on one line of a table: JSON, cut when it is long.
final class ShownValues {
    private static final int LONGEST = 120;

    private ShownValues() {}

    static String quoted(String text) {
        StringBuilder out = new StringBuilder(text.length() + 2);
        out.append('"');
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            switch (character) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (Character.isISOControl(character)
                            || Character.getType(character) == Character.FORMAT) {
                        String digits = Integer.toHexString(character);
                        out.append("\\u").append("0".repeat(4 - digits.length())).append(digits);
                    } else {
                        out.append(character);
                    }
                }
            }
            if (out.length() > LONGEST) {
                return out.append("…\"").toString();
            }
        }
        return out.append('"').toString();
    }

    static String items(List<Value> items) {
        StringBuilder out = new StringBuilder("[");
        String separator = "";
        for (Value item : items) {
            out.append(separator).append(item.shown());
            separator = ", ";
            if (out.length() > LONGEST) {
                return out.append(", …]").toString();
            }
        }
        return out.append(']').toString();
    }

    static String fields(List<Value.Field> fields) {
        StringBuilder out = new StringBuilder("{");
        String separator = "";
        for (Value.Field field : fields) {
            out.append(separator)
                    .append(quoted(field.key()))
                    .append(": ")
                    .append(field.value().shown());
            separator = ", ";
            if (out.length() > LONGEST) {
                return out.append(", …}").toString();
            }
        }
        return out.append('}').toString();
    }
}
