package dev.brayer.pipeline.destination;

import dev.brayer.pipeline.model.Attempt;
import dev.brayer.pipeline.model.Done;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Place;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A directory that holds a formation's files: looked at first, changed whole or not at all.
///
/// Only one run at a time may work on it; the formation's lock sees to that.
public final class DirectoryDestination {
    private final Path directory;
    private final String shown;
    private final DestinationComplaints complaints;
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
        this.complaints = new DestinationComplaints(shown, place);
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
                return obstacle == null
                        ? compare(current, Map.of(), files)
                        : Attempt.failed(obstacle);
            }
            if (!Files.isDirectory(current)) {
                return Attempt.failed(complaints.foreign("`" + shown + "` is not a directory"));
            }
            Inventory inventory = Inventory.read(current).orElse(null);
            if (inventory != null) {
                return isOurs(inventory)
                        ? compare(current, inventory.files(), files)
                        : Attempt.failed(complaints.otherOwner(inventory));
            }
            return DiskFiles.isEmpty(current)
                    ? compare(current, Map.of(), files)
                    : Attempt.failed(
                            complaints.foreign(
                                    "`" + shown + "` is not empty and was not written by brayer"));
        } catch (IOException failed) {
            return Attempt.failed(complaints.unwritable(failed));
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
        return complaints.unwritable("`" + above + why);
    }

    private Attempt<DestinationChange> compare(
            Path current, Map<String, Inventory.Entry> known, List<PlannedFile> files)
            throws IOException {
        return new DestinationComparison(current, known, shown, complaints).with(files);
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
            return Attempt.failed(complaints.unwritable(failed));
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
                                complaints.foreign(
                                        "`"
                                                + shown
                                                + "` is not brayer's, but a state that brayer moved aside "
                                                + "stands beside it"));
            };
        } catch (IOException failed) {
            return Attempt.failed(complaints.unwritable(failed));
        }
    }

    private Attempt<Done> recovered(String what) {
        return new Attempt.Success<>(Done.DONE, List.of(complaints.recovered(what)));
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

    /// The content of a file, `null` where none is.
    static byte @Nullable [] read(Path file) throws IOException {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                ? Files.readAllBytes(file)
                : null;
    }
}
