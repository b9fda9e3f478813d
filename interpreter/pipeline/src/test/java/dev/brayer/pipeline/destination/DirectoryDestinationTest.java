package dev.brayer.pipeline.destination;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brayer.pipeline.model.Attempt;
import dev.brayer.pipeline.model.PipelineCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DirectoryDestinationTest {
    private static final DestinationOwner OWNER = new DestinationOwner("shop", "staging");

    @TempDir Path folder;

    @Test
    void writesAllFilesAndItsListIntoANewDirectory() throws IOException {
        apply("tag-1", file("web.yml", "web 1"), file("jobs/nightly.yml", "nightly"));

        assertEquals("web 1", Files.readString(target().resolve("web.yml")));
        assertEquals("nightly", Files.readString(target().resolve("jobs/nightly.yml")));
        assertEquals("tag-1", destination().currentTag().orElseThrow());
        assertNothingBeside();
    }

    @Test
    void replacesAndRemovesOnlyWhatItWrote() throws IOException {
        apply("tag-1", file("web.yml", "web 1"), file("gone.yml", "gone"));
        Files.writeString(target().resolve("README"), "a person's");

        DestinationChange change = compute(file("web.yml", "web 2"), file("new.yml", "new"));

        assertEquals(1, change.count(FileChange.Kind.ADDED));
        assertEquals(1, change.count(FileChange.Kind.CHANGED));
        assertEquals(1, change.count(FileChange.Kind.REMOVED));
        succeed(destination().apply(change, "tag-2"));
        assertEquals("web 2", Files.readString(target().resolve("web.yml")));
        assertFalse(Files.exists(target().resolve("gone.yml")));
        assertEquals("a person's", Files.readString(target().resolve("README")));
        assertNothingBeside();
    }

    @Test
    void keepsAFileThatDiffersOnlyInTheNamesOfTheRun() throws IOException {
        apply("tag-1", PlannedFile.of("web.yml", "tag-1: web", "web"), file("api.yml", "api 1"));

        DestinationChange change =
                compute(PlannedFile.of("web.yml", "tag-2: web", "web"), file("api.yml", "api 2"));
        succeed(destination().apply(change, "tag-2"));

        assertEquals("tag-1: web", Files.readString(target().resolve("web.yml")));
        assertEquals("api 2", Files.readString(target().resolve("api.yml")));
        assertEquals(1, change.count(FileChange.Kind.UNCHANGED));
    }

    @Test
    void anUnchangedPlanTouchesNothing() throws IOException {
        apply("tag-1", file("web.yml", "web"));
        Object before = Files.readAttributes(target(), "unix:ino").get("ino");

        apply("tag-2", file("web.yml", "web"));

        assertEquals(before, Files.readAttributes(target(), "unix:ino").get("ino"));
        assertEquals("tag-1", destination().currentTag().orElseThrow());
    }

    @Test
    void tellsWhatWasChangedByHandAndPutsItBack() throws IOException {
        apply("tag-1", file("web.yml", "web"), file("api.yml", "api"));
        Files.writeString(target().resolve("web.yml"), "by hand");
        Files.delete(target().resolve("api.yml"));

        DestinationChange change = compute(file("web.yml", "web"), file("api.yml", "api"));

        assertEquals(
                List.of(
                        "warning: `dist/staging/web.yml` was changed by hand since brayer wrote it "
                                + "[destination-modified]",
                        "warning: `dist/staging/api.yml` was removed by hand since brayer wrote it "
                                + "[destination-modified]"),
                change.notes().stream().map(Object::toString).toList());
        succeed(destination().apply(change, "tag-2"));
        assertEquals("web", Files.readString(target().resolve("web.yml")));
        assertEquals("api", Files.readString(target().resolve("api.yml")));
    }

    @Test
    void refusesAFolderThatIsNotItsOwn() throws IOException {
        Files.createDirectories(target());
        Files.writeString(target().resolve("thesis.tex"), "years of work");

        assertFails(
                PipelineCode.DESTINATION_FOREIGN,
                destination().compute(List.of(file("web.yml", "web"))));
        assertEquals("years of work", Files.readString(target().resolve("thesis.tex")));
    }

    @Test
    void refusesTheFolderOfAnotherFormation() {
        apply("tag-1", file("web.yml", "web"));
        var other =
                new DirectoryDestination(
                        target(), "dist/staging", null, new DestinationOwner("shop", "production"));

        assertFails(
                PipelineCode.DESTINATION_OTHER_OWNER,
                other.compute(List.of(file("web.yml", "web"))));
    }

    @Test
    void refusesToReplaceAFileOfSomebodyElse() throws IOException {
        apply("tag-1", file("web.yml", "web"));
        Files.writeString(target().resolve("api.yml"), "a person's");

        assertFails(
                PipelineCode.DESTINATION_FOREIGN,
                destination().compute(List.of(file("api.yml", "api"))));
    }

    @Test
    void takesAnEmptyFolder() throws IOException {
        Files.createDirectories(target());
        apply("tag-1", file("web.yml", "web"));
        assertEquals("web", Files.readString(target().resolve("web.yml")));
    }

    @Test
    void leavesEverythingWhenTheDiskRefuses() throws IOException {
        Assumptions.assumeFalse(
                "root".equals(System.getProperty("user.name")), "root may write anywhere");
        apply("tag-1", file("web.yml", "web 1"));
        DestinationChange change = compute(file("web.yml", "web 2"));
        Path parent = target().getParent();
        Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            assertFails(PipelineCode.DESTINATION_FAILED, destination().apply(change, "tag-2"));
        } finally {
            Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        assertEquals("web 1", Files.readString(target().resolve("web.yml")));
        assertNothingBeside();
    }

    @Test
    void leavesEverythingWhenAFileStandsWhereTheFolderShouldGo() throws IOException {
        DestinationChange change = compute(file("web.yml", "web"));
        Files.writeString(folder.resolve("dist"), "a file");

        assertFails(PipelineCode.DESTINATION_FAILED, destination().apply(change, "tag-1"));
        assertFails(
                PipelineCode.DESTINATION_FAILED,
                destination().compute(List.of(file("web.yml", "web"))));
        assertEquals("a file", Files.readString(folder.resolve("dist")));
    }

    private void apply(String tag, PlannedFile... files) {
        succeed(destination().apply(compute(files), tag));
    }

    private DestinationChange compute(PlannedFile... files) {
        return succeed(destination().compute(List.of(files)));
    }

    private DirectoryDestination destination() {
        return new DirectoryDestination(target(), "dist/staging", null, OWNER);
    }

    private Path target() {
        return folder.resolve("dist/staging");
    }

    private void assertNothingBeside() throws IOException {
        try (var entries = Files.list(folder.resolve("dist"))) {
            assertTrue(
                    entries.noneMatch(
                            entry -> entry.getFileName().toString().startsWith(".brayer-")));
        }
    }

    private static PlannedFile file(String path, String text) {
        return PlannedFile.of(path, text, text);
    }

    private static <T> T succeed(Attempt<T> attempt) {
        return switch (attempt) {
            case Attempt.Success<T> success -> success.value();
            case Attempt.Failure<T> failure -> throw new AssertionError(failure.toString());
        };
    }

    private static void assertFails(PipelineCode code, Attempt<?> attempt) {
        Attempt.Failure<?> failure = assertInstanceOf(Attempt.Failure.class, attempt);
        assertEquals(code, failure.diagnostics().getFirst().code(), failure::toString);
        assertFalse(failure.diagnostics().getFirst().message().isEmpty());
    }
}
