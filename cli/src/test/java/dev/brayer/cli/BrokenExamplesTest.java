package dev.brayer.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// What `brayer check` says about each project of `examples/shop-broken` stands in its folder
/// `expected`.
class BrokenExamplesTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final String FOLDER = "examples/shop-broken/";
    private static final Path PROJECTS = ROOT.resolve(FOLDER);
    private static final Path EXPECTED = PROJECTS.resolve("expected");

    @TestFactory
    Stream<DynamicTest> saysWhatIsExpected() throws IOException {
        return projects().stream()
                .map(project ->
                        DynamicTest.dynamicTest(
                                project,
                                () -> {
                                    Invocation text =
                                            Invocation.of(
                                                    ROOT, List.of("check", "-C", FOLDER + project));
                                    Invocation json =
                                            Invocation.of(
                                                    ROOT,
                                                    List.of(
                                                            "check",
                                                            "-C",
                                                            FOLDER + project,
                                                            "--format",
                                                            "json"));
                                    String transcript =
                                            "$ brayer check -C "
                                                    + FOLDER
                                                    + project
                                                    + "\n"
                                                    + text.both()
                                                    + "[exit "
                                                    + text.exitCode()
                                                    + "]\n";
                                    assertAll(
                                            () -> assertGolden(project + ".txt", transcript),
                                            () -> assertGolden(project + ".json", json.out()),
                                            () ->
                                                    assertEquals(
                                                            text.exitCode(),
                                                            json.exitCode(),
                                                            "the format decides no exit code"),
                                            () ->
                                                    new Gson()
                                                            .getAdapter(JsonObject.class)
                                                            .fromJson(json.out()));
                                }));
    }

    @Test
    void everyExpectationHasAProject() throws IOException {
        SortedSet<String> expected = new TreeSet<>();
        for (String file : names(EXPECTED)) {
            expected.add(file.replaceFirst("\\.(txt|json)$", ""));
        }
        assertEquals(projects(), expected);
    }

    private static SortedSet<String> projects() throws IOException {
        SortedSet<String> names = names(PROJECTS);
        names.removeIf(name -> !Files.exists(PROJECTS.resolve(name).resolve("pipeline.yml")));
        assertTrue(names.size() > 30, "the projects of " + FOLDER + " were not found");
        return names;
    }

    private static SortedSet<String> names(Path folder) throws IOException {
        SortedSet<String> names = new TreeSet<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            entries.forEach(entry -> names.add(entry.getFileName().toString()));
        }
        return names;
    }

    private static void assertGolden(String name, String actual) throws IOException {
        Path file = EXPECTED.resolve(name);
        String expected = Files.exists(file) ? Files.readString(file) : "";
        if (!expected.equals(actual) && "write".equals(System.getProperty("brayer.golden"))) {
            Files.writeString(file, actual);
            fail("written: " + file);
        }
        assertEquals(expected, actual, name);
    }
}
