package dev.brayer.pipeline;

import dev.brayer.pipeline.model.Attempt;
import dev.brayer.pipeline.snapshot.Snapshot;
import dev.brayer.pipeline.snapshot.SnapshotStore;
import dev.brayer.stencil.Formation;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Outcome;
import java.util.ArrayList;
import java.util.List;

/// `history`: the snapshots of formations, the newest first.
///
/// @param diagnostics errors where something could not be read
public record History(List<OfFormation> formations, List<Diagnostic> diagnostics) {
    /// @param snapshots the newest first
    public record OfFormation(String formation, List<Snapshot> snapshots) {
        public OfFormation {
            snapshots = List.copyOf(snapshots);
        }
    }

    public History {
        formations = List.copyOf(formations);
        diagnostics = List.copyOf(diagnostics);
    }

    public Outcome outcome() {
        return Diagnostics.outcome(diagnostics);
    }

    /// @param names of formations; empty for all
    public static History read(OpenedProject opened, List<String> names) {
        Diagnostics diagnostics = new Diagnostics();
        diagnostics.addAll(opened.diagnostics());
        List<OfFormation> found = new ArrayList<>();
        Project project = opened.project().orElse(null);
        if (project != null) {
            List<Formation> selected = CheckProject.selected(project, opened, names, diagnostics);
            try (SnapshotStore store = RunSession.snapshots(project)) {
                for (Formation formation : selected) {
                    String name = formation.name().text();
                    switch (store.history(name)) {
                        case Attempt.Success<List<Snapshot>> success ->
                                found.add(new OfFormation(name, success.value()));
                        case Attempt.Failure<List<Snapshot>> failure ->
                                diagnostics.addAll(failure.diagnostics());
                    }
                }
            }
        }
        return new History(found, diagnostics.toList());
    }
}
