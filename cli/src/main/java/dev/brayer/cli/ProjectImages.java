package dev.brayer.cli;

import dev.brayer.image.EmbeddedImages;
import dev.brayer.image.ImageSetup;
import dev.brayer.image.TimeLimits;
import dev.brayer.pipeline.Project;
import dev.brayer.pipeline.image.Images;
import dev.brayer.pipeline.model.Pipeline;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Chooses who builds and keeps images: brayer itself.
final class ProjectImages {
    private ProjectImages() {}

    static Images of(Project project, Surroundings surroundings) {
        Pipeline pipeline = project.pipeline();
        return new EmbeddedImages(
                new ImageSetup(
                        project.root(),
                        project.git().map(git -> git.workTree()).orElse(project.root()),
                        pipeline.application(),
                        pipeline.registry(),
                        pipeline.images(),
                        project.state().folder().resolve("work"),
                        dockerConfiguration(surroundings.environment()),
                        TimeLimits.USUAL));
    }

    /// Where Docker, Podman and others keep credentials, if it is there.
    private static @Nullable Path dockerConfiguration(Map<String, String> environment) {
        String folder = environment.get("DOCKER_CONFIG");
        String home = environment.get("HOME");
        Path file = null;
        if (folder != null && !folder.isEmpty()) {
            file = Path.of(folder, "config.json");
        } else if (home != null && !home.isEmpty()) {
            file = Path.of(home, ".docker", "config.json");
        }
        return file != null && Files.isRegularFile(file) ? file : null;
    }
}
