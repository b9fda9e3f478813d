package dev.brayer.pipeline.snapshot;

import dev.brayer.pipeline.git.QuietSystemReader;
import dev.brayer.pipeline.model.Attempt;
import dev.brayer.pipeline.model.PipelineCode;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Place;
import dev.brayer.text.Suggestions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/// The snapshots of a project: a bare git repository, one branch for each formation, one commit for
/// each thing that became known of a snapshot (that it started, then its verdict).
///
/// A branch moves only from the commit that the caller has seen, so of two runs one loses before
/// anything is applied.
public final class SnapshotStore implements AutoCloseable {
    private static final String BRANCHES = "refs/heads/";

    private final SnapshotRepository repository;
    private final String shown;
    private final @Nullable Place place;

    private SnapshotStore(SnapshotRepository repository, String shown, @Nullable Place place) {
        this.repository = repository;
        this.shown = shown;
        this.place = place;
    }

    /// The snapshots in a bare repository on this machine, which need not exist.
    ///
    /// @param shown how people name it
    /// @param place where `pipeline.yml` says so
    public static SnapshotStore local(Path folder, String shown, @Nullable Place place) {
        QuietSystemReader.install();
        return new SnapshotStore(new SnapshotRepository(folder, null), shown, place);
    }

    /// The snapshots in a repository elsewhere, seen through a copy on this machine.
    public static SnapshotStore remote(String url, Path copy, @Nullable Place place) {
        QuietSystemReader.install();
        return new SnapshotStore(new SnapshotRepository(copy, url), url, place);
    }

    /// The commit that the formation's branch is at, empty before the first snapshot. It is what
    /// [#record] compares.
    public Attempt<Optional<String>> head(String formation) {
        try {
            repository.refresh(BRANCHES + formation);
            ObjectId head = repository.head(BRANCHES + formation);
            return Attempt.of(head == null ? Optional.empty() : Optional.of(head.name()));
        } catch (IOException | GitAPIException failed) {
            return Attempt.failed(failure(failed));
        }
    }

    /// Adds what became known of a snapshot, if the branch is still where the caller saw it.
    ///
    /// @param expected the commit of [#head], `null` for none
    /// @return the branch's new commit
    public Attempt<String> record(SnapshotContent content, @Nullable String expected) {
        String branch = BRANCHES + content.snapshot().formation();
        try {
            ObjectId parent = expected == null ? null : ObjectId.fromString(expected);
            ObjectId commit = repository.tree().write(content, parent);
            return repository.move(branch, parent, commit)
                    ? Attempt.of(commit.name())
                    : Attempt.failed(raced(content.snapshot().formation()));
        } catch (IOException | GitAPIException failed) {
            return Attempt.failed(failure(failed));
        }
    }

    /// The snapshots of a formation, the newest first, each once with what is known of it last.
    public Attempt<List<Snapshot>> history(String formation) {
        try {
            repository.refresh(BRANCHES + formation);
            List<Snapshot> found = new ArrayList<>();
            for (RevCommit commit : newestCommits(formation).values()) {
                Snapshot snapshot = repository.tree().readHead(commit);
                if (snapshot != null) {
                    found.add(snapshot);
                }
            }
            return Attempt.of(List.copyOf(found));
        } catch (IOException | GitAPIException failed) {
            return Attempt.failed(failure(failed));
        }
    }

    /// A snapshot by its id, or by a beginning of it that only one has.
    public Attempt<SnapshotContent> content(String formation, String id) {
        try {
            repository.refresh(BRANCHES + formation);
            Map<String, RevCommit> commits = newestCommits(formation);
            List<String> matching = new ArrayList<>();
            for (String known : commits.keySet()) {
                if (known.equals(id)) {
                    matching = List.of(known);
                    break;
                }
                if (known.startsWith(id)) {
                    matching.add(known);
                }
            }
            RevCommit commit = matching.size() == 1 ? commits.get(matching.getFirst()) : null;
            SnapshotContent content = commit == null ? null : repository.tree().read(commit);
            return content == null
                    ? Attempt.failed(unknown(formation, id, matching.size(), commits))
                    : Attempt.of(content);
        } catch (IOException | GitAPIException failed) {
            return Attempt.failed(failure(failed));
        }
    }

    /// The last snapshot that succeeded, if any did.
    public Attempt<Optional<SnapshotContent>> lastSucceeded(String formation) {
        return switch (history(formation)) {
            case Attempt.Failure<List<Snapshot>> failure ->
                    new Attempt.Failure<>(failure.diagnostics());
            case Attempt.Success<List<Snapshot>> success -> {
                for (Snapshot snapshot : success.value()) {
                    if (snapshot.state() == SnapshotState.SUCCEEDED) {
                        yield optional(content(formation, snapshot.id()));
                    }
                }
                yield Attempt.of(Optional.empty());
            }
        };
    }

    private static Attempt<Optional<SnapshotContent>> optional(Attempt<SnapshotContent> attempt) {
        return switch (attempt) {
            case Attempt.Success<SnapshotContent> success ->
                    Attempt.of(Optional.of(success.value()));
            case Attempt.Failure<SnapshotContent> failure ->
                    new Attempt.Failure<>(failure.diagnostics());
        };
    }

    /// By snapshot id, in the order of the newest commit of each; a message is `FORMATION ID
    /// STATE`.
    private Map<String, RevCommit> newestCommits(String formation) throws IOException {
        Map<String, RevCommit> commits = new LinkedHashMap<>();
        ObjectId head = repository.head(BRANCHES + formation);
        if (head == null) {
            return commits;
        }
        try (RevWalk walk = repository.walk()) {
            walk.markStart(walk.parseCommit(head));
            for (RevCommit commit : walk) {
                String[] words = commit.getShortMessage().split(" ", 3);
                if (words.length == 3) {
                    commits.putIfAbsent(words[1], commit);
                }
            }
        }
        return commits;
    }

    private Diagnostic unknown(
            String formation, String id, int matching, Map<String, RevCommit> commits) {
        String message =
                matching > 1
                        ? matching
                                + " snapshots of formation `"
                                + formation
                                + "` begin with `"
                                + id
                                + "`"
                        : "formation `" + formation + "` has no snapshot `" + id + "`";
        String near = Suggestions.didYouMean(id, commits.keySet());
        String list = "`brayer history " + formation + "` lists them";
        return Diagnostic.error(PipelineCode.SNAPSHOT_UNKNOWN, null, message)
                .withHint(near == null || matching > 1 ? list : near + " " + list);
    }

    private static Diagnostic raced(String formation) {
        return Diagnostic.error(
                        PipelineCode.SNAPSHOT_RACED,
                        null,
                        "another run recorded a snapshot of formation `"
                                + formation
                                + "` after this one had made its plan")
                .withHint("nothing was applied; run again");
    }

    private Diagnostic failure(Exception failed) {
        String reason =
                failed instanceof IOException io
                        ? dev.brayer.pipeline.model.IoReason.of(io)
                        : String.valueOf(failed.getMessage());
        return Diagnostic.error(
                        PipelineCode.SNAPSHOT_FAILED,
                        place,
                        "the snapshots in `" + shown + "` cannot be used: " + reason)
                .withHint("nothing was applied");
    }

    @Override
    public void close() {
        repository.close();
    }
}
