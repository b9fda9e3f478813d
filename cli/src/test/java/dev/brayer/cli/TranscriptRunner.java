package dev.brayer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;

/// Runs transcripts in folders of their own.
final class TranscriptRunner {
    static final Path ROOT =
            Path.of(System.getProperty("brayer.root", "..")).toAbsolutePath().normalize();

    static final Path TRANSCRIPTS = ROOT.resolve("cli/src/test/resources/transcripts");

    private static final Pattern TAG = Pattern.compile("\\b\\d{8}-\\d{6}(-[0-9a-z]+)+\\b");

    /// What differs from run to run, and the word that stands for it.
    private static final List<Variable> VARIABLES =
            List.of(
                    new Variable(TAG, "TAG"),
                    new Variable(
                            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ"), "WHEN"),
                    new Variable(Pattern.compile("(?<=\"milliseconds\": )\\d+"), "0"),
                    new Variable(Pattern.compile("(?<=\"who\": \")[^\"]*"), "WHO"),
                    new Variable(Pattern.compile("(?<=WHEN  )\\S+"), "WHO"),
                    new Variable(Pattern.compile("\\b\\d+ ms\\b|\\b\\d+\\.\\d s\\b"), "TIME"),
                    new Variable(Pattern.compile("\\(Java 25[^)]*\\)"), "(Java 25)"),
                    new Variable(Pattern.compile("\\S*/brayer-bug-\\d+\\.txt"), "BUG-FILE"));

    private record Variable(Pattern pattern, String word) {}

    /// How a command line is run.
    interface Launch {
        Transcript.Expected run(List<String> words, Path folder)
                throws IOException, InterruptedException;
    }

    private final Launch launch;

    TranscriptRunner(Launch launch) {
        this.launch = launch;
    }

    /// A test for each transcript below `folders`.
    Stream<DynamicTest> tests(Path parent) throws IOException {
        try (Stream<Path> files = Files.walk(TRANSCRIPTS)) {
            return files
                    .filter(file -> file.toString().endsWith(".transcript"))
                    .sorted()
                    .toList()
                    .stream()
                    .map(file ->
                            DynamicTest.dynamicTest(
                                    TRANSCRIPTS.relativize(file).toString(),
                                    file.toUri(),
                                    () -> run(file, parent)));
        }
    }

    private void run(Path file, Path parent) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(parent.toRealPath(), "transcript");
        Transcript transcript = Transcript.read(file);
        for (Transcript.FileSection section : transcript.files()) {
            write(folder.resolve(section.name()), section.text());
        }
        // Reports name files from the git root; this keeps it inside.
        Files.createDirectories(folder.resolve(".git"));
        List<Transcript.Expected> actual = new ArrayList<>();
        List<String> tags = new ArrayList<>();
        for (int step = 0; step < transcript.steps().size(); step++) {
            for (String preparation : transcript.preparations(step)) {
                prepare(preparation, folder);
            }
            Transcript.Expected real =
                    launch.run(words(transcript.steps().get(step).command(), tags), folder);
            remember(real, tags);
            actual.add(normalized(real, folder));
        }
        String found = transcript.with(actual);
        String expected = Files.readString(file);
        if (!found.equals(expected) && System.getProperty("brayer.golden", "").equals("write")) {
            Files.writeString(file, found);
            fail(file + " was rewritten; look at it and run again");
        }
        assertEquals(expected, found, () -> "see " + file);
    }

    private static void prepare(String line, Path folder) throws IOException, InterruptedException {
        String[] words = line.split(" ", -1);
        switch (words[0]) {
            case "copy" ->
                    copy(
                            ROOT.resolve(words[1]),
                            words.length > 2 ? folder.resolve(words[2]) : folder);
            case "link" -> Files.createSymbolicLink(folder.resolve(words[1]), Path.of(words[2]));
            case "bytes" -> {
                byte[] bytes = new byte[words.length - 2];
                for (int index = 2; index < words.length; index++) {
                    bytes[index - 2] = (byte) Integer.parseInt(words[index], 16);
                }
                Files.write(folder.resolve(words[1]), bytes);
            }
            case "sh" -> {
                if (words[1].equals("git") && !isInstalled("git")) {
                    Assumptions.abort(
                            "SKIPPED: `git` is not installed; on Debian: apt-get install git");
                }
                Process process =
                        new ProcessBuilder("sh", "-ec", line.substring(3))
                                .directory(folder.toFile())
                                .redirectErrorStream(true)
                                .start();
                String said =
                        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertEquals(0, process.waitFor(), said);
            }
            default -> throw new IllegalArgumentException("no such preparation: " + line);
        }
    }

    private static boolean isInstalled(String program) {
        for (String folder : System.getenv("PATH").split(":", -1)) {
            if (Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (!Files.isDirectory(file)) {
                    Files.createDirectories(copy.resolve(".."));
                    Files.copy(file, copy);
                }
            }
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.resolve("..").normalize());
        Files.writeString(file, text);
    }

    /// Splits a command line at spaces, except within single quotes.
    static List<String> words(String command) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        boolean started = false;
        for (int index = 0; index < command.length(); index++) {
            char character = command.charAt(index);
            if (character == '\'') {
                quoted = !quoted;
                started = true;
            } else if (character == ' ' && !quoted) {
                if (started) {
                    words.add(word.toString());
                }
                word.setLength(0);
                started = false;
            } else {
                word.append(character);
                started = true;
            }
        }
        if (started) {
            words.add(word.toString());
        }
        return words;
    }

    /// With `TAG1`, `TAG2`, … replaced by the deployment tags that were shown so far.
    private static List<String> words(String command, List<String> tags) {
        List<String> words = new ArrayList<>();
        for (String word : words(command)) {
            int number = word.matches("TAG\\d") ? word.charAt(3) - '0' : 0;
            words.add(number == 0 ? word : tags.get(number - 1));
        }
        return words;
    }

    private static void remember(Transcript.Expected shown, List<String> tags) {
        for (List<String> lines : List.of(shown.out(), shown.err())) {
            for (String line : lines) {
                TAG.matcher(line)
                        .results()
                        .map(MatchResult::group)
                        .filter(tag -> !tags.contains(tag))
                        .forEach(tags::add);
            }
        }
    }

    private static Transcript.Expected normalized(Transcript.Expected real, Path folder) {
        return new Transcript.Expected(
                normalized(real.out(), folder), normalized(real.err(), folder), real.exitCode());
    }

    private static List<String> normalized(List<String> lines, Path folder) {
        List<String> normal = new ArrayList<>();
        for (String line : lines) {
            String text = line.replace(folder.toString(), "FOLDER");
            for (Variable variable : VARIABLES) {
                text = variable.pattern().matcher(text).replaceAll(variable.word());
            }
            normal.add(text);
        }
        return normal;
    }

    /// The lines of what a stream got; a missing last line end shows as a line of its own.
    static List<String> lines(String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        if (lines.getLast().isEmpty()) {
            lines.removeLast();
        } else {
            lines.add("(no line end)");
        }
        return lines;
    }
}
