import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The ahead-of-time caches of a program's folder, each recorded by the Java that will use it.
final class Caches {
    private final Path lib;
    private final Path javaHome;
    private final Path samples;
    private final Path workplace;

    /// @param lib the folder of the program's jars, where the caches go
    /// @param samples what the commands are trained on
    /// @param workplace a folder that the samples may be copied to
    Caches(Path lib, Path javaHome, Path samples, Path workplace) {
        this.lib = lib;
        this.javaHome = javaHome;
        this.samples = samples;
        this.workplace = workplace;
    }

    /// The cache of the commands that need nothing but the merged jar. The boot loader loads them: it asks neither for the
    /// place nor for the signers of a class, which costs the class path's loader a third of a check, and more where the
    /// folder is not where it was made.
    void light() throws IOException, InterruptedException {
        train("light", List.of("-Xbootclasspath/a:" + lib.resolve(MergedJar.NAME)));
    }

    /// The cache of all other commands, made where the program stands: it remembers that place for each class. Java
    /// uses it only when the libraries are allowed the same as here.
    void full(String classPath) throws IOException, InterruptedException {
        train(
                "full",
                List.of(
                        "--sun-misc-unsafe-memory-access=allow",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        classPath));
    }

    /// Runs the commands once in the Java that will run them, and keeps what they loaded and linked; not which methods
    /// were busy: compiling those at every start costs more than it saves.
    private void train(String which, List<String> classes) throws IOException, InterruptedException {
        Folders.delete(workplace);
        Folders.copyTree(samples, workplace);
        List<String> command = new ArrayList<>(List.of(
                javaHome.resolve("bin/java").toString(),
                "-XX:AOTCacheOutput=" + lib.resolve(which + ".aot"),
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:-AOTRecordTraining",
                "-XX:+UseSerialGC"));
        command.addAll(classes);
        command.addAll(List.of("dev.brayer.cli.Training", which, workplace.toString()));
        Programs.run(command);
    }

    /// The cache of the process that runs scripts. Here it pays to keep which methods were busy: the interpreter of
    /// JavaScript is large, and most of its start is spent in few of them.
    void scripts(String classPath) throws IOException, InterruptedException {
        Programs.run(List.of(
                javaHome.resolve("bin/java").toString(),
                "-XX:AOTCacheOutput=" + lib.resolve("script/script.aot"),
                "-XX:+UseSerialGC",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath,
                "dev.brayer.script.child.Training"));
    }
}
