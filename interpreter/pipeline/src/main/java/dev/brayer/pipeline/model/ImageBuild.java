package dev.brayer.pipeline.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// `build: { base: node, files: […], entrypoint: […] }`: files laid onto a base image, without
/// running anything.
///
/// @param base another image of the pipeline by its name, or a reference like one behind `from:`;
///   `null` starts from nothing
/// @param files what is copied, one layer each, later ones over earlier ones
/// @param process how a container of it starts
/// @param platforms what it is built for, `linux/amd64` where the file says nothing; several make
///   an index
public record ImageBuild(
        Pipeline.@Nullable Written base,
        List<CopiedFiles> files,
        ImageProcess process,
        List<ImagePlatform> platforms) {
    public ImageBuild {
        files = List.copyOf(files);
        platforms = platforms.isEmpty() ? List.of(ImagePlatform.USUAL) : List.copyOf(platforms);
    }
}
