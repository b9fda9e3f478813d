package dev.brayer.stencil;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brayer.stencil.formation.FormationReader;
import dev.brayer.stencil.render.Fragments;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
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

/// Executes the marked blocks of the specification of formations and stencils: `yaml formation`,
/// `yaml formation-error CODE`; `yaml values` with `yaml stencil` and `yaml rendered`, or `yaml
/// stencil-error CODE`; `yaml partial FILE`; `yaml object` with `yaml stamped`, or `yaml
/// object-error CODE`.
final class SpecificationTest {
    private static final List<String> PAGES =
            List.of("formations.md", "stencils/filling.md", "stencils/stamp.md");

    private static final String HEAD =
            "formation: production\napplication: shop\ndestination: { directory: dist, namespace: shop }\n";

    @TempDir Path root;

    private String values = "";
    private String waiting = "";

    private record Block(String page, int line, List<String> mark, String text) {
        String what() {
            return mark.size() > 1 ? mark.get(1) : "";
        }

        Set<String> codes() {
            return new TreeSet<>(mark.subList(2, mark.size()));
        }
    }

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
        assertTrue(tests.size() > 40);
        return tests;
    }

    private static List<Block> read(String page) throws IOException {
        Path file = Path.of(System.getProperty("brayer.root"), "spec").resolve(page);
        List<Block> blocks = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        List<String> mark = null;
        int number = 0;
        int start = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            if (!line.startsWith("```")) {
                text.append(line).append('\n');
            } else if (mark == null) {
                mark = List.of(line.substring(3).split(" "));
                start = number;
                text.setLength(0);
            } else {
                blocks.add(new Block(page, start, mark, text.toString()));
                mark = null;
            }
        }
        return blocks;
    }

    private void run(Block block) throws IOException {
        switch (block.what()) {
            case "values" -> values = HEAD + "values:\n" + block.text().indent(2);
            case "partial" -> write("stencils/" + block.mark().get(2), block.text());
            case "stencil", "object" -> waiting = block.text();
            case "rendered" -> {
                Fragments.Filled filled = fill(waiting);
                assertEquals("", TestProject.shown(filled.diagnostics()));
                assertEquals(block.text(), filled.text());
            }
            case "stencil-error" ->
                    assertEquals(block.codes(), codes(fill(block.text()).diagnostics()));
            case "formation", "formation-error" -> {
                Diagnostics diagnostics = new Diagnostics();
                write("formation.yml", block.text());
                FormationReader.read(folder(), "formation.yml", null, null, diagnostics);
                assertEquals(block.codes(), codes(diagnostics.toList()));
            }
            case "stamped" -> {
                TestProject.Result result = stamp(waiting);
                assertEquals("", TestProject.shown(result.diagnostics()));
                assertNotNull(result.rendered());
                assertEquals(block.text(), result.rendered().files().get(0).source().text());
            }
            case "object-error" ->
                    assertEquals(block.codes(), codes(stamp(block.text()).diagnostics()));
            default -> throw new AssertionError("unknown mark " + block.mark());
        }
    }

    private static Set<String> codes(List<Diagnostic> diagnostics) {
        Set<String> codes = new TreeSet<>();
        diagnostics.forEach(diagnostic -> codes.add(diagnostic.code().id()));
        return codes;
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private ProjectFolder folder() throws IOException {
        return ProjectFolder.of(root, root, "");
    }

    private Fragments.Filled fill(String stencil) throws IOException {
        write("formation.yml", values);
        Diagnostics diagnostics = new Diagnostics();
        Formation formation =
                FormationReader.read(folder(), "formation.yml", null, null, diagnostics);
        assertNotNull(formation, () -> diagnostics.toList().toString());
        return Fragments.fill(formation, folder(), TestProject.of(root).outside(), stencil);
    }

    private TestProject.Result stamp(String objects) throws IOException {
        write("formation.yml", HEAD);
        write("stencils/object.yml", objects);
        TestProject.Result result = TestProject.of(root).render("formation.yml");
        Files.delete(root.resolve("stencils/object.yml"));
        return result;
    }
}
