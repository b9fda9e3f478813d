package dev.brayer.image;

import dev.brayer.pipeline.model.ImageDeclaration;
import dev.brayer.pipeline.model.Pipeline;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the image side of a project has to know.
///
/// @param root the project's root, to which paths are relative
/// @param boundary the git work tree, or the root outside git: no path leads out of it
/// @param application the application, which is part of every image's address
/// @param registry `oci:FOLDER` or a registry's name
/// @param images all declarations, so that one image can be the base of another
/// @param workFolder for layers in the making; below `.brayer/`
/// @param dockerConfiguration Docker's config.json with credentials; `null` to be nobody
/// @param limits how long a registry may take
public record ImageSetup(
        Path root,
        Path boundary,
        String application,
        Pipeline.Written registry,
        List<ImageDeclaration> images,
        Path workFolder,
        @Nullable Path dockerConfiguration,
        TimeLimits limits) {
    public ImageSetup {
        images = List.copyOf(images);
    }
}
