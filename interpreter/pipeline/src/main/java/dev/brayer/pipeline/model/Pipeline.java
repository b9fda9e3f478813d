package dev.brayer.pipeline.model;

import dev.brayer.policy.CustomWorkload;
import dev.brayer.text.Place;
import dev.brayer.text.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A `pipeline.yml` that was read and found whole.
///
/// @param source the file
/// @param application the application's name, a DNS label
/// @param registry where images are kept: `oci:FOLDER` or a registry's name
/// @param policies policy files, folders and `std/…`, for every formation
/// @param schemas files and folders with custom resource definitions
/// @param workloads custom kinds that have pods
/// @param images what is built or fetched, in the order of the file
/// @param formations the formation files
/// @param stages the stages, each after those it needs
/// @param snapshots where snapshots are kept: a git URL or a path; `null` for the project's own
///   `.brayer/`
/// @param limit after this time a run is stopped
public record Pipeline(
        Source source,
        String application,
        Written registry,
        List<Written> policies,
        List<Written> schemas,
        List<CustomWorkload> workloads,
        List<ImageDeclaration> images,
        List<Written> formations,
        List<Stage> stages,
        @Nullable Written snapshots,
        @Nullable TimeLimit limit) {
    /// Where images go when the file names no registry.
    public static final String DEFAULT_REGISTRY = "oci:.brayer/registry";

    /// What a registry that is an OCI layout folder begins with.
    public static final String FOLDER = "oci:";

    /// A text of the file with its place.
    public record Written(String text, Place place) {}

    public Pipeline {
        policies = List.copyOf(policies);
        schemas = List.copyOf(schemas);
        workloads = List.copyOf(workloads);
        images = List.copyOf(images);
        formations = List.copyOf(formations);
        stages = List.copyOf(stages);
    }

    /// The declaration of an image.
    public @Nullable ImageDeclaration image(String name) {
        for (ImageDeclaration image : images) {
            if (image.name().equals(name)) {
                return image;
            }
        }
        return null;
    }
}
