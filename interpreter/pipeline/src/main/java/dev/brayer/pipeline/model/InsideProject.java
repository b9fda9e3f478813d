package dev.brayer.pipeline.model;

import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Place;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/// Says of the paths in a project file whether they stay in the git work tree.
///
/// @param root the project's root, to which paths are relative
/// @param boundary the git work tree, or the root itself outside git
public record InsideProject(Path root, Path boundary) {
    /// Complains about a path that leads out; says whether it is fine.
    boolean check(String path, Place place, Diagnostics diagnostics) {
        if (contains(path)) {
            return true;
        }
        diagnostics.add(
                Diagnostic.error(
                                PipelineCode.OUTSIDE_PROJECT,
                                place,
                                "`" + path + "` leads out of the project")
                        .withHint(
                                "paths are relative to the folder of pipeline.yml and stay in its git work tree"));
        return false;
    }

    private boolean contains(String path) {
        try {
            return !path.startsWith("/") && root.resolve(path).normalize().startsWith(boundary);
        } catch (InvalidPathException noPath) {
            return false;
        }
    }
}
