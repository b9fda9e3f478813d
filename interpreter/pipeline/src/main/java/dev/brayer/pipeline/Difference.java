package dev.brayer.pipeline;

import dev.brayer.document.Document;
import dev.brayer.document.DocumentReader;
import dev.brayer.pipeline.destination.PlannedFile;
import dev.brayer.pipeline.difference.Comparison;
import dev.brayer.pipeline.difference.ObjectChange;
import dev.brayer.pipeline.difference.State;
import dev.brayer.pipeline.model.Attempt;
import dev.brayer.pipeline.snapshot.SnapshotContent;
import dev.brayer.pipeline.snapshot.SnapshotStore;
import dev.brayer.stencil.RenderedFile;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Outcome;
import dev.brayer.text.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `diff`: what is different in a formation, between its last succeeded snapshot and what would be
/// rendered now, or between two snapshots. What names only the run (deploy tag, snapshot, commit of
/// the stamps) does not count.
///
/// @param diagnostics errors where something could not be read or rendered
public record Difference(List<OfFormation> formations, List<Diagnostic> diagnostics) {
    /// What the state that would be rendered now is called.
    public static final String NOW = "now";

    /// What a formation without a succeeded snapshot is compared with.
    public static final String NOTHING = "nothing";

    /// @param before a snapshot's id, or [#NOTHING]
    /// @param after a snapshot's id, or [#NOW]
    public record OfFormation(
            String formation, String before, String after, List<ObjectChange> objects) {
        public OfFormation {
            objects = List.copyOf(objects);
        }
    }

    public Difference {
        formations = List.copyOf(formations);
        diagnostics = List.copyOf(diagnostics);
    }

    /// Whether anything differs.
    public boolean isEmpty() {
        for (OfFormation formation : formations) {
            if (!formation.objects().isEmpty()) {
                return false;
            }
        }
        return true;
    }

    public Outcome outcome() {
        return Diagnostics.outcome(diagnostics);
    }

    /// What a run would change.
    public static Difference now(OpenedProject opened, CheckRequest request) {
        CheckedProject rendered = CheckProject.render(opened, request);
        Diagnostics diagnostics = new Diagnostics();
        diagnostics.addAll(rendered.diagnostics());
        List<OfFormation> found = new ArrayList<>();
        Project project = opened.project().orElse(null);
        if (project != null) {
            try (SnapshotStore store = RunSession.snapshots(project)) {
                for (CheckedFormation formation : rendered.formations()) {
                    String name = formation.formation().name().text();
                    switch (store.lastSucceeded(name)) {
                        case Attempt.Failure<Optional<SnapshotContent>> failure ->
                                diagnostics.addAll(failure.diagnostics());
                        case Attempt.Success<Optional<SnapshotContent>> success ->
                                found.add(
                                        compare(
                                                name,
                                                before(success.value().orElse(null)),
                                                state(formation)));
                    }
                }
            }
        }
        return new Difference(found, diagnostics.toList());
    }

    /// What changed from one snapshot of a formation to another.
    public static Difference between(
            OpenedProject opened, String formation, String from, String to) {
        Diagnostics diagnostics = new Diagnostics();
        diagnostics.addAll(opened.diagnostics());
        List<OfFormation> found = new ArrayList<>();
        Project project = opened.project().orElse(null);
        if (project != null && project.formation(formation) == null) {
            diagnostics.add(CheckProject.unknown(project, formation));
        } else if (project != null) {
            try (SnapshotStore store = RunSession.snapshots(project)) {
                SnapshotContent before = content(store, formation, from, diagnostics);
                SnapshotContent after = content(store, formation, to, diagnostics);
                if (before != null && after != null) {
                    found.add(compare(formation, before(before), before(after)));
                }
            }
        }
        return new Difference(found, diagnostics.toList());
    }

    private static @Nullable SnapshotContent content(
            SnapshotStore store, String formation, String id, Diagnostics diagnostics) {
        return switch (store.content(formation, id)) {
            case Attempt.Success<SnapshotContent> success -> success.value();
            case Attempt.Failure<SnapshotContent> failure -> {
                diagnostics.addAll(failure.diagnostics());
                yield null;
            }
        };
    }

    private static OfFormation compare(String formation, State before, State after) {
        return new OfFormation(
                formation,
                before.name(),
                after.name(),
                Comparison.compare(before, after, RunStamps::isOne));
    }

    private static State before(@Nullable SnapshotContent content) {
        List<State.Located> objects = new ArrayList<>();
        if (content == null) {
            return new State(NOTHING, objects);
        }
        for (PlannedFile file : content.files()) {
            add(
                    objects,
                    file.path(),
                    DocumentReader.read(Source.of(file.path(), file.text())).documents());
        }
        return new State(content.snapshot().id(), objects);
    }

    private static State state(CheckedFormation formation) {
        List<State.Located> objects = new ArrayList<>();
        for (RenderedFile file : formation.rendered().files()) {
            add(objects, file.name(), file.documents());
        }
        return new State(NOW, objects);
    }

    private static void add(List<State.Located> objects, String file, List<Document> documents) {
        for (Document document : documents) {
            objects.add(new State.Located(file, document, RunStamps.textOf(document)));
        }
    }
}
