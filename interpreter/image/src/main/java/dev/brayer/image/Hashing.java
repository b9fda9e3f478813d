package dev.brayer.image;

import dev.brayer.pipeline.image.Digest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The hash that names content.
final class Hashing {
    private Hashing() {}

    static MessageDigest start() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException exception) {
            throw new IllegalStateException("every Java has SHA-256", exception);
        }
    }

    static Digest finish(MessageDigest hash) {
        return new Digest("sha256:" + HexFormat.of().formatHex(hash.digest()));
    }

    static Digest of(byte[] bytes) {
        MessageDigest hash = start();
        hash.update(bytes);
        return finish(hash);
    }

    /// The digits alone, which are a blob's file name in a layout.
    static String digits(Digest digest) {
        return digest.text().substring("sha256:".length());
    }
}
