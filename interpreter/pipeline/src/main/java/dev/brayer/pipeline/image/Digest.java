package dev.brayer.pipeline.image;

/// The content address of an image, `sha256:` and 64 hexadecimal digits.
public record Digest(String text) {
    private static final String PREFIX = "sha256:";
    private static final int LENGTH = PREFIX.length() + 64;

    public Digest {
        if (!isDigest(text)) {
            throw new IllegalArgumentException("not a digest: " + text);
        }
    }

    /// Whether `text` has the form of a digest.
    public static boolean isDigest(String text) {
        if (text.length() != LENGTH || !text.startsWith(PREFIX)) {
            return false;
        }
        for (int at = PREFIX.length(); at < LENGTH; at++) {
            char digit = text.charAt(at);
            boolean decimal = digit >= '0' && digit <= '9';
            boolean letter = digit >= 'a' && digit <= 'f';
            if (!decimal && !letter) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return text;
    }
}
