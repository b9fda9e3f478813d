package dev.brayer.pipeline.destination;

import dev.brayer.pipeline.model.Attempt;
import dev.brayer.pipeline.model.Done;
import dev.brayer.pipeline.model.IoReason;
import dev.brayer.pipeline.model.PipelineCode;
import dev.brayer.pipeline.model.Sha256;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Place;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A directory that holds a formation's files: looked at first, changed whole or not at all.
///
/// Only one run at a time may work on it; the formation's lock sees to that.
public final class DirectoryDestination {
    private final Path directory;
    private final String shown;
    private final @Nullable Place place;
    private final DestinationOwner owner;
    private final FolderExchange names;
    private final SwapStep.Observer observer;

    /// @param directory where the files go; need not exist
    /// @param shown how people name it
    /// @param place where the formation says so
    public DirectoryDestination(
            Path directory, String shown, @Nullable Place place, DestinationOwner owner) {
        this(directory, shown, place, owner, FolderExchange.OF_SYSTEM, step -> {});
    }

    DirectoryDestination(
            Path directory,
            String shown,
            @Nullable Place place,
            DestinationOwner owner,
            FolderExchange names,
            SwapStep.Observer observer) {
        this.directory = directory;
        this.shown = shown;
        this.place = place;
        this.owner = owner;
        this.names = names;
        this.observer = observer;
    }

    /// Where the files go.
    public Path folder() {
        return directory;
    }

    /// What an apply of these files would change. Writes nothing.
    public Attempt<DestinationChange> compute(List<PlannedFile> files) {
        try {
            Path current = swap().current();
            if (!Files.exists(current, LinkOption.NOFOLLOW_LINKS)) {
                Diagnostic obstacle = obstacle(current);
                return obstacle == null ? compute(current, null, files) : Attempt.failed(obstacle);
            }
            if (!Files.isDirectory(current)) {
                return Attempt.failed(foreign("`" + shown + "` is not a directory"));
            }
            Inventory inventory = Inventory.read(current).orElse(null);
            if (inventory != null) {
                return isOurs(inventory)
                        ? compute(current, inventory, files)
                        : Attempt.failed(otherOwner(inventory));
            }
            return DiskFiles.isEmpty(current)
                    ? compute(current, null, files)
                    : Attempt.failed(
                            foreign("`" + shown + "` is not empty and was not written by brayer"));
        } catch (IOException failed) {
            return Attempt.failed(failure(failed));
        }
    }

    /// What will keep the directory from being made, seen before anything is touched.
    private @Nullable Diagnostic obstacle(Path absent) {
        Path above = absent.getParent();
        while (above != null && !Files.exists(above)) {
            above = above.getParent();
        }
        if (above == null || (Files.isDirectory(above) && Files.isWritable(above))) {
            return null;
        }
        String why = Files.isDirectory(above) ? "` may not be written to" : "` is not a directory";
        return unwritable("`" + above + why);
    }

