package dev.brayer.pipeline;

import dev.brayer.text.Diagnostic;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What opening a project came to. With errors among the diagnostics there may still be a project:
/// what is whole in it can be checked, but nothing can be planned or run.
public final class OpenedProject {
    private final @Nullable Project project;
    private final List<Diagnostic> diagnostics;

    OpenedProject(@Nullable Project project, List<Diagnostic> diagnostics) {
        this.project = project;
        this.diagnostics = List.copyOf(diagnostics);
    }

    /// Empty when there is no pipeline to speak of.
    public Optional<Project> project() {
        return Optional.ofNullable(project);
    }

    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    public boolean hasErrors() {
        for (Diagnostic diagnostic : diagnostics) {
            if (diagnostic.isError()) {
                return true;
            }
        }
        return false;
    }
}
