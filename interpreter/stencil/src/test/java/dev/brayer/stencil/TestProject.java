package dev.brayer.stencil;

import dev.brayer.stencil.formation.FormationReader;
import dev.brayer.stencil.render.Renderer;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Place;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A project folder that is rendered with a world outside that a test describes.
///
/// @param variables of the environment
/// @param images name to reference; a reference that begins with `?` stands in for one that is not
///   known yet
/// @param operands of `--set`
record TestProject(
        Path root,
        Map<String, String> variables,
        Map<String, String> images,
        List<String> operands) {
    static TestProject of(Path root) {
        return new TestProject(root, Map.of(), Map.of(), List.of());
    }

    /// What came of it; `rendered` is `null` when the formation could not be read.
    record Result(@Nullable RenderedFormation rendered, List<Diagnostic> diagnostics) {}

    ProjectFolder folder() throws IOException {
        return ProjectFolder.of(root, root, "");
    }

    Outside outside() {
        return new World(variables, images);
    }

    Result render(String formation) throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        Formation read = FormationReader.read(folder(), formation, null, null, diagnostics);
        if (read == null) {
            return new Result(null, diagnostics.toList());
        }
        RenderedFormation rendered =
                Renderer.render(
                        read,
                        folder(),
                        new World(variables, images),
                        Settings.of(operands),
                        () -> {
                            throw new IllegalStateException("no test here has a transformation");
                        });
        diagnostics.addAll(rendered.diagnostics());
        return new Result(rendered, diagnostics.toList());
    }

    /// All diagnostics as they are kept in golden files.
    static String shown(List<Diagnostic> diagnostics) {
        StringBuilder out = new StringBuilder();
        for (Diagnostic diagnostic : diagnostics) {
            out.append(diagnostic).append('\n');
            if (diagnostic.hint() != null) {
                out.append("  hint: ").append(diagnostic.hint()).append('\n');
            }
            for (Diagnostic.Related related : diagnostic.related()) {
                out.append("  ")
                        .append(related.place())
                        .append(": ")
                        .append(related.message())
                        .append('\n');
            }
        }
        return out.toString();
    }

    /// The table of words as it is kept in golden files.
    static String shownWords(List<WordRow> rows) {
        StringBuilder out = new StringBuilder();
        for (WordRow row : rows) {
            out.append(row.word()).append(" = ").append(row.value());
            out.append(" (").append(row.type()).append(") from ").append(row.source());
            if (row.origin() != null) {
                out.append(" at ").append(row.origin());
            }
            List<String> uses = new ArrayList<>();
            for (Place use : row.uses()) {
                uses.add(use.toString());
            }
            out.append(uses.isEmpty() ? ", unused" : ", used at " + String.join(" ", uses))
                    .append('\n');
        }
        return out.toString();
    }

    private record World(Map<String, String> variables, Map<String, String> images)
            implements Outside {
        private static Answer answer(@Nullable String found, String reason) {
            if (found == null) {
                return new Answer.Missing(reason);
            }
            return found.startsWith("?")
                    ? new Answer.StandIn(found.substring(1))
                    : new Answer.Known(found);
        }

        @Override
        public Answer variable(String name) {
            return answer(variables.get(name), "the environment has no variable `" + name + "`");
        }

        @Override
        public Answer image(String name) {
            return answer(images.get(name), "there is no image `" + name + "` in pipeline.yml");
        }

        @Override
        public List<String> imageNames() {
            return images.keySet().stream().sorted().toList();
        }

        @Override
        public Answer git(GitFact fact) {
            return switch (fact) {
                case COMMIT -> new Answer.Known("0123456789abcdef0123456789abcdef01234567");
                case SHORT -> new Answer.Known("0123456");
                case BRANCH -> new Answer.Missing("no branch is checked out");
            };
        }

        @Override
        public Answer registry() {
            return new Answer.Known("registry.example/shop");
        }

        @Override
        public Answer deployTag() {
            return new Answer.Known("20261123-0123456");
        }

        @Override
        public Answer snapshot() {
            return new Answer.Known("7");
        }
    }
}