    private Attempt<DestinationChange> compute(
            Path current, @Nullable Inventory inventory, List<PlannedFile> files)
            throws IOException {
        Map<String, Inventory.Entry> known = inventory == null ? Map.of() : inventory.files();
        Map<String, FileChange> changes = new TreeMap<>();
        List<PlannedFile> after = new ArrayList<>();
        List<Diagnostic> notes = new ArrayList<>();
        Set<String> wanted = new HashSet<>();
        for (PlannedFile file : files) {
            wanted.add(file.path());
            Inventory.Entry entry = known.get(file.path());
            byte[] there = read(current.resolve(file.path()));
            if (entry == null && there != null) {
                return Attempt.failed(
                        foreign(
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
            note(file.path(), entry, digest, notes);
        }
        for (Map.Entry<String, Inventory.Entry> entry : known.entrySet()) {
            if (!wanted.contains(entry.getKey())) {
                byte[] there = read(current.resolve(entry.getKey()));
                String digest = there == null ? null : Sha256.of(there);
                changes.put(
                        entry.getKey(),
                        new FileChange(entry.getKey(), FileChange.Kind.REMOVED, digest, null));
                note(entry.getKey(), entry.getValue(), digest, notes);
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

    private void note(
            String path,
            Inventory.@Nullable Entry entry,
            @Nullable String digest,
            List<Diagnostic> notes) {
        if (entry == null || entry.digest().equals(digest)) {
            return;
        }
        String what = digest == null ? "was removed" : "was changed";
        notes.add(
                Diagnostic.warning(
                                PipelineCode.DESTINATION_MODIFIED,
                                place,
                                "`"
                                        + shown
                                        + "/"
                                        + path
                                        + "` "
                                        + what
                                        + " by hand since brayer wrote it")
                        .withHint("the run puts back what the project says"));
    }

    /// Makes the directory hold exactly the planned state, or leaves it as it was.
    ///
    /// @param tag the run that does it
    public Attempt<Done> apply(DestinationChange change, String tag) {
        if (change.isEmpty()) {
            return Attempt.of(Done.DONE);
        }
        try {
            swap().exchange(
                            Inventory.of(
                                    owner.application(), owner.formation(), tag, change.files()),
                            change.files());
            return Attempt.of(Done.DONE);
        } catch (IOException failed) {
            return Attempt.failed(failure(failed));
        }
    }

    /// Tidies up after a run that was cut off; to be called under the formation's lock, before
    /// [#compute].
    public Attempt<Done> recover() {
        try {
            return switch (swap().recover()) {
                case NOTHING -> Attempt.of(Done.DONE);
                case UNDONE -> recovered("its exchange was undone: the state before it is back");
                case FINISHED ->
                        recovered(
                                "its exchange had happened; what was left of the old state is gone");
                case BLOCKED ->
                        Attempt.failed(
                                foreign(
                                        "`"
                                                + shown
                                                + "` is not brayer's, but a state that brayer moved aside "
                                                + "stands beside it"));
            };
        } catch (IOException failed) {
            return Attempt.failed(failure(failed));
        }
    }

    private Attempt<Done> recovered(String what) {
        return new Attempt.Success<>(
                Done.DONE,
                List.of(
                        Diagnostic.warning(
                                PipelineCode.DESTINATION_RECOVERED,
                                place,
                                "a run into `" + shown + "` was cut off; " + what)));
    }

    /// The files that a run of this formation wrote last, with their text, by path; empty where
    /// none did, where another one did, or where they cannot be read.
    public Optional<Map<String, String>> deployed() {
        try {
            Path folder = swap().current();
            Inventory inventory = Inventory.read(folder).orElse(null);
            if (inventory == null || !isOurs(inventory)) {
                return Optional.empty();
            }
            Map<String, String> files = new LinkedHashMap<>();
            for (String path : inventory.files().keySet()) {
                Path file = folder.resolve(path).normalize();
                byte[] content = file.startsWith(folder) ? read(file) : null;
                // Who took a file away by hand took its objects away.
                if (content != null) {
                    files.put(path, new String(content, StandardCharsets.UTF_8));
                }
            }
            return Optional.of(files);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /// The run that wrote what is there now, if brayer wrote it.
    public Optional<String> currentTag() {
        try {
            Inventory inventory = Inventory.read(swap().current()).orElse(null);
            return inventory != null && isOurs(inventory)
                    ? Optional.of(inventory.tag())
                    : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private DirectorySwap swap() throws IOException {
        Path real = Files.exists(directory) ? directory.toRealPath() : directory.toAbsolutePath();
        return new DirectorySwap(real.normalize(), names, observer);
    }

    private boolean isOurs(Inventory inventory) {
        return inventory.application().equals(owner.application())
                && inventory.formation().equals(owner.formation());
    }

    private static byte @Nullable [] read(Path file) throws IOException {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                ? Files.readAllBytes(file)
                : null;
    }

    private Diagnostic foreign(String message) {
        return Diagnostic.error(PipelineCode.DESTINATION_FOREIGN, place, message)
                .withHint("name another directory, or empty this one");
    }

    private Diagnostic otherOwner(Inventory inventory) {
        return Diagnostic.error(
                        PipelineCode.DESTINATION_OTHER_OWNER,
                        place,
                        "`"
                                + shown
                                + "` holds formation `"
                                + inventory.formation()
                                + "` of application `"
                                + inventory.application()
                                + "`")
                .withHint("name another directory");
    }

    private Diagnostic failure(IOException failed) {
        return unwritable(IoReason.of(failed));
    }

    private Diagnostic unwritable(String reason) {
        return Diagnostic.error(
                        PipelineCode.DESTINATION_FAILED,
                        place,
                        "`" + shown + "` cannot be written: " + reason)
                .withHint("nothing in it was changed");
    }
}
