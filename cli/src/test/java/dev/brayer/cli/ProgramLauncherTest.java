package dev.brayer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `bin/brayer` of the distribution: whichever way it is called, it finds its libraries and a Java.
/// That Java is a script that prints its arguments.
class ProgramLauncherTest {
    private static final String NO_JAVA =
            "brayer: Java 25 was not found; install a JDK 25 (such as Eclipse Temurin 25, "
                    + "https://adoptium.net) or set JAVA_HOME to one\n";

    @TempDir Path folder;

    private FakeMachine machine;
    private Path home;

    @BeforeEach
    void makeMachine() throws IOException {
        folder = folder.toRealPath();
        machine = new FakeMachine(folder);
        home = folder.resolve("opt with spaces/brayer");
        machine.copy("cli/src/main/distribution/brayer", home.resolve("bin/brayer"));
        machine.copyFinder(home.resolve("lib/find-java.sh"));
        Files.writeString(
                home.resolve("lib/java-home"), machine.installJava("built-with", "25.0.1") + "\n");
    }

    private List<String> arguments(Path from, String... command) throws Exception {
        FakeMachine.End end = machine.run(from, command);
        assertEquals(0, end.exitCode(), end::err);
        assertEquals("", end.err());
        return end.out().lines().toList();
    }

    private static List<String> words(List<String> arguments) {
        return arguments.subList(arguments.indexOf("dev.brayer.cli.Main") + 1, arguments.size());
    }

    /// The cache is named by the folder that the launcher found; it must be the right one.
    private void assertFindsItsLibraries(Path from, String... command) throws Exception {
        List<String> arguments = arguments(from, command);
        String cache = "-XX:AOTCache=";
        String found =
                arguments.stream().filter(word -> word.startsWith(cache)).findFirst().orElseThrow();
        Path library =
                from.resolve(found.substring(cache.length()).replace("MACHINE", folder.toString()))
                        .getParent();
        assertNotNull(library);
        assertTrue(Files.isSameFile(home.resolve("lib"), library), found);
    }

    @Test
    void passesItsArgumentsOnAsTheyAre() throws Exception {
        assertEquals(
                List.of("check", "a file.yml", "", "*", "--param", "x=\"1\""),
                words(
                        arguments(
                                folder,
                                home.resolve("bin/brayer").toString(),
                                "check",
                                "a file.yml",
                                "",
                                "*",
                                "--param",
                                "x=\"1\"")));
    }

    @Test
    void findsItsLibrariesHoweverItIsCalled() throws Exception {
        Path bin = home.resolve("bin");
        Path links = Files.createDirectories(folder.resolve("links"));
        Files.createSymbolicLink(links.resolve("brayer"), Path.of("chain"));
        Files.createSymbolicLink(
                links.resolve("chain"), Path.of("../opt with spaces/brayer/bin/brayer"));
        assertFindsItsLibraries(folder, bin.resolve("brayer").toString());
        assertFindsItsLibraries(home, "bin/brayer");
        assertFindsItsLibraries(bin, "./brayer");
        assertFindsItsLibraries(bin, "sh", "brayer");
        assertFindsItsLibraries(links, "./brayer");
        assertFindsItsLibraries(folder, "links/brayer");
        machine.addToPath(links);
        assertFindsItsLibraries(folder, "sh", "-c", "brayer");
    }

    @Test
    void looksForAnotherJavaWhenItsOwnIsGone() throws Exception {
        Files.move(folder.resolve("jvm/built-with"), folder.resolve("jvm/elsewhere"));

        assertFindsItsLibraries(folder, home.resolve("bin/brayer").toString());
    }

    @Test
    void saysThatThereIsNoJava25() throws Exception {
        Files.move(folder.resolve("jvm/built-with"), folder.resolve("hidden"));
        Path old = machine.installJava("temurin-17", "17.0.9");
        machine.addToPath(old.resolve("bin"));
        machine.set("JAVA_HOME", old.toString());

        assertEquals(
                new FakeMachine.End(8, "", NO_JAVA),
                machine.run(folder, home.resolve("bin/brayer").toString(), "--version"));
    }

    @Test
    void takesTheJavaOfThePathOrOfJavaHome() throws Exception {
        Files.move(folder.resolve("jvm/built-with"), folder.resolve("hidden"));
        machine.set("JAVA_HOME", folder.resolve("hidden").toString());
        assertFindsItsLibraries(folder, home.resolve("bin/brayer").toString());

        machine.set("JAVA_HOME", "/nowhere");
        machine.addToPath(folder.resolve("hidden/bin"));
        assertFindsItsLibraries(folder, home.resolve("bin/brayer").toString());
    }

    @Test
    void anArchiveUsesItsOwnJavaAndNoOther() throws Exception {
        Files.move(folder.resolve("jvm/built-with"), home.resolve("runtime"));
        Files.delete(home.resolve("lib/java-home"));
        Files.delete(home.resolve("lib/find-java.sh"));
        machine.set("JAVA_HOME", "/nowhere");

        assertFindsItsLibraries(folder, home.resolve("bin/brayer").toString());
    }
}
