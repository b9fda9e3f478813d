package dev.brayer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.brayer.policy.standard.StandardLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The standard library is whole: listed, tested in every part, tidy, and its pages are current.
class StandardLibraryTest {
    private static final Path RESOURCES =
            TranscriptRunner.ROOT.resolve("stdlib/src/main/resources");

    private static final String FOLDER = "stdlib/src/main/resources/std";

    @Test
    void everyFileIsListed() throws IOException {
        List<String> paths = new ArrayList<>();
        try (Stream<Path> files = Files.walk(RESOURCES.resolve("std"))) {
            files.filter(Files::isRegularFile)
                    .map(file -> RESOURCES.relativize(file).toString().replace('\\', '/'))
                    .filter(path -> !path.equals("std/index"))
                    .sorted()
                    .forEach(paths::add);
        }
        assertCurrent(RESOURCES.resolve("std/index"), String.join("\n", paths) + "\n");
    }

    @Test
    void testsExerciseEveryPart() {
        Invocation run = invoke("test", "std", "stdlib/src/test/policies", "--min-coverage", "100");
        assertEquals(0, run.exitCode(), run.both());
        assertTrue(!run.out().contains("no test: "), run.both());
    }

    @Test
    void nothingIsToBeRemarked() {
        Invocation lint = invoke("lint", "std");
        assertEquals("", lint.both());
        Invocation format = invoke("fmt", "--check", FOLDER);
        assertEquals("", format.both());
    }

    /// No two rules have one name, whichever sets are combined.
    @Test
    void allOfItCanJudgeTogether() {
        Invocation run = invoke("check", "--policy", "std", "examples/shop/policies/good");
        assertTrue(!run.both().contains("error: "), run.both());
    }

    @Test
    void theReferenceIsCurrent() throws IOException {
        Invocation page = invoke("docs", "std");
        assertCurrent(
                TranscriptRunner.ROOT.resolve("spec/language/standard-library.md"), page.out());
    }

    /// Each policy has its page beside it.
    @TestFactory
    Stream<DynamicTest> thePagesAreCurrent() {
        return StandardLibrary.names().stream()
                .filter(name -> StandardLibrary.policy(name) != null)
                .map(name -> DynamicTest.dynamicTest(name, () -> thePageIsCurrent(name)));
    }

    private static void thePageIsCurrent(String name) throws IOException {
        Invocation page = invoke("docs", name);
        assertEquals(0, page.exitCode(), page.both());
        assertCurrent(RESOURCES.resolve(name).resolve("README.md"), page.out());
    }

    private static Invocation invoke(String... words) {
        return Invocation.of(TranscriptRunner.ROOT, List.of(words));
    }

    private static void assertCurrent(Path file, String made) throws IOException {
        boolean current = Files.exists(file) && Files.readString(file).equals(made);
        if (!current && System.getProperty("brayer.golden", "").equals("write")) {
            Files.writeString(file, made);
            fail(file + " was rewritten; look at it and run again");
        }
        assertTrue(current, file + " is not current; it would be:\n" + made);
    }
}
