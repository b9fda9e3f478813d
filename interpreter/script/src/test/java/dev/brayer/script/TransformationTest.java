package dev.brayer.script;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.brayer.document.Document;
import dev.brayer.stencil.Answer;
import dev.brayer.stencil.Formation;
import dev.brayer.stencil.GitFact;
import dev.brayer.stencil.Outside;
import dev.brayer.stencil.ProjectFolder;
import dev.brayer.stencil.RenderedFile;
import dev.brayer.stencil.RenderedFormation;
import dev.brayer.stencil.Settings;
import dev.brayer.stencil.formation.FormationReader;
import dev.brayer.stencil.render.Renderer;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Excerpt;
import dev.brayer.text.Origin;
import dev.brayer.text.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Each `NAME.js` of `src/test/resources/transformations` changes the stencil `web.yml`; `NAME.txt`
/// is what comes of it: the rendered files without the stamp, with the line of the script for each
/// line that has one. `-Dbrayer.golden=write` rewrites the expectations, and fails.
final class TransformationTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "transformations");
    private static final List<String> PRINTED = new ArrayList<>();
    private static final Scripts SCRIPTS = TestRuntime.scripts(TestRuntime.LIMITS, PRINTED);

    @AfterAll
    static void close() {
        SCRIPTS.close();
    }

    @TestFactory
    Stream<DynamicTest> transformations(@TempDir Path projects) throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files
                    .map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".js"))
                    .sorted()
                    .toList()
                    .stream()
                    .map(name -> DynamicTest.dynamicTest(name, () -> run(name, projects)));
        }
    }

    private static void run(String name, Path projects) throws IOException {
        PRINTED.clear();
        Path project = Files.createDirectories(projects.resolve(name));
        Files.createDirectories(project.resolve("stencils"));
        Files.copy(FOLDER.resolve("web.yml"), project.resolve("stencils/web.yml"));
        Files.copy(FOLDER.resolve(name), project.resolve(name));
        Files.writeString(
                project.resolve("production.yml"),
                "formation: production\napplication: shop\ntransformations: ["
                        + name
                        + "]\nvalues: { replicas: 2, image: nginx }\n");
        Diagnostics diagnostics = new Diagnostics();
        ProjectFolder folder = ProjectFolder.of(project, project, "");
        Formation formation =
                FormationReader.read(folder, "production.yml", null, null, diagnostics);
        StringBuilder text = new StringBuilder();
        if (formation != null) {
            RenderedFormation rendered =
                    Renderer.render(formation, folder, new Nothing(), Settings.NONE, () -> SCRIPTS);
            diagnostics.addAll(rendered.diagnostics());
            rendered.files().forEach(file -> append(file, text));
        }
        append(diagnostics.toList(), text);
        for (String line : PRINTED) {
            text.append("printed: ").append(line).append('\n');
        }
        Path expected = FOLDER.resolve(name.replace(".js", ".txt"));
        String golden = Files.exists(expected) ? Files.readString(expected) : "";
        if ("write".equals(System.getProperty("brayer.golden"))
                && !golden.equals(text.toString())) {
            Files.writeString(expected, text.toString());
        }
        assertEquals(golden, text.toString());
    }

    private static void append(RenderedFile file, StringBuilder text) {
        text.append("== ").append(file.name()).append(", ");
        text.append(file.documents().size()).append(" documents\n");
        String rendered = file.source().text();
        int start = 0;
        while (start < rendered.length()) {
            int end = rendered.indexOf('\n', start);
            end = end < 0 ? rendered.length() : end;
            String line = rendered.substring(start, end);
            if (!line.contains("brayer") && !line.equals("  labels:")) {
                text.append(line).append(from(file.source().place(start, end))).append('\n');
            }
            start = end + 1;
        }
        for (Document document : file.documents()) {
            text.append("-- ").append(document.identity()).append('\n');
        }
    }

    private static String from(Place place) {
        StringBuilder from = new StringBuilder();
        for (Origin origin : place.origins()) {
            if (origin.word().equals("transformation")) {
                from.append("    <- ").append(origin.place());
            }
        }
        return from.toString();
    }

    private static void append(List<Diagnostic> diagnostics, StringBuilder text) {
        for (Diagnostic diagnostic : diagnostics) {
            text.append(diagnostic).append('\n');
            if (diagnostic.place() != null) {
                text.append(Excerpt.of(diagnostic.place().written()));
            }
        }
    }

    /// A world without anything.
    private static final class Nothing implements Outside {
        @Override
        public Answer variable(String name) {
            return new Answer.Missing("there are no variables");
        }

        @Override
        public Answer image(String name) {
            return new Answer.Missing("there are no images");
        }

        @Override
        public List<String> imageNames() {
            return List.of();
        }

        @Override
        public Answer git(GitFact fact) {
            return new Answer.Missing("there is no git");
        }

        @Override
        public Answer registry() {
            return new Answer.Missing("there is no registry");
        }

        @Override
        public Answer deployTag() {
            return new Answer.Missing("nothing is deployed");
        }

        @Override
        public Answer snapshot() {
            return new Answer.Missing("there is no snapshot");
        }
    }
}
