package dev.brayer.stencil.render;

import dev.brayer.stencil.Formation;
import dev.brayer.stencil.Outside;
import dev.brayer.stencil.ProjectFolder;
import dev.brayer.stencil.Settings;
import dev.brayer.stencil.fill.Filler;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Source;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Fills parts of stencils, which need not be Kubernetes objects.
public final class Fragments {
    private Fragments() {}

    /// A filled part; without text after errors.
    public record Filled(String text, List<Diagnostic> diagnostics) {}

    /// Fills a text with the words of a formation.
    public static Filled fill(
            Formation formation, ProjectFolder folder, Outside outside, String stencil) {
        Diagnostics diagnostics = new Diagnostics();
        WordResolver words =
                new WordResolver(formation, folder, outside, Settings.NONE, diagnostics);
        ScopedWords scope =
                new ScopedWords(
                        words,
                        Map.of(),
                        new HashMap<>(),
                        new HashMap<>(),
                        folder,
                        List.of(),
                        diagnostics);
        Filler.Filled filled = Filler.fill(Source.of("stencil.yml", stencil), scope, diagnostics);
        return new Filled(filled == null ? "" : filled.text().toString(), diagnostics.toList());
    }
}
