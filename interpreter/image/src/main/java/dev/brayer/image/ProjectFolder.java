package dev.brayer.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/// Where the files of a project are looked for, and how far a path may lead.
///
/// @param root the project's root, to which paths are relative
/// @param boundary the git work tree, or the root outside git: no path leads out of it
record ProjectFolder(Path root, Path boundary) {
    /// The path that a project file names.
    Path resolve(String named) throws IOException {
        Path path;
        try {
            path = root.resolve(named).normalize();
        } catch (InvalidPathException exception) {
            throw ImageFailure.because(
                    ImageCode.FILE_MISSING, "`" + named + "` is no path", null, exception);
        }
        boolean leavesByName =
                !path.toAbsolutePath().startsWith(boundary.toAbsolutePath().normalize());
        boolean leavesByLink =
                Files.exists(path) && !path.toRealPath().startsWith(boundary.toRealPath());
        if (leavesByName || leavesByLink) {
            throw new ImageFailure(
                    ImageCode.FILE_UNUSABLE,
                    "`" + named + "` leads out of the project",
                    "paths are relative to the project's root and stay within its repository");
        }
        return path;
    }
}
