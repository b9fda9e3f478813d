package dev.brayer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The program on a real terminal: what scrolls by, what is redrawn, what is asked. Python gives
/// the terminal.
class TerminalIT {
    private static final String ESCAPE = "\u001b";
    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");

    /// The line that is redrawn: what stands between switching wrapping off and on again.
    private static final Pattern REDRAWN = Pattern.compile("\u001b\\[\\?7l(.*?)\u001b\\[\\?7h");

    private static final String ASKING =
            """
            - render
            - deploy: { ask: "Deploy to production?" }
            """;

    @TempDir Path folder;

    private record Seen(int exitCode, String text) {
        void assertExit(int expected) {
            assertEquals(expected, exitCode, text);
        }
    }

    @BeforeEach
    void needsPython() throws IOException, InterruptedException {
        boolean there;
        try {
            there =
                    new ProcessBuilder("python3", "-c", "import pty, termios").start().waitFor()
                            == 0;
        } catch (IOException absent) {
            there = false;
        }
        Assumptions.assumeTrue(there, "SKIPPED: a terminal is made by python3, which is not there");
    }

    /// @param steps pairs: when the first has appeared, the second is typed
    private static Seen run(
            SmallProject project, int columns, Map<String, String> environment, String... steps)
            throws IOException, InterruptedException {
        List<List<String>> pairs = new ArrayList<>();
        for (int at = 0; at < steps.length; at += 2) {
            pairs.add(List.of(steps[at], steps[at + 1]));
        }
        ProcessBuilder builder =
                new ProcessBuilder(
                                "python3",
                                TranscriptRunner.ROOT
                                        .resolve("cli/src/test/resources/terminal/terminal.py")
                                        .toString(),
                                Integer.toString(columns),
                                new Gson().toJson(pairs),
                                ShippedProgram.LAUNCHER.toString(),
                                "run")
                        .directory(project.folder.toFile())
                        .redirectErrorStream(true);
        for (String variable : List.of("CI", "NO_COLOR", "COLUMNS")) {
            builder.environment().remove(variable);
        }
        builder.environment().put("TERM", "xterm-256color");
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Seen(process.waitFor(), text);
    }

    private SmallProject chatty() throws IOException {
        return SmallProject.make(
                folder,
                1,
                """
                - test: { run: "for n in 1 2 3; do echo a line of the tests that is longer than any narrow terminal, number $n; done" }
                - render
                - deploy
                """);
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 40, 120})
    void progressIsOneLineAsWideAsTheTerminal(int columns) throws Exception {
        Seen seen = run(chatty(), columns, Map.of());

        seen.assertExit(0);
        Matcher redrawn = REDRAWN.matcher(seen.text());
        int longest = 0;
        while (redrawn.find()) {
            String line = COLOUR.matcher(redrawn.group(1)).replaceAll("");
            assertTrue(line.length() < columns, line);
            longest = Math.max(longest, line.length());
        }
        assertTrue(longest > Math.min(60, columns - 3), "the longest line has " + longest);
        assertTrue(COLOUR.matcher(seen.text()).find(), seen.text());
        assertFalse(
                seen.text().contains("| a line"), "kept back while all is well: " + seen.text());
    }

    @Test
    void noColorLeavesOnlyTheRedrawing() throws Exception {
        Seen seen = run(chatty(), 80, Map.of("NO_COLOR", "1"));

        seen.assertExit(0);
        assertFalse(COLOUR.matcher(seen.text()).find(), seen.text());
        assertTrue(REDRAWN.matcher(seen.text()).find(), seen.text());
    }

    @Test
    void aDumbTerminalAndABuildServerGetPlainLines() throws Exception {
        SmallProject project = chatty();
        Seen dumb = run(project, 80, Map.of("TERM", "dumb"));
        Seen server = run(project, 80, Map.of("CI", "true", "NO_COLOR", "1"));

        dumb.assertExit(0);
        server.assertExit(0);
        assertFalse(dumb.text().contains(ESCAPE), dumb.text());
        assertFalse(server.text().contains(ESCAPE), server.text());
        assertTrue(dumb.text().contains("test  | a line of the tests"), dumb.text());
    }

    @Test
    void aFailedStageShowsWhatItPrinted() throws Exception {
        SmallProject project =
                SmallProject.make(
                        folder,
                        1,
                        "- test: { run: 'echo the reason; exit 3' }\n- render\n- deploy\n");

        Seen seen = run(project, 80, Map.of("NO_COLOR", "1"));

        seen.assertExit(6);
        assertTrue(seen.text().contains("test  | the reason\r\ntest  failed in "), seen.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"y\n", "YES\n", " yes \n"})
    void yesGoesOn(String answer) throws Exception {
        SmallProject project = SmallProject.make(folder, 1, ASKING);

        run(project, 80, Map.of(), "[y/N]", answer).assertExit(0);

        assertTrue(project.isDeployed());
    }

    /// The last is the end of input.
    @ParameterizedTest
    @ValueSource(strings = {"n\n", "\n", "yesterday\n", "\u0004"})
    void anythingElseStopsTheStage(String answer) throws Exception {
        SmallProject project = SmallProject.make(folder, 1, ASKING);

        Seen seen = run(project, 80, Map.of("NO_COLOR", "1"), "[y/N]", answer);

        seen.assertExit(6);
        assertTrue(seen.text().contains("deploy: Deploy to production? [y/N] "), seen.text());
        assertTrue(seen.text().contains("deploy  Deploy to production? no"), seen.text());
        assertTrue(seen.text().contains("nobody agreed to stage `deploy`"), seen.text());
        assertTrue(seen.text().contains("answer with yes, or run with `--yes`"), seen.text());
        assertFalse(project.isDeployed());
    }

    /// By the key: the terminal signals everything that runs on it.
    @Test
    void controlCEndsAQuestion() throws Exception {
        SmallProject project = SmallProject.make(folder, 1, ASKING);

        Seen seen = run(project, 80, Map.of("NO_COLOR", "1"), "[y/N]", "\u0003");

        seen.assertExit(130);
        assertTrue(seen.text().contains("deploy  interrupted in "), seen.text());
        assertTrue(seen.text().contains("\u001b[Kinterrupted in "), seen.text());
        assertFalse(seen.text().contains("nobody agreed"), seen.text());
        assertFalse(project.isDeployed());
    }

    @Test
    void controlCEndsACommand() throws Exception {
        SmallProject project =
                SmallProject.make(
                        folder,
                        1,
                        "- test: { run: 'echo begun; sleep 300', retries: 3 }\n- render\n- deploy\n");

        Seen seen = run(project, 80, Map.of("NO_COLOR", "1"), "test: begun", "\u0003");

        seen.assertExit(130);
        assertTrue(seen.text().contains("test  interrupted in "), seen.text());
        assertFalse(seen.text().contains("failed"), seen.text());
        assertFalse(project.isDeployed());
    }

    @Test
    void aQuestionStandsStillWhileOthersWork() throws Exception {
        SmallProject project =
                SmallProject.make(
                        folder,
                        1,
                        """
                        - chat: { run: "while [ ! -e answered ]; do echo chatting; sleep 0.01; done", needs: [] }
                        - confirm: { run: touch answered, ask: "Is it time?", needs: [] }
                        - render
                        - deploy
                        """);

        Seen seen = run(project, 80, Map.of("NO_COLOR", "1"), "[y/N] ", "y\n");

        seen.assertExit(0);
        String behind = seen.text().substring(seen.text().indexOf("[y/N] ") + "[y/N] ".length());
        assertTrue(behind.startsWith("y\r\n"), seen.text());
        assertTrue(project.isDeployed());
    }
}
