package dev.brayer.cli;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/// A machine as the launchers see it: what is on its PATH, and where JDKs are installed. Java and
/// Maven on it are scripts that say how they were called; the launchers are the real ones.
final class FakeMachine {
    /// What the launchers, the scripts here and nothing else may start.
    private static final List<String> TOOLS =
            List.of(
                    "sh",
                    "find",
                    "readlink",
                    "mkdir",
                    "ln",
                    "rm",
                    "rmdir",
                    "sed",
                    "tail",
                    "sleep",
                    "cat",
                    "chmod",
                    "touch");

    private static final String INSTALL_FOLDERS = "/usr/lib/jvm/*";

    private final Path root;
    private final Map<String, String> environment = new TreeMap<>();

    /// How a launcher ended.
    record End(int exitCode, String out, String err) {}

    /// A launcher that runs, and the files that its streams go to.
    record Started(Process process, Path out, Path err) {}

    /// @param root an empty folder in which all of it stands
    FakeMachine(Path root) throws IOException {
        this.root = root;
        Files.createDirectories(root.resolve("home"));
        Files.createDirectories(root.resolve("jvm"));
        Path tools = Files.createDirectories(root.resolve("tools"));
        for (String tool : TOOLS) {
            script(tools.resolve(tool), "exec " + real(tool) + " \"$@\"\n");
        }
        environment.put("PATH", tools.toString());
        environment.put("HOME", root.resolve("home").toString());
    }

    private static Path real(String tool) {
        for (String folder : System.getenv("PATH").split(":")) {
            Path file = Path.of(folder, tool);
            if (Files.isExecutable(file)) {
                return file;
            }
        }
        throw new IllegalStateException(tool + " is not on the PATH");
    }

    void set(String variable, String value) {
        environment.put(variable, value);
    }

    void addToPath(Path folder) {
        environment.merge("PATH", folder.toString(), (there, added) -> added + ":" + there);
    }

    /// Installs a JDK where Debian has them. Its `java` prints its arguments, one a line.
    Path installJava(String name, String version) throws IOException {
        Path home = root.resolve("jvm").resolve(name);
        makeJava(home, version);
        return home;
    }

    static void makeJava(Path home, String version) throws IOException {
        script(
                home.resolve("bin/java"),
                """
                for argument in "$@"; do printf '%s\\n' "$argument"; done
                """);
        script(home.resolve("bin/javac"), "exit 0\n");
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    }

    /// Puts a script called `mvn` on the PATH.
    void installMaven(String text) throws IOException {
        Path folder = root.resolve("maven/bin");
        script(folder.resolve("mvn"), text);
        addToPath(folder);
    }

    static void script(Path file, String text) throws IOException {
        Files.createDirectories(file.resolve("..").normalize());
        Files.writeString(file, "#!/bin/sh\n" + text);
        assertTrue(file.toFile().setExecutable(true));
    }

    /// Copies a script of the repository, so that it finds only the JDKs of this machine.
    void copy(String from, Path to) throws IOException {
        String text = Files.readString(TranscriptRunner.ROOT.resolve(from));
        Files.createDirectories(to.resolve("..").normalize());
        Files.writeString(to, text);
        assertTrue(to.toFile().setExecutable(true));
    }

    /// `find-java.sh`, looking into this machine's folders instead of the real one's.
    void copyFinder(Path to) throws IOException {
        String text =
                Files.readString(
                        TranscriptRunner.ROOT.resolve("cli/src/main/distribution/find-java.sh"));
        String here = "\"" + root.resolve("jvm") + "\"/*";
        String changed =
                text.replace(INSTALL_FOLDERS, here)
                        .replaceAll("(?m)^( +)/(Library|opt|usr/local|usr/java)/", "$1/nowhere/$2/")
                        .replace("/opt/jdk*", "/nowhere/jdk*")
                        .replace("/usr/java/*", "/nowhere/java/*")
                        .replace("/usr/libexec/java_home", "/nowhere/java_home");
        assertNotEquals(text, changed);
        Files.createDirectories(to.resolve("..").normalize());
        Files.writeString(to, changed);
    }

    Started start(Path folder, List<String> command) throws IOException {
        Path out = Files.createTempFile(root, "out", ".txt");
        Path err = Files.createTempFile(root, "err", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        return new Started(process, out, err);
    }

    End await(Started started) throws IOException, InterruptedException {
        assertTrue(started.process().waitFor(60, TimeUnit.SECONDS), "it does not end");
        return new End(started.process().exitValue(), shown(started.out()), shown(started.err()));
    }

    /// What a started launcher said so far on standard error.
    String saidBy(Started started) throws IOException {
        return shown(started.err());
    }

    private String shown(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8).replace(root.toString(), "MACHINE");
    }

    End run(Path folder, String... command) throws IOException, InterruptedException {
        return await(start(folder, new ArrayList<>(List.of(command))));
    }
}
