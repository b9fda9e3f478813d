package dev.brayer.pipeline;

import dev.brayer.pipeline.destination.DestinationOwner;
import dev.brayer.pipeline.destination.DirectoryDestination;
import dev.brayer.pipeline.model.PipelineCode;
import dev.brayer.stencil.Destination;
import dev.brayer.stencil.Formation;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The destinations of formations, as things that can be written to.
final class Destinations {
    private final Project project;

    Destinations(Project project) {
        this.project = project;
    }

    /// The directory of a formation, `null` after a complaint that it has none.
    @Nullable DirectoryDestination of(Formation formation, Diagnostics diagnostics) {
        return switch (formation.destination()) {
            case null -> {
                diagnostics.add(
                        Diagnostic.error(
                                        PipelineCode.NO_DESTINATION,
                                        formation.name().place(),
                                        "formation `"
                                                + formation.name()
                                                + "` does not say where it goes")
                                .withHint(
                                        "add `destination: { directory: dist/"
                                                + formation.name()
                                                + " }`"));
                yield null;
            }
            case Destination.Directory directory -> directory(formation, directory, diagnostics);
            case Destination.Kubernetes cluster ->
                    notYet(formation, cluster, "a cluster", diagnostics);
            case Destination.Git repository ->
                    notYet(formation, repository, "a git repository", diagnostics);
        };
    }

    private static @Nullable DirectoryDestination notYet(
            Formation formation, Destination destination, String what, Diagnostics diagnostics) {
        diagnostics.add(
                Diagnostic.error(
                                PipelineCode.NOT_YET,
                                destination.place(),
                                "formation `"
                                        + formation.name()
                                        + "` goes to "
                                        + what
                                        + ", but this version deploys to directories")
                        .withHint(
                                "write `destination: { directory: dist/"
                                        + formation.name()
                                        + " }`; it can be checked and rendered as it is"));
        return null;
    }

    private @Nullable DirectoryDestination directory(
            Formation formation, Destination.Directory directory, Diagnostics diagnostics) {
        String path = directory.path().text();
        Path target = project.root().resolve(path).normalize();
        Path boundary = project.git().map(git -> git.workTree()).orElse(project.root()).normalize();
        boolean inside = !path.startsWith("/") && isInside(target, boundary);
        if (!inside || target.equals(project.root()) || project.root().startsWith(target)) {
            diagnostics.add(
                    Diagnostic.error(
                                    PipelineCode.OUTSIDE_PROJECT,
                                    directory.path().place(),
                                    inside
                                            ? "`" + path + "` holds the project itself"
                                            : "`" + path + "` leads out of the project")
                            .withHint(
                                    "name a folder of its own below the project, such as `dist/"
                                            + formation.name()
                                            + "`"));
            return null;
        }
        return new DirectoryDestination(
                target,
                project.folder().name(path),
                directory.path().place(),
                new DestinationOwner(project.pipeline().application(), formation.name().text()));
    }

    /// Also by way of symbolic links, as far as the path exists.
    private static boolean isInside(Path target, Path boundary) {
        Path existing = target;
        while (existing != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        try {
            return target.startsWith(boundary)
                    && existing != null
                    && existing.toRealPath().startsWith(boundary.toRealPath());
        } catch (IOException unreadable) {
            return false;
        }
    }
}
