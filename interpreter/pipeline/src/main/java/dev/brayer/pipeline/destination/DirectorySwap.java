package dev.brayer.pipeline.destination;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Exchanges the content of a directory. The new state is written whole beside the old one
/// (`.brayer-NAME.new`); then the two change names in one step, so that the directory holds the old
/// state or the new one at every moment; then the old one is moved aside (`.brayer-NAME.old`) and
/// removed. A directory that is not there yet, or is empty, is replaced in one step anywhere.
///
/// Where the system cannot exchange names, the old state is moved aside first and the new one takes
/// its place then: between these two renames the directory is absent.
///
/// After a process died, what is there tells how far it came:
///
/// | the directory | `.old` | what happened                   | what to do                    |
/// |---------------|--------|---------------------------------|-------------------------------|
/// | there         | –      | nothing yet, or all of it       | remove `.new`, if any         |
/// | –             | there  | died between the two renames    | move `.old` back, remove `.new` |
/// | there         | there  | died before the old was removed | remove `.old`                 |
///
/// In the first case `.new` is the state that never took its place, or, if the directory holds a
/// later one, the old state right after the exchange.
final class DirectorySwap {
    private final Path directory;
    private final Path fresh;
    private final Path old;
    private final Path parent;
    private final FolderExchange names;
    private final SwapStep.Observer observer;

    /// What [#recover] found.
    enum Found {
        NOTHING,
        UNDONE,
        FINISHED,
        /// Somebody put another directory in the place of the one that was moved aside.
        BLOCKED
    }

    DirectorySwap(Path directory, FolderExchange names, SwapStep.Observer observer) {
        Path above = directory.getParent();
        Path name = directory.getFileName();
        if (above == null || name == null) {
            throw new IllegalArgumentException("the root of a file system is no destination");
        }
        this.directory = directory;
        this.names = names;
        this.observer = observer;
        parent = above;
        fresh = parent.resolve(".brayer-" + name + ".new");
        old = parent.resolve(".brayer-" + name + ".old");
    }

    /// The folder that holds the state that counts: the old one aside, if a run died between the
    /// renames.
    Path current() {
        return !exists(directory) && exists(old) ? old : directory;
    }

    Found recover() throws IOException {
        if (!exists(directory) && exists(old)) {
            Files.move(old, directory, StandardCopyOption.ATOMIC_MOVE);
            DiskFiles.force(parent);
            DiskFiles.remove(fresh);
            return Found.UNDONE;
        }
        if (exists(old)) {
            if (!Files.exists(directory.resolve(Inventory.FILE_NAME))) {
                return Found.BLOCKED;
            }
            DiskFiles.remove(old);
            DiskFiles.remove(fresh);
            return Found.FINISHED;
        }
        if (exists(fresh)) {
            boolean happened = holdsEarlierState(fresh);
            DiskFiles.remove(fresh);
            return happened ? Found.FINISHED : Found.UNDONE;
        }
        return Found.NOTHING;
    }

    /// Whether a folder holds the state of an earlier run than the directory: tags sort by time.
    private boolean holdsEarlierState(Path folder) throws IOException {
        Inventory there = Inventory.read(folder).orElse(null);
        Inventory now = Inventory.read(directory).orElse(null);
        return there != null && now != null && there.tag().compareTo(now.tag()) < 0;
    }

    /// @param inventory the list of `files`
    void exchange(Inventory inventory, List<PlannedFile> files) throws IOException {
        try {
            prepare(inventory, files);
        } catch (IOException failed) {
            removeQuietly(fresh);
            throw failed;
        }
        if (!exists(directory) || DiskFiles.isEmpty(directory)) {
            place(fresh);
        } else if (names.exchange(fresh, directory)) {
            DiskFiles.force(parent);
            observer.at(SwapStep.NEW_MOVED);
            moveAside();
        } else {
            renameTwice();
        }
        // What cannot be removed now, the next run removes: the exchange has happened.
        removeQuietly(old);
        observer.at(SwapStep.OLD_REMOVED);
    }

    /// Under the name of a new state, an old one that is removed only half would look unfinished.
    private void moveAside() {
        try {
            Files.move(fresh, old, StandardCopyOption.ATOMIC_MOVE);
            observer.at(SwapStep.OLD_MOVED);
        } catch (IOException later) {
            removeQuietly(fresh);
        }
    }

    private void renameTwice() throws IOException {
        try {
            Files.move(directory, old, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            removeQuietly(fresh);
            throw failed;
        }
        observer.at(SwapStep.OLD_MOVED);
        try {
            place(fresh);
        } catch (IOException failed) {
            Files.move(old, directory, StandardCopyOption.ATOMIC_MOVE);
            throw failed;
        }
    }

    /// Gives the new state the directory's name, which is free or stands for an empty folder.
    private void place(Path state) throws IOException {
        try {
            Files.move(state, directory, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            removeQuietly(state);
            throw failed;
        }
        DiskFiles.force(parent);
        observer.at(SwapStep.NEW_MOVED);
    }

    private void prepare(Inventory inventory, List<PlannedFile> files) throws IOException {
        DiskFiles.remove(fresh);
        Files.createDirectories(fresh);
        observer.at(SwapStep.FOLDER_MADE);
        for (PlannedFile file : files) {
            DiskFiles.write(
                    fresh.resolve(file.path()), file.text().getBytes(StandardCharsets.UTF_8));
            verify(file);
            observer.at(SwapStep.FILE_WRITTEN);
        }
        if (exists(directory)) {
            takeOver();
        }
        observer.at(SwapStep.FILES_WRITTEN);
        DiskFiles.write(
                fresh.resolve(Inventory.FILE_NAME),
                inventory.print().getBytes(StandardCharsets.UTF_8));
        DiskFiles.forceAll(fresh);
        DiskFiles.force(parent);
        observer.at(SwapStep.INVENTORY_WRITTEN);
    }

    /// What stands on the disk is what was planned, or nothing happens.
    private void verify(PlannedFile file) throws IOException {
        byte[] written = Files.readAllBytes(fresh.resolve(file.path()));
        if (!dev.brayer.pipeline.model.Sha256.of(written).equals(file.digest())) {
            throw new IOException(
                    "what was written as " + file.path() + " is not what was planned");
        }
    }

    /// Files that are not brayer's stay, and the directory keeps its access rights.
    private void takeOver() throws IOException {
        Set<String> ours = new HashSet<>();
        ours.add(Inventory.FILE_NAME);
        Inventory.read(directory).ifPresent(before -> ours.addAll(before.files().keySet()));
        DiskFiles.copyOthers(directory, fresh, ours);
        PosixFileAttributeView rights =
                Files.getFileAttributeView(directory, PosixFileAttributeView.class);
        if (rights != null) {
            Files.setPosixFilePermissions(fresh, rights.readAttributes().permissions());
        }
    }

    private static void removeQuietly(Path folder) {
        try {
            DiskFiles.remove(folder);
        } catch (IOException later) {
            // The next run removes it; the failure that led here is the one to tell.
        }
    }

    private static boolean exists(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }
}
