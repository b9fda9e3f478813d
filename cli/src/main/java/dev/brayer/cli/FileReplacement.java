package dev.brayer.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;

/// Gives a file new content in one step: whoever reads it, or pulls the plug, meets the old text or
/// the new one.
final class FileReplacement {
    private FileReplacement() {}

    /// Links are followed, permissions are kept.
    static void replace(Path file, String text) throws IOException {
        Path target = file.toRealPath();
        Path folder = target.getParent();
        if (folder == null || !Files.isWritable(target)) {
            throw new IOException("no permission to write it");
        }
        Path fresh = Files.createTempFile(folder, ".brayer-", ".tmp");
        try {
            Files.write(fresh, text.getBytes(StandardCharsets.UTF_8));
            PosixFileAttributeView old =
                    Files.getFileAttributeView(target, PosixFileAttributeView.class);
            PosixFileAttributeView view =
                    Files.getFileAttributeView(fresh, PosixFileAttributeView.class);
            if (old != null && view != null) {
                view.setPermissions(old.readAttributes().permissions());
            }
            Files.move(
                    fresh,
                    target,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
