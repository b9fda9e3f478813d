package dev.brayer.pipeline.destination;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brayer.pipeline.destination.KilledWhileSwapping.Way;
import dev.brayer.pipeline.model.Attempt;
import dev.brayer.pipeline.model.Done;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A process is killed (SIGKILL) at every step of an exchange; what is left is the old or the new
/// state, and the next run goes on from there.
final class SwapKillTest {
    private static final Map<String, String> OLD =
            Map.of("web.yml", "old", "old.yml", "old", "README", "a person's");
    private static final Map<String, String> NEW =
            Map.of("web.yml", "new", "new.yml", "new", "README", "a person's");

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource(SwapStep.class)
    void theNextRunFindsTheOldOrTheNewState(SwapStep step) throws Exception {
        theNextRunFindsOne(step, Way.IN_ONE_STEP);
    }

    @ParameterizedTest
    @EnumSource(SwapStep.class)
    void soItDoesWhereNamesCannotBeExchanged(SwapStep step) throws Exception {
        theNextRunFindsOne(step, Way.RENAMED_TWICE);
    }

    private void theNextRunFindsOne(SwapStep step, Way way) throws Exception {
        Path target = folder.resolve("dist");
        succeed(
                destination()
                        .apply(
                                succeed(destination().compute(KilledWhileSwapping.oldState())),
                                "tag-1"));
        Files.writeString(target.resolve("README"), "a person's");

        killAt(step, way);
        Attempt<Done> recovered = destination().recover();

        succeed(recovered);
        boolean happened = way.happened(step);
        assertEquals(
                saidOf(step, happened), ((Attempt.Success<Done>) recovered).notes().toString());
        assertEquals(happened ? NEW : OLD, content(target));
        assertEquals(happened ? "tag-2" : "tag-1", destination().currentTag().orElseThrow());
        assertNothingBeside();
        succeed(
                destination()
                        .apply(
                                succeed(destination().compute(KilledWhileSwapping.newState())),
                                "tag-3"));
        assertEquals(NEW, content(target));
        assertNothingBeside();
    }

    @ParameterizedTest
    @EnumSource(SwapStep.class)
    void theFirstDeploymentIsThereOrNot(SwapStep step) throws Exception {
        if (step == SwapStep.OLD_MOVED) {
            return;
        }
        killAt(step, Way.IN_ONE_STEP);
        succeed(destination().recover());

        Path target = folder.resolve("dist");
        if (step.compareTo(SwapStep.NEW_MOVED) >= 0) {
            assertEquals(Map.of("web.yml", "new", "new.yml", "new"), content(target));
        } else {
            assertFalse(Files.exists(target));
        }
        assertNothingBeside();
        succeed(
                destination()
                        .apply(
                                succeed(destination().compute(KilledWhileSwapping.oldState())),
                                "tag-3"));
        assertEquals(Map.of("web.yml", "old", "old.yml", "old"), content(target));
    }

    private static String saidOf(SwapStep step, boolean happened) {
        if (step == SwapStep.OLD_REMOVED) {
            return "[]";
        }
        return "[warning: a run into `dist` was cut off; its exchange "
                + (happened
                        ? "had happened; what was left of the old state is gone"
                        : "was undone: the state before it is back")
                + " [destination-recovered]]";
    }

    private void killAt(SwapStep step, Way way) throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process =
                new ProcessBuilder(
                                List.of(
                                        java.toString(),
                                        "-XX:TieredStopAtLevel=1",
                                        "-Xshare:auto",
                                        "--enable-native-access=ALL-UNNAMED",
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        KilledWhileSwapping.class.getName(),
                                        folder.resolve("dist").toString(),
                                        step.name(),
                                        way.name()))
                        .redirectErrorStream(true)
                        .start();
        try (var reader =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            assertEquals("reached", reader.readLine());
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private DirectoryDestination destination() {
        return new DirectoryDestination(
                folder.resolve("dist"), "dist", null, new DestinationOwner("shop", "staging"));
    }

    private void assertNothingBeside() throws IOException {
        try (var entries = Files.list(folder)) {
            assertTrue(
                    entries.noneMatch(
                            entry -> entry.getFileName().toString().startsWith(".brayer-")));
        }
    }

    private static Map<String, String> content(Path target) throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (var files = Files.list(target)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (!name.equals(Inventory.FILE_NAME)) {
                    content.put(name, Files.readString(file));
                }
            }
        }
        return content;
    }

    private static <T> T succeed(Attempt<T> attempt) {
        return switch (attempt) {
            case Attempt.Success<T> success -> success.value();
            case Attempt.Failure<T> failure -> throw new AssertionError(failure.toString());
        };
    }
}
