package dev.brayer.cli;

import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Outcome;
import java.util.List;

/// What a command found, before it takes the shape of a format.
///
/// @param outcome how the command ends as far as this report decides
record Report(List<Diagnostic> diagnostics, Outcome outcome) {
    Report {
        diagnostics = List.copyOf(diagnostics);
    }

    static Report ofDiagnostics(List<Diagnostic> diagnostics) {
        return new Report(diagnostics, Diagnostics.outcome(diagnostics));
    }
}
