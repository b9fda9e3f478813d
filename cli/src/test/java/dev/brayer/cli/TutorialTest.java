package dev.brayer.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs the blocks marked `console` of `examples/shop/README.md`, in their order, in a copy of the
/// shop.
///
/// A line that begins with `$ ` is a command, what follows is what a person sees. A line `…` stands
/// for any lines, `…` within a line for any text. `echo $?` shows how the command before it ended.
class TutorialTest {
    private static final Path SHOP = Path.of("../examples/shop").toAbsolutePath().normalize();
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

    private record Step(int line, String command, String expected) {}

    @Test
    void everyBlockOfTheReadmeDoesWhatItSays(@TempDir Path temporary) throws Exception {
        Path folder = temporary.resolve("shop");
        copy(SHOP, folder);
        List<Step> steps = steps(Files.readAllLines(SHOP.resolve("README.md")));
        assertTrue(steps.size() > 10, "the README has only " + steps.size() + " commands");
        int exitCode = 0;
        for (Step step : steps) {
            String seen;
            if (step.command().equals("echo $?")) {
                seen = exitCode + "\n";
            } else if (step.command().startsWith("brayer ")) {
                List<String> words = words(step.command());
                Invocation invocation = Invocation.of(folder, words.subList(1, words.size()));
                exitCode = invocation.exitCode();
                seen = invocation.both();
            } else {
                seen = shell(folder, step.command());
            }
            assertTrue(
                    PageRunner.pattern(step.expected()).matcher(seen).matches(),
                    () ->
                            "README.md:"
                                    + step.line()
                                    + ": $ "
                                    + step.command()
                                    + "\n--- expected\n"
                                    + step.expected()
                                    + "--- seen\n"
                                    + seen);
        }
    }

    private static List<Step> steps(List<String> lines) {
        List<Step> steps = new ArrayList<>();
        boolean inside = false;
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at);
            if (line.startsWith("```")) {
                inside = line.equals("```console");
            } else if (inside && line.startsWith("$ ")) {
                steps.add(new Step(at + 1, line.substring(2), ""));
            } else if (inside) {
                Step last = steps.removeLast();
                steps.add(new Step(last.line(), last.command(), last.expected() + line + "\n"));
            }
        }
        return steps;
    }

    private static List<String> words(String command) {
        return WORD.matcher(command)
                .results()
                .map(found -> found.group().replaceAll("^(['\"])(.*)\\1$", "$2"))
                .toList();
    }

    private static String shell(Path folder, String command)
            throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder("sh", "-c", command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        process.getOutputStream().close();
        String seen = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return seen;
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(
                from,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path folder, BasicFileAttributes attributes) throws IOException {
                        String name = folder.getFileName().toString();
                        if (name.equals(".brayer") || name.equals("dist")) {
                            return FileVisitResult.SKIP_SUBTREE;
                        }
                        Files.createDirectories(to.resolve(from.relativize(folder).toString()));
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.copy(file, to.resolve(from.relativize(file).toString()));
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
