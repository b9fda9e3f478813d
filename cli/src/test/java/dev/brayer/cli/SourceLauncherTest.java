package dev.brayer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `./brayer`, the launcher that builds the program on first use. What it builds here is a script
/// that says how it was called.
class SourceLauncherTest {
    private static final String NO_JAVA =
            "brayer: building needs a JDK 25, and none was found; install one (such as Eclipse "
                    + "Temurin 25, https://adoptium.net) or set JAVA_HOME to it\n";

    private static final String NO_MAVEN =
            "brayer: building needs Apache Maven 3.8 or newer, and mvn is not on the PATH; install "
                    + "it (apt install maven, brew install maven, https://maven.apache.org)\n";

    private static final String BUILDING =
            """
            brayer: building the program, once (a minute or two)
            brayer:   [1/2] grammar
            brayer:   [2/2] cli
            """;

    /// Does what the real build does for the launcher, and counts how often.
    private static final String BUILD =
            """
            echo built >>cli/built-times
            echo '[INFO] Building brayer grammar 0.1.0                  [1/2]'
            echo '[INFO] Building brayer cli 0.1.0                      [2/2]'
            mkdir -p cli/target/brayer/bin cli/target/brayer/lib
            printf '#!/bin/sh\\necho "program: $*"\\nexit ${1:-0}\\n' >cli/target/brayer/bin/brayer
            chmod +x cli/target/brayer/bin/brayer
            printf '%s\\n' "$JAVA25_HOME" >cli/target/brayer/lib/java-home
            echo 0.1.0 >cli/target/brayer/lib/built
            """;

    /// Builds for long, unless it is told to go on.
    private static final String WAITING =
            """
            if [ ! -e cli/go ]; then
                echo started >cli/started
                exec sleep 60
            fi
            """;

    @TempDir Path folder;

    private FakeMachine machine;
    private Path root;

    @BeforeEach
    void makeMachine() throws IOException {
        folder = folder.toRealPath();
        machine = new FakeMachine(folder);
        root = folder.resolve("a checkout");
        machine.copy("brayer", root.resolve("brayer"));
        machine.copyFinder(root.resolve("cli/src/main/distribution/find-java.sh"));
        write("pom.xml");
        write("grammar/src/main/java/Grammar.java");
        write("interpreter/policy/src/main/java/Policy.java");
        write("cli/src/test/java/CliTest.java");
    }

