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

/// Exchanges the content of a directory by renaming: the new state is written whole beside the old
/// one (`.brayer-NAME.new`), the old one is moved aside (`.brayer-NAME.old`), the new one takes its
/// place, the old one is removed.
///
/// After a process died, what is there tells how far it came:
///
/// | the directory | `.old` | what happened                   | what to do                    |
/// |---------------|--------|---------------------------------|-------------------------------|
/// | there         | –      | nothing yet, or all of it       | remove `.new`, if any         |
/// | –             | there  | died between the two renames    | move `.old` back, remove `.new` |
/// | there         | there  | died before the old was removed | remove `.old`                 |
final class DirectorySwap {
    private final Path directory;
    private final Path fresh;
    private final Path old;
    private final Path parent;
    private final SwapStep.Observer observer;

    /// What [#recover] found.
    enum Found {
        NOTHING,
        UNDONE,
        FINISHED,
        /// Somebody put another directory in the place of the one that was moved aside.
        BLOCKED
    }

    DirectorySwap(Path directory, SwapStep.Observer observer) {
        Path above = directory.getParent();
        Path name = directory.getFileName();
        if (above == null || name == null) {
            throw new IllegalArgumentException("the root of a file system is no destination");
        }
        this.directory = directory;
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
            DiskFiles.remove(fresh);
            return Found.UNDONE;
        }
        return Found.NOTHING;
    }

    /// @param inventory the list of `files`
    void exchange(Inventory inventory, List<PlannedFile> files) throws IOException {
        try {
            prepare(inventory, files);
        } catch (IOException failed) {
            removeQuietly(fresh);
            throw failed;
        }
        boolean replaces = exists(directory);
        if (replaces) {
            try {
                Files.move(directory, old, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException failed) {
                removeQuietly(fresh);
                throw failed;
            }
            observer.at(SwapStep.OLD_MOVED);
        }
        try {
            Files.move(fresh, directory, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            if (replaces) {
                Files.move(old, directory, StandardCopyOption.ATOMIC_MOVE);
            }
            removeQuietly(fresh);
            throw failed;
        }
        DiskFiles.force(parent);
        observer.at(SwapStep.NEW_MOVED);
        if (replaces) {
            // What cannot be removed now, the next run removes: the exchange has happened.
            removeQuietly(old);
        }
        observer.at(SwapStep.OLD_REMOVED);
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
        String list =
                Files.exists(directory.resolve(Inventory.FILE_NAME))
                        ? Files.readString(directory.resolve(Inventory.FILE_NAME))
                        : "";
        Inventory.parse(list).ifPresent(before -> ours.addAll(before.files().keySet()));
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
