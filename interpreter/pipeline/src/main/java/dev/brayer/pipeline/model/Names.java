package dev.brayer.pipeline.model;

import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Place;

/// The form of names that become parts of labels, image names and file names.
final class Names {
    private static final int LONGEST = 63;

    private Names() {}

    /// Complains about a text that is no DNS label.
    static void check(String name, String what, Place place, Diagnostics diagnostics) {
        if (!isLabel(name)) {
            diagnostics.add(
                    Diagnostic.error(
                                    PipelineCode.WRONG_NAME,
                                    place,
                                    "`" + name + "` cannot be the name of " + what)
                            .withHint(
                                    "use lower-case letters, digits and hyphens, such as `"
                                            + proposal(name)
                                            + "`"));
        }
    }

    private static boolean isLabel(String name) {
        if (name.isEmpty()
                || name.length() > LONGEST
                || name.endsWith("-")
                || !isLetter(name.charAt(0))) {
            return false;
        }
        for (int at = 0; at < name.length(); at++) {
            if (!isPart(name.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    private static String proposal(String name) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < name.length() && text.length() < LONGEST; at++) {
            char character = Character.toLowerCase(name.charAt(at));
            boolean start = text.isEmpty();
            if (start ? isLetter(character) : isPart(character)) {
                text.append(character);
            } else if (!start && text.charAt(text.length() - 1) != '-') {
                text.append('-');
            }
        }
        while (!text.isEmpty() && text.charAt(text.length() - 1) == '-') {
            text.setLength(text.length() - 1);
        }
        return text.isEmpty() ? "shop" : text.toString();
    }

    private static boolean isLetter(char character) {
        return character >= 'a' && character <= 'z';
    }

    private static boolean isPart(char character) {
        return isLetter(character) || (character >= '0' && character <= '9') || character == '-';
    }
}
