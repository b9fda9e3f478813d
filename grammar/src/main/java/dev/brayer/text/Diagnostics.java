package dev.brayer.text;

import java.util.ArrayList;
import java.util.List;

/// Collects diagnostics while a stage works; a stage goes on after an error as far as it makes
/// sense.
public final class Diagnostics {
    private final List<Diagnostic> collected = new ArrayList<>();
    private int errors;

    public void add(Diagnostic diagnostic) {
        collected.add(diagnostic);
        if (diagnostic.isError()) {
            errors++;
        }
    }

    public void addAll(Iterable<Diagnostic> diagnostics) {
        for (Diagnostic diagnostic : diagnostics) {
            add(diagnostic);
        }
    }

    public boolean hasErrors() {
        return errors > 0;
    }

    public int errorCount() {
        return errors;
    }

    /// What was collected so far, in the order in which it came.
    public List<Diagnostic> toList() {
        return List.copyOf(collected);
    }

    /// How a command ends on these: the worst outcome among the errors, [Outcome#SUCCESS] without
    /// any.
    public static Outcome outcome(Iterable<Diagnostic> diagnostics) {
        Outcome worst = Outcome.SUCCESS;
        for (Diagnostic diagnostic : diagnostics) {
            if (diagnostic.isError()) {
                worst = worst.and(diagnostic.code().outcome());
            }
        }
        return worst;
    }
}
