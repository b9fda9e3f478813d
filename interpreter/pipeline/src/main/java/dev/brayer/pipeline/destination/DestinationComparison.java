package dev.brayer.pipeline.destination;

import dev.brayer.pipeline.model.Attempt;
import dev.brayer.pipeline.model.Sha256;
import dev.brayer.text.Diagnostic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Compares what a destination holds with what it shall hold.
final class DestinationComparison {
    private final Path current;
    private final Map<String, Inventory.Entry> known;
    private final String shown;
    private final DestinationComplaints complaints;
    private final Map<String, FileChange> changes = new TreeMap<>();
    private final List<PlannedFile> after = new ArrayList<>();
    private final List<Diagnostic> notes = new ArrayList<>();

    /// @param known the files that brayer wrote last
    DestinationComparison(
            Path current,
            Map<String, Inventory.Entry> known,
            String shown,
            DestinationComplaints complaints) {
        this.current = current;
        this.known = known;
        this.shown = shown;
        this.complaints = complaints;
    }

    /// What the destination becomes with these files, in place of all that it holds.
    Attempt<DestinationChange> with(List<PlannedFile> files) throws IOException {
        Set<String> wanted = new HashSet<>();
        for (PlannedFile file : files) {
            wanted.add(file.path());
            Inventory.Entry entry = known.get(file.path());
            byte[] there = DirectoryDestination.read(current.resolve(file.path()));
            if (entry == null && there != null) {
                return Attempt.failed(
                        complaints.foreign(
                                "`"
                                        + shown
                                        + "/"
                                        + file.path()
                                        + "` is to be written, but a file that brayer did not write "
                                        + "stands there"));
            }
            String digest = there == null ? null : Sha256.of(there);
            PlannedFile kept = kept(file, entry, there, digest);
            after.add(kept == null ? file : kept);
            changes.put(file.path(), change(file, digest, kept != null));
            note(file.path(), entry, digest);
        }
        for (Map.Entry<String, Inventory.Entry> entry : known.entrySet()) {
            if (!wanted.contains(entry.getKey())) {
                byte[] there = DirectoryDestination.read(current.resolve(entry.getKey()));
                String digest = there == null ? null : Sha256.of(there);
                changes.put(
                        entry.getKey(),
                        new FileChange(entry.getKey(), FileChange.Kind.REMOVED, digest, null));
                note(entry.getKey(), entry.getValue(), digest);
            }
        }
        return Attempt.of(
                new DestinationChange(shown, List.copyOf(changes.values()), after, notes));
    }

    /// The file that is there, if it says the same as the wanted one and nobody changed it.
    private static @Nullable PlannedFile kept(
            PlannedFile file,
            Inventory.@Nullable Entry entry,
            byte @Nullable [] there,
            @Nullable String digest) {
        if (entry == null || there == null || !entry.digest().equals(digest)) {
            return null;
        }
        return entry.meaning().equals(file.meaning())
                ? new PlannedFile(
                        file.path(),
                        new String(there, StandardCharsets.UTF_8),
                        entry.digest(),
                        entry.meaning())
                : null;
    }

    private static FileChange change(PlannedFile file, @Nullable String before, boolean kept) {
        if (kept) {
            return new FileChange(file.path(), FileChange.Kind.UNCHANGED, before, before);
        }
        FileChange.Kind kind = before == null ? FileChange.Kind.ADDED : FileChange.Kind.CHANGED;
        return new FileChange(file.path(), kind, before, file.digest());
    }

    private void note(String path, Inventory.@Nullable Entry entry, @Nullable String digest) {
        if (entry != null && !entry.digest().equals(digest)) {
            notes.add(complaints.modified(path, digest == null ? "was removed" : "was changed"));
        }
    }
}
