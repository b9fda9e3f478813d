package dev.brayer.cli;

import dev.brayer.pipeline.Project;
import dev.brayer.pipeline.Scripting;
import dev.brayer.script.ScriptRuntime;
import dev.brayer.script.Scripts;
import dev.brayer.script.wire.Limits;
import dev.brayer.stencil.ProjectFolder;
import dev.brayer.text.Source;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What runs scripts: the folder `script` beside the program's own jar, in the Java that the
/// program runs in.
final class ProjectScripts {
    private ProjectScripts() {}

    static Scripting of(Project project, Surroundings surroundings) {
        ProjectFolder folder = project.folder();
        Scripts scripts =
                scripts(Limits.STANDARD, path -> file(folder, path), printer(surroundings));
        return new Scripting(scripts, scripts);
    }

    /// For scripts that belong to no project and so have no files to read.
    static Scripts alone(Limits limits, Scripts.Console console) {
        return scripts(limits, path -> null, console);
    }

    /// What a script prints goes to standard error: standard output is the report's.
    static Scripts.Console printer(Surroundings surroundings) {
        return (script, error, line) -> surroundings.say(script.name() + ": " + line + "\n");
    }

    private static Scripts scripts(Limits limits, Scripts.Files files, Scripts.Console console) {
        return new Scripts(runtime(System.getProperty("brayer.lib")), limits, files, console);
    }

    private static @Nullable Source file(ProjectFolder folder, String path) {
        return folder.read(path) instanceof ProjectFolder.Read.Text text ? text.source() : null;
    }

    /// @param lib the folder with the program's jars; `null` where it runs from its classes, as in
    ///   tests
    private static ScriptRuntime runtime(@Nullable String lib) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        if (lib == null) {
            return new ScriptRuntime(java, List.of(), System.getProperty("java.class.path"));
        }
        Path folder = Path.of(lib, "script").toAbsolutePath();
        List<String> options = new ArrayList<>();
        Path cache = folder.resolve("script.aot");
        if (Files.isRegularFile(cache)) {
            options.add("-XX:AOTCache=" + cache);
            options.add("-XX:+UnlockDiagnosticVMOptions");
            options.add("-XX:ArchiveRelocationMode=0");
        }
        return new ScriptRuntime(java, options, classPath(folder.toFile()));
    }

    private static String classPath(File folder) {
        String[] names = folder.list((in, name) -> name.endsWith(".jar"));
        StringBuilder path = new StringBuilder();
        if (names != null) {
            Arrays.sort(names);
            for (String name : names) {
                path.append(path.isEmpty() ? "" : File.pathSeparator);
                path.append(folder).append(File.separatorChar).append(name);
            }
        }
        return path.toString();
    }
}
