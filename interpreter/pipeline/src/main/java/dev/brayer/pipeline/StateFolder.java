package dev.brayer.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// `.brayer/`, the folder below a project's root in which brayer keeps what is its own:
///
/// ```text
/// .brayer/
///   .gitignore        keeps the folder out of the application's repository
///   locks/NAME.lock   one for each formation, held by a running process
///   plan.json         the last plan
///   published         the images that runs published last
///   registry/         images, where pipeline.yml names no registry
///   snapshots.git/    snapshots, where pipeline.yml names no other place
/// ```
public final class StateFolder {
    private final Path folder;

    StateFolder(Path root) {
        folder = root.resolve(".brayer");
    }

    public Path folder() {
        return folder;
    }

    Path locks() {
        return folder.resolve("locks");
    }

    Path snapshots() {
        return folder.resolve("snapshots.git");
    }

    Path plan() {
        return folder.resolve("plan.json");
    }

    Path published() {
        return folder.resolve("published");
    }

    /// Makes the folder, and keeps it out of git.
    void create() throws IOException {
        Files.createDirectories(folder);
        Path ignore = folder.resolve(".gitignore");
        if (!Files.exists(ignore)) {
            write(ignore, "*\n");
        }
    }

    /// Replaces a file as a whole.
    void write(Path file, String text) throws IOException {
        Path fresh = Files.createTempFile(folder, "new-", ".tmp");
        try {
            Files.writeString(fresh, text);
            Files.move(
                    fresh,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
