package dev.brayer.cli;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Runs commands once while an ahead-of-time cache is recorded, so that their classes are in it.
/// Started by the packaging (`src/build/Distribution.java`) and by nobody else.
public final class Training {
    private Training() {}

    /// @param arguments `light` for the commands that need no library, `full` for those too that
    ///   keep snapshots; the folder with the files to work on
    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[1]);
        Path project = folder.resolve("project");
        run(folder, "--version");
        run(folder, "check", "--policy", "rules.cop", "manifests.yml");
        run(folder, "check", "--policy", "rules.cop", "--format", "json", "manifests.yml");
        run(folder, "check", "manifests.yml");
        run(
                folder,
                "check",
                "--policy",
                "broken.cop",
                "--policy",
                "rules.cop",
                "manifests.yml",
                "broken.yml");
        run(project, "check");
        run(project, "check", "--format=json", "--set", "replicas=4", "--fail-level", "warn");
        run(project, "render", "production");
        run(folder, "fmt", "--check", "rules.cop");
        run(folder, "lint", "rules.cop");
        run(folder, "chekc");
        if (arguments[0].equals("full")) {
            run(project, "run", "--set", "replicas=4");
            run(project, "run", "--set", "replicas=5", "--format=json");
            run(project, "plan");
            run(project, "diff");
            run(project, "history");
            run(project, "rollback", "production");
        }
    }

    private static void run(Path folder, String... words) {
        ByteArrayOutputStream ignored = new ByteArrayOutputStream();
        Surroundings surroundings =
                new Surroundings(
                        InputStream.nullInputStream(),
                        ignored,
                        ignored,
                        folder,
                        Map.of(),
                        false,
                        false);
        int exitCode = Program.run(List.of(words), surroundings);
        if (exitCode == 4) {
            throw new IllegalStateException("training met a bug at " + List.of(words));
        }
    }
}
