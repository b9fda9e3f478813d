package dev.brayer.pipeline;

import dev.brayer.pipeline.event.Event;
import dev.brayer.pipeline.event.EventSink;
import dev.brayer.pipeline.git.Head;
import dev.brayer.pipeline.lock.FormationLock;
import dev.brayer.pipeline.model.Attempt;
import dev.brayer.pipeline.model.DeployTag;
import dev.brayer.pipeline.model.IoReason;
import dev.brayer.pipeline.model.Pipeline;
import dev.brayer.pipeline.model.PipelineCode;
import dev.brayer.pipeline.model.PipelineReader;
import dev.brayer.pipeline.snapshot.SnapshotStore;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Outcome;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What everything in one run shares: its tag, its events, its locks, the snapshots, what was told
/// so far.
final class RunSession implements AutoCloseable {
    private static final DateTimeFormatter SINCE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT);

    private final Project project;
    private final RunRequest request;
    private final EventSink events;
    private final long start;
    private final @Nullable String commit;
    private final String tag;
    private final Diagnostics diagnostics = new Diagnostics();
    private final List<FormationLock> locks = new ArrayList<>();
    private @Nullable SnapshotStore snapshots;

    RunSession(Project project, RunRequest request) {
        this.project = project;
        this.request = request;
        events = new OrderedEvents(request.events());
        start = request.circumstances().clock().getAsLong();
        commit = project.git().flatMap(git -> git.head()).map(Head::commit).orElse(null);
        tag = DeployTag.create(start, commit, request.circumstances().random()).text();
    }

    Project project() {
        return project;
    }

    RunRequest request() {
        return request;
    }

    EventSink events() {
        return events;
    }

    String tag() {
        return tag;
    }

    @Nullable String commit() {
        return commit;
    }

    long start() {
        return start;
    }

    long now() {
        return request.circumstances().clock().getAsLong();
    }

    /// Tells something that belongs to no stage, and remembers it for the report.
    synchronized void tell(Iterable<Diagnostic> told) {
        for (Diagnostic diagnostic : told) {
            diagnostics.add(diagnostic);
            events.accept(new Event.Told(diagnostic));
        }
    }

    /// Remembers what was told otherwise.
    synchronized void remember(Iterable<Diagnostic> told) {
        diagnostics.addAll(told);
    }

    synchronized boolean hasErrors() {
        return diagnostics.hasErrors();
    }

    synchronized List<Diagnostic> diagnostics() {
        return diagnostics.toList();
    }

    /// Makes `.brayer/`; says whether that worked.
    boolean prepareState() {
        try {
            project.state().create();
            return true;
        } catch (IOException failed) {
            tell(List.of(stateFailed(failed)));
            return false;
        }
    }

    /// Takes the locks of formations; says whether all of them were free. They are given back by
    /// [#close].
    boolean lock(List<String> formations) {
        String holder =
                "process "
                        + ProcessHandle.current().pid()
                        + " on "
                        + request.circumstances().host()
                        + " since "
                        + SINCE.format(Instant.ofEpochMilli(start).atZone(ZoneOffset.UTC));
        for (String formation : formations) {
            switch (FormationLock.take(project.state().locks(), formation, holder)) {
                case Attempt.Success<FormationLock> success -> locks.add(success.value());
                case Attempt.Failure<FormationLock> failure -> {
                    tell(failure.diagnostics());
                    return false;
                }
            }
        }
        return true;
    }

    /// The snapshots of the project.
    synchronized SnapshotStore snapshots() {
        SnapshotStore known = snapshots;
        if (known == null) {
            known = snapshots(project);
            snapshots = known;
        }
        return known;
    }

    static SnapshotStore snapshots(Project project) {
        Pipeline.Written written = project.pipeline().snapshots();
        if (written == null) {
            return SnapshotStore.local(
                    project.state().snapshots(),
                    project.folder().name(".brayer/snapshots.git"),
                    null);
        }
        return PipelineReader.isUrl(written.text())
                ? SnapshotStore.remote(written.text(), project.state().snapshots(), written.place())
                : SnapshotStore.local(
                        project.root().resolve(written.text()),
                        project.folder().name(written.text()),
                        written.place());
    }

    static Diagnostic stateFailed(IOException failed) {
        return Diagnostic.error(
                        PipelineCode.STATE_FAILED,
                        null,
                        "`.brayer` cannot be written: " + IoReason.of(failed))
                .withHint("nothing was deployed");
    }

    /// The report, after the last event.
    RunReport end(Outcome stages, @Nullable Plan plan, List<CheckedFormation> formations) {
        boolean interrupted =
                request.cancellation().reason().orElse(null)
                        == dev.brayer.pipeline.event.Cancellation.Reason.INTERRUPTED;
        Outcome outcome = stages.and(Diagnostics.outcome(diagnostics()));
        events.accept(new Event.Finished(outcome, interrupted, now() - start));
        return new RunReport(tag, outcome, plan, formations, diagnostics(), interrupted);
    }

    @Override
    public void close() {
        for (FormationLock lock : locks) {
            lock.close();
        }
        if (snapshots != null) {
            snapshots.close();
        }
    }
}
