package dev.brayer.policy.validate;

/// A piece of a policy as a message quotes it.
final class Quotation {
    private static final int LONGEST = 60;

    private Quotation() {}

    static String of(String written) {
        StringBuilder text = new StringBuilder("`");
        boolean space = false;
        for (int index = 0; index < written.length(); index++) {
            char character = written.charAt(index);
            if (character <= ' ') {
                space = true;
                continue;
            }
            if (text.length() > LONGEST) {
                return text.append("…`").toString();
            }
            text.append(space ? " " : "").append(character);
            space = false;
        }
        return text.append('`').toString();
    }
}