    private void write(String file) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.resolve("..").normalize());
        Files.writeString(path, "text\n");
        // Older than anything that a build writes, whatever the clock's grain.
        Files.setLastModifiedTime(path, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
    }

    private int builds() throws IOException {
        Path times = root.resolve("cli/built-times");
        return Files.exists(times) ? Files.readAllLines(times).size() : 0;
    }

    private void makeWhole() throws IOException {
        machine.installJava("temurin-25", "25.0.1");
        machine.installMaven(BUILD);
    }

    @Test
    void buildsOnceThenOnlyRuns() throws Exception {
        makeWhole();

        assertEquals(
                new FakeMachine.End(0, "program: 0 a word\n", BUILDING),
                machine.run(root, "./brayer", "0", "a word"));
        assertEquals(
                new FakeMachine.End(6, "program: 6\n", ""), machine.run(root, "./brayer", "6"));
        assertEquals(1, builds());
    }

    @Test
    void buildsAgainWhenASourceChangedButNotForATest() throws Exception {
        makeWhole();
        machine.run(root, "./brayer");

        Files.setLastModifiedTime(
                root.resolve("cli/src/test/java/CliTest.java"),
                FileTime.from(Instant.now().plusSeconds(60)));
        machine.run(root, "./brayer");
        assertEquals(1, builds());

        Files.setLastModifiedTime(
                root.resolve("grammar/src/main/java/Grammar.java"),
                FileTime.from(Instant.now().plusSeconds(60)));
        assertEquals(BUILDING, machine.run(root, "./brayer").err());
        assertEquals(2, builds());
    }

    @Test
    void buildsAgainWhenItsJavaIsGone() throws Exception {
        makeWhole();
        machine.run(root, "./brayer");
        Files.move(folder.resolve("jvm/temurin-25"), folder.resolve("jvm/another-25"));

        assertEquals(BUILDING, machine.run(root, "./brayer").err());
    }

    @Test
    void saysThatThereIsNoJdk25() throws Exception {
        machine.installJava("temurin-17", "17.0.9");
        machine.installJava("temurin-250", "250.0.1");
        machine.installMaven(BUILD);

        assertEquals(new FakeMachine.End(8, "", NO_JAVA), machine.run(root, "./brayer", "--help"));
        assertEquals(0, builds());
    }

    @Test
    void aJavaWithoutACompilerDoesNotCount() throws Exception {
        makeWhole();
        Files.delete(folder.resolve("jvm/temurin-25/bin/javac"));

        assertEquals(new FakeMachine.End(8, "", NO_JAVA), machine.run(root, "./brayer"));
    }

    @Test
    void saysThatThereIsNoMaven() throws Exception {
        machine.installJava("temurin-25", "25.0.1");

        assertEquals(new FakeMachine.End(8, "", NO_MAVEN), machine.run(root, "./brayer"));
    }

    @Test
    void passesOverAWrongJavaHome() throws Exception {
        makeWhole();
        for (String wrong :
                List.of("/nowhere", machine.installJava("temurin-17", "17.0.9").toString())) {
            machine.set("JAVA_HOME", wrong);
            Files.deleteIfExists(root.resolve("cli/target/brayer/lib/built"));

            assertEquals(
                    new FakeMachine.End(0, "program: \n", BUILDING), machine.run(root, "./brayer"));
            assertEquals(
                    folder.resolve("jvm/temurin-25") + "\n",
                    Files.readString(root.resolve("cli/target/brayer/lib/java-home")));
        }
    }

    @Test
    void findsItselfThroughLinksAndFromElsewhere() throws Exception {
        makeWhole();
        Path links = Files.createDirectories(folder.resolve("links"));
        Files.createSymbolicLink(links.resolve("one"), Path.of("two"));
        Files.createSymbolicLink(links.resolve("two"), Path.of("../a checkout/brayer"));

        assertEquals("program: \n", machine.run(folder, "links/one").out());
        assertEquals("program: \n", machine.run(folder, root.resolve("brayer").toString()).out());
        assertEquals("program: \n", machine.run(root.resolve("cli"), "../brayer").out());
        assertEquals("program: \n", machine.run(root, "sh", "brayer").out());
        machine.addToPath(links);
        assertEquals("program: \n", machine.run(folder, "sh", "-c", "one").out());
        assertEquals(1, builds());
    }

    @Test
    void aFailedBuildShowsWhyAndWhereItsLogIs() throws Exception {
        machine.installJava("temurin-25", "25.0.1");
        machine.installMaven(
                """
                echo '[ERROR] Grammar.java:[3,1] illegal start of type'
                echo '[ERROR] To see the full stack trace of the errors, run with -e'
                exit 1
                """);

        FakeMachine.End end = machine.run(root, "./brayer");

        assertEquals(4, end.exitCode());
        assertEquals(
                """
                brayer: building the program, once (a minute or two)
                [ERROR] Grammar.java:[3,1] illegal start of type
                brayer: the build failed (Maven's exit code 1); the whole log is in \
                ./cli/target/brayer-build.log
                """,
                end.err());
        assertUnlocked();
    }

    @Test
    void aBuildThatMakesNoProgramFailed() throws Exception {
        machine.installJava("temurin-25", "25.0.1");
        machine.installMaven("exit 0\n");

        assertEquals(4, machine.run(root, "./brayer").exitCode());
        assertUnlocked();
    }

    @Test
    void saysThatItCannotWrite() throws Exception {
        makeWhole();
        Files.writeString(root.resolve("cli/target"), "in the way");

        FakeMachine.End end = machine.run(root, "./brayer");

        assertEquals(8, end.exitCode());
        assertTrue(end.err().endsWith("brayer: cannot write to ./cli/target\n"), end::err);
    }

    @Test
    void ofTwoFirstUsesOneBuilds() throws Exception {
        machine.installJava("temurin-25", "25.0.1");
        machine.installMaven("until [ -e cli/go ]; do sleep 0.05; done\n" + BUILD);
        FakeMachine.Started one = machine.start(root, List.of("./brayer", "0", "one"));
        await(lock());
        FakeMachine.Started other = machine.start(root, List.of("./brayer", "0", "other"));
        awaitWords(other, "waiting for it");
        Files.writeString(root.resolve("cli/go"), "");

        assertEquals(new FakeMachine.End(0, "program: 0 one\n", BUILDING), machine.await(one));
        assertEquals(
                new FakeMachine.End(
                        0,
                        "program: 0 other\n",
                        "brayer: another brayer is building; waiting for it\n"),
                machine.await(other));
        assertEquals(1, builds());
        assertUnlocked();
    }

    @Test
    void theLockOfAKilledBuilderHoldsNobodyUp() throws Exception {
        machine.installJava("temurin-25", "25.0.1");
        machine.installMaven(WAITING + BUILD);
        FakeMachine.Started killed = machine.start(root, List.of("./brayer"));
        await(root.resolve("cli/started"));
        List<ProcessHandle> family = killed.process().descendants().toList();
        killed.process().destroyForcibly().waitFor();
        assertTrue(Files.exists(lock(), LinkOption.NOFOLLOW_LINKS));
        family.forEach(ProcessHandle::destroyForcibly);
        Files.writeString(root.resolve("cli/go"), "");

        assertEquals("program: 0\n", machine.run(root, "./brayer", "0").out());
        assertUnlocked();
    }

    @Test
    void anInterruptedBuilderGivesItsLockBack() throws Exception {
        machine.installJava("temurin-25", "25.0.1");
        machine.installMaven(WAITING + BUILD);
        FakeMachine.Started interrupted = machine.start(root, List.of("./brayer"));
        await(root.resolve("cli/started"));
        // As a terminal does, to the whole group.
        interrupted.process().destroy();
        interrupted.process().descendants().forEach(ProcessHandle::destroy);

        assertEquals(143, machine.await(interrupted).exitCode());
        assertUnlocked();
    }

    private Path lock() {
        return root.resolve("cli/target/brayer-build.lock");
    }

    private void assertUnlocked() {
        assertFalse(Files.exists(lock(), LinkOption.NOFOLLOW_LINKS), "the lock is left");
    }

    private static void await(Path file) throws InterruptedException {
        for (int turn = 0; turn < 600 && !Files.exists(file, LinkOption.NOFOLLOW_LINKS); turn++) {
            Thread.sleep(20);
        }
        assertTrue(Files.exists(file, LinkOption.NOFOLLOW_LINKS), () -> "no " + file);
    }

    private void awaitWords(FakeMachine.Started process, String words) throws Exception {
        for (int turn = 0; turn < 600 && !machine.saidBy(process).contains(words); turn++) {
            Thread.sleep(20);
        }
        assertTrue(machine.saidBy(process).contains(words), machine.saidBy(process));
    }
}
