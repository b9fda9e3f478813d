package dev.brayer.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brayer.pipeline.model.Stage;
import dev.brayer.text.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Executes the marked blocks of the specification of pipelines and images: `yaml pipeline` is a
/// whole `pipeline.yml`, `yaml pipeline-part` one without its application; both may be followed by
/// `text stages`, its stages with what they wait for; `yaml pipeline-error CODE` is a wrong part.
final class SpecificationTest {
    private static final List<String> PAGES = List.of("pipeline.md", "images.md");

    @TempDir Path root;

    private List<String> stages = List.of();

    private record Block(String page, int line, List<String> mark, String text) {}

    @TestFactory
    List<DynamicTest> blocks() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (String page : PAGES) {
            for (Block block : read(page)) {
                tests.add(
                        DynamicTest.dynamicTest(
                                page + ":" + block.line() + " " + block.mark(), () -> run(block)));
            }
        }
        assertTrue(tests.size() > 8, () -> "only " + tests.size() + " marked blocks");
        return tests;
    }

    private static List<Block> read(String page) throws IOException {
        Path file = Path.of(System.getProperty("brayer.root"), "spec").resolve(page);
        List<Block> blocks = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        List<String> mark = null;
        int start = 0;
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            if (!line.startsWith("```")) {
                text.append(line).append('\n');
            } else if (mark == null) {
                mark = List.of(line.substring(3).split(" "));
                start = number;
                text.setLength(0);
            } else {
                if (mark.size() > 1) {
                    blocks.add(new Block(page, start, mark, text.toString()));
                }
                mark = null;
            }
        }
        return blocks;
    }

    private void run(Block block) throws IOException {
        switch (block.mark().get(1)) {
            case "pipeline" -> assertEquals(Set.of(), open(block.text()));
            case "pipeline-part" ->
                    assertEquals(Set.of(), open("application: shop\n" + block.text()));
            case "pipeline-error" ->
                    assertEquals(
                            new TreeSet<>(block.mark().subList(2, block.mark().size())),
                            open("application: shop\n" + block.text()));
            case "stages" -> assertEquals(block.text().lines().toList(), stages);
            default -> throw new AssertionError("unknown mark " + block.mark());
        }
    }

    /// The codes of what is wrong with a pipeline, whose formations are the two that the pages
    /// name.
    private Set<String> open(String pipeline) throws IOException {
        for (String formation : List.of("staging", "production")) {
            write(
                    "formations/" + formation + ".yml",
                    "formation: "
                            + formation
                            + "\ndestination: { directory: dist/"
                            + formation
                            + " }\n");
        }
        write("policies/names.cop", "rule Named ensure on any { metadata.name exists }\n");
        write("pipeline.yml", pipeline);
        OpenedProject opened = Project.open(root, root);
        List<String> found = new ArrayList<>();
        opened.project()
                .ifPresent(project -> {
                    for (Stage stage : project.pipeline().stages()) {
                        found.add(stage.name() + ": " + stage.kind().word() + " " + stage.needs());
                    }
                });
        stages = found;
        Set<String> codes = new TreeSet<>();
        for (Diagnostic diagnostic : opened.diagnostics()) {
            codes.add(diagnostic.code().id());
        }
        return codes;
    }

    private void write(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.resolve("..").normalize());
        Files.writeString(file, text);
    }
}
