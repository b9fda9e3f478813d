package dev.brayer.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A project of one formation that deploys some ConfigMaps into `dist/production`.
final class SmallProject {
    final Path folder;

    private SmallProject(Path folder) {
        this.folder = folder;
    }

    /// @param stages the lines below `stages:`
    static SmallProject make(Path folder, int stencils, String stages) throws IOException {
        SmallProject project = new SmallProject(folder.toRealPath());
        // Reports name files from the git root; this keeps it inside.
        Files.createDirectories(folder.resolve(".git"));
        project.write(
                "formations/production.yml",
                """
                formation: production
                destination: { directory: dist/production }
                values: { release: one }
                """);
        for (int number = 1; number <= stencils; number++) {
            project.write(
                    "stencils/settings-" + number + ".yml",
                    """
                    apiVersion: v1
                    kind: ConfigMap
                    metadata: { name: settings-%d }
                    data: { release: "${release}" }
                    """
                            .formatted(number));
        }
        project.pipeline(stages);
        return project;
    }

    void pipeline(String stages) throws IOException {
        write(
                "pipeline.yml",
                "application: shop\nformations: [formations/production.yml]\nstages:\n"
                        + stages.indent(2));
    }

    void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.resolve("..").normalize());
        Files.writeString(file, text);
    }

    Path destination() {
        return folder.resolve("dist/production");
    }

    boolean isDeployed() {
        return Files.exists(destination());
    }

    /// The release in each deployed file, by name.
    Map<String, String> releases() throws IOException {
        Map<String, String> releases = new TreeMap<>();
        try (Stream<Path> files = Files.list(destination())) {
            for (Path file : files.filter(path -> path.toString().endsWith(".yml")).toList()) {
                String text = Files.readString(file);
                int start = text.indexOf("release: \"") + "release: \"".length();
                releases.put(
                        file.getFileName().toString(),
                        text.substring(start, text.indexOf('"', start)));
            }
        }
        return releases;
    }

    /// What lies beside the destination that is not it.
    List<String> leftBeside() throws IOException {
        if (!Files.exists(folder.resolve("dist"))) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder.resolve("dist"))) {
            files.forEach(file -> names.add(file.getFileName().toString()));
        }
        names.remove("production");
        return names;
    }
}
