package dev.brayer.pipeline.model;

import org.jspecify.annotations.Nullable;

/// `linux/amd64`, `linux/arm/v7`: what an image runs on.
public record ImagePlatform(String system, String architecture, @Nullable String variant) {
    /// Where the file says nothing.
    public static final ImagePlatform USUAL = new ImagePlatform("linux", "amd64", null);

    /// The platform that a text names, or `null` when it names none.
    public static @Nullable ImagePlatform parse(String text) {
        int first = text.indexOf('/');
        if (first < 0) {
            return null;
        }
        int second = text.indexOf('/', first + 1);
        String system = text.substring(0, first);
        String architecture =
                second < 0 ? text.substring(first + 1) : text.substring(first + 1, second);
        String variant = second < 0 ? null : text.substring(second + 1);
        boolean whole =
                isWord(system) && isWord(architecture) && (variant == null || isWord(variant));
        return whole ? new ImagePlatform(system, architecture, variant) : null;
    }

    private static boolean isWord(String text) {
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            boolean plain = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
            if (!plain) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    @Override
    public String toString() {
        return system + "/" + architecture + (variant == null ? "" : "/" + variant);
    }
}
