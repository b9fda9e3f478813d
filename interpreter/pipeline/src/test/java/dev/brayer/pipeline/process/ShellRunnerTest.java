package dev.brayer.pipeline.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brayer.pipeline.event.Cancellation;
import dev.brayer.pipeline.model.Command;
import dev.brayer.text.Source;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ShellRunnerTest {
    @TempDir Path folder;

    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
    private final Cancellation cancellation = new Cancellation();

    @Test
    void tellsBothOutputsLineByLine() {
        assertEquals(
                new ProcessEnd.Exited(3),
                run("echo one; printf 'two\\r\\nthree'; echo four >&2; exit 3"));
        Collections.sort(lines);
        assertEquals(List.of("four!", "one", "three", "two"), lines);
    }

    @Test
    void cutsALineWithoutEnd() {
        run("head -c 100000 /dev/zero | tr '\\0' x");
        assertEquals(25, lines.size());
        assertTrue(lines.stream().allMatch(line -> line.length() <= LineReader.LONGEST_LINE));
    }

    @Test
    void givesOnlyTheEnvironmentThatItWasGiven() {
        run("echo \"$GIVEN $OWN $HOME\"");
        assertEquals(List.of("given own "), lines);
    }

    @Test
    void hasNoInput() {
        assertEquals(new ProcessEnd.Exited(1), run("read answer"));
    }

    @Test
    void aProcessThatKeepsTheOutputOpenIsNotWaitedFor() {
        assertEquals(new ProcessEnd.Exited(0), run("sleep 20 & echo $!"));
        long pid = Long.parseLong(lines.getFirst());
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }

    @Test
    void endsEvenWhatIgnoresAPoliteRequest() {
        ProcessEnd end =
                runAndCancel(
                        "trap '' TERM; (trap '' TERM; sleep 300 & echo pid $!; wait) & wait; sleep 300");
        assertEquals(new ProcessEnd.Stopped(Cancellation.Reason.TIME_LIMIT), end);
        long pid = Long.parseLong(lines.getFirst().substring("pid ".length()));
        assertFalse(ProcessHandle.of(pid).map(ProcessTree::runs).orElse(false));
    }

    @Test
    void saysWhyACommandCannotStart() {
        Command command =
                new Command("true", Map.of(), "nowhere", Source.unread("pipeline.yml").wholeFile());
        ProcessEnd end = shell().run(command, Map.of(), this::line, cancellation);
        assertEquals(
                "the folder nowhere is not there",
                assertInstanceOf(ProcessEnd.NotStarted.class, end).message());
    }

    @Test
    void aCancelledRunStartsNothing() {
        cancellation.cancel(Cancellation.Reason.INTERRUPTED);
        assertEquals(new ProcessEnd.Stopped(Cancellation.Reason.INTERRUPTED), run("echo started"));
        assertEquals(List.of(), lines);
    }

    private ProcessEnd runAndCancel(String text) {
        return shell().run(
                        command(text),
                        Map.of(),
                        (error, line) -> {
                            line(error, line);
                            Thread.ofPlatform()
                                    .start(() ->
                                            cancellation.cancel(Cancellation.Reason.TIME_LIMIT));
                        },
                        cancellation);
    }

    private ProcessEnd run(String text) {
        return shell().run(command(text), Map.of("GIVEN", "given"), this::line, cancellation);
    }

    private ShellRunner shell() {
        return new ShellRunner(folder, Map.of("PATH", "/usr/bin:/bin"));
    }

    private static Command command(String text) {
        return new Command(
                text, Map.of("OWN", "own"), "", Source.unread("pipeline.yml").wholeFile());
    }

    private void line(boolean error, String line) {
        lines.add(error ? line + "!" : line);
    }
}
