package dev.brayer.cli;

import dev.brayer.text.Excerpt;
import dev.brayer.text.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Diagnostics as the golden files of all tests expect them: real examples for the page of codes.
final class GoldenExamples {
    private static final List<String> FOLDERS =
            List.of(
                    "grammar/src/test/resources",
                    "interpreter",
                    "examples/shop-broken/expected",
                    "cli/src/test/resources");

    private static final Pattern HEAD =
            Pattern.compile("^(.*(?:error|warning|hint): .*) \\[([a-z0-9-]+)]$");

    private static final Pattern PLACE = Pattern.compile("^([^: ]+):(\\d+):(\\d+): ");

    /// More of one example says nothing more.
    private static final int LINES = 9;

    private final Map<String, List<String>> byCode = new HashMap<>();

    static GoldenExamples ofRepository() {
        GoldenExamples examples = new GoldenExamples();
        for (String folder : FOLDERS) {
            for (Path file : files(TranscriptRunner.ROOT.resolve(folder))) {
                examples.read(file);
            }
        }
        return examples;
    }

    /// The lines of an example, or `null` where no golden file has one.
    @Nullable List<String> of(String code) {
        return byCode.get(code);
    }

    private void read(Path file) {
        List<String> lines = lines(file);
        for (int index = 0; index < lines.size(); index++) {
            Matcher head = HEAD.matcher(lines.get(index));
            if (!head.matches()) {
                continue;
            }
            List<String> example = new ArrayList<>();
            example.add(head.group(1) + " [" + head.group(2) + "]");
            for (int next = index + 1;
                    next < lines.size() && lines.get(next).startsWith("  ");
                    next++) {
                example.add(lines.get(next));
            }
            if (example.stream().noneMatch(line -> line.contains(" | "))) {
                example.addAll(1, excerpt(file, example.getFirst()));
            }
            keep(head.group(2), example.subList(0, Math.min(LINES, example.size())));
        }
    }

    /// The first example that shows a line; files are read in the order of their names.
    private void keep(String code, List<String> example) {
        List<String> known = byCode.get(code);
        if (known == null || (!shows(known) && shows(example))) {
            byCode.put(code, List.copyOf(example));
        }
    }

    private static boolean shows(List<String> example) {
        return example.stream().anyMatch(line -> line.contains(" | "));
    }

    /// The line that is meant, where the golden file stands beside the file that it speaks of.
    private static List<String> excerpt(Path golden, String head) {
        Matcher place = PLACE.matcher(head);
        if (!place.find()) {
            return List.of();
        }
        Path file = golden.resolveSibling(place.group(1));
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        Source source = Source.of(place.group(1), String.join("\n", lines(file)));
        List<String> texts = lines(file);
        int offset = 0;
        for (int line = 1; line < Integer.parseInt(place.group(2)); line++) {
            offset += texts.get(line - 1).length() + 1;
        }
        int start = offset + Integer.parseInt(place.group(3)) - 1;
        return Excerpt.of(source.place(start, start)).lines().toList();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readString(file)
                    .lines()
                    .map(line -> line.startsWith("! ") ? line.substring(2) : line)
                    .toList();
        } catch (MalformedInputException notText) {
            return List.of();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file ->
                            file.toString()
                                    .matches(".*\\.(errors|txt|transcript|expected|diagnostics)"))
                    .filter(file -> !file.toString().contains("/target/"))
                    .sorted()
                    .toList();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
