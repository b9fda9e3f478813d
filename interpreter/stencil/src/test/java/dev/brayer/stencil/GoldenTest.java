package dev.brayer.stencil;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Each folder of `src/test/resources/cases` is a project with `formation.yml`, and `expected/`
/// what comes of it: the rendered files, `diagnostics.txt`, `words.txt`. Lines of `world.txt` are
/// `--set WORD=VALUE`, `env NAME=VALUE` and `image NAME=REFERENCE`. `-Dbrayer.golden=write`
/// rewrites the expectations, and fails.
final class GoldenTest {
    private static final Path CASES = Path.of("src", "test", "resources", "cases");

    @TestFactory
    Stream<DynamicTest> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            List<Path> sorted = folders.sorted().toList();
            assertFalse(sorted.isEmpty());
            return sorted.stream()
                    .map(folder ->
                            DynamicTest.dynamicTest(
                                    String.valueOf(folder.getFileName()), () -> run(folder)));
        }
    }

    private static void run(Path folder) throws IOException {
        Map<String, String> actual = outputs(folder);
        Path expected = folder.resolve("expected");
        Map<String, String> golden = read(expected);
        boolean write = "write".equals(System.getProperty("brayer.golden"));
        if (write && !golden.equals(actual)) {
            for (String stale : golden.keySet()) {
                Files.delete(expected.resolve(stale));
            }
            for (Map.Entry<String, String> file : actual.entrySet()) {
                Path path = expected.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
        }
        assertEquals(golden.keySet(), new TreeSet<>(actual.keySet()));
        for (Map.Entry<String, String> file : actual.entrySet()) {
            assertEquals(golden.get(file.getKey()), file.getValue(), file.getKey());
        }
    }

    private static Map<String, String> outputs(Path folder) throws IOException {
        Map<String, String> variables = new HashMap<>();
        Map<String, String> images = new HashMap<>();
        List<String> operands = new ArrayList<>();
        Path world = folder.resolve("world.txt");
        for (String line : Files.exists(world) ? Files.readAllLines(world) : List.<String>of()) {
            String operand = line.substring(line.indexOf(' ') + 1);
            int equals = operand.indexOf('=');
            if (line.startsWith("--set ")) {
                operands.add(operand);
            } else {
                (line.startsWith("env ") ? variables : images)
                        .put(operand.substring(0, equals), operand.substring(equals + 1));
            }
        }
        TestProject.Result result =
                new TestProject(folder, variables, images, operands).render("formation.yml");
        Map<String, String> outputs = new TreeMap<>();
        if (!result.diagnostics().isEmpty()) {
            outputs.put("diagnostics.txt", TestProject.shown(result.diagnostics()));
        }
        if (result.rendered() != null) {
            if (!result.rendered().words().isEmpty() && Files.exists(folder.resolve("explain"))) {
                outputs.put("words.txt", TestProject.shownWords(result.rendered().words()));
            }
            for (RenderedFile file : result.rendered().files()) {
                outputs.put(file.name(), file.source().text());
            }
        }
        return outputs;
    }

    private static Map<String, String> read(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> paths = Files.walk(folder)) {
                for (Path path : paths.filter(Files::isRegularFile).toList()) {
                    String name = folder.relativize(path).toString().replace('\\', '/');
                    files.put(name, new String(Files.readAllBytes(path), StandardCharsets.UTF_8));
                }
            }
        }
        return files;
    }
}
