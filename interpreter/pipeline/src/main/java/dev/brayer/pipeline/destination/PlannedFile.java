package dev.brayer.pipeline.destination;

import dev.brayer.pipeline.model.Sha256;

/// A file as a plan wants it in a destination.
///
/// @param path relative to the destination, with `/`
/// @param text the whole content, written as UTF-8
/// @param digest the SHA-256 of that content
/// @param meaning the SHA-256 of the content without what names only the run (deploy tag, snapshot,
///   commit of the stamps): files of one meaning differ in nothing that a cluster would act upon
public record PlannedFile(String path, String text, String digest, String meaning) {
    public PlannedFile {
        if (!isSafe(path)) {
            throw new IllegalArgumentException("not a path inside a destination: " + path);
        }
    }

    /// @param meaningful the content without the run's names
    public static PlannedFile of(String path, String text, String meaningful) {
        return new PlannedFile(path, text, Sha256.of(text), Sha256.of(meaningful));
    }

    /// Whether a path stays inside the destination and hides nothing of brayer's own.
    static boolean isSafe(String path) {
        if (path.isEmpty()
                || path.startsWith("/")
                || path.indexOf('\n') >= 0
                || path.indexOf('\0') >= 0) {
            return false;
        }
        for (String segment : path.split("/", -1)) {
            if (segment.isEmpty()
                    || segment.equals(".")
                    || segment.equals("..")
                    || segment.startsWith(".brayer-")) {
                return false;
            }
        }
        return true;
    }
}
