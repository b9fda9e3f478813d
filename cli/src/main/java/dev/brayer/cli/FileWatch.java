package dev.brayer.cli;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Waits until something changes in the folders of files.
///
/// The system tells when something may have changed; where it cannot (a network drive, no more
/// watches to be had), the folders are looked at now and then. What really changed is decided by
/// comparing names, sizes and times in both cases, because editors move files about and programs
/// touch them.
final class FileWatch implements AutoCloseable {
    /// An editor writes a file in several steps, and a git checkout many files.
    private static final long SETTLE_MILLISECONDS = 100;

    private static final long POLL_MILLISECONDS = 500;

    private final Path workingFolder;
    private @Nullable WatchService service;
    private final Map<Path, WatchKey> keys = new HashMap<>();
    private Set<Path> folders = Set.of();
    private Map<Path, String> seen = Map.of();

    FileWatch(Path workingFolder) {
        this.workingFolder = workingFolder;
        try {
            service = FileSystems.getDefault().newWatchService();
        } catch (IOException | UnsupportedOperationException notHere) {
            service = null;
        }
    }

    /// Looks at these files from now on: at the folders of files, and at everything below folders.
    /// What was looked at before is still compared with how it was at the last change, so that
    /// nothing is missed that changed while the files were read.
    void look(Collection<String> files) {
        Set<Path> all = new LinkedHashSet<>();
        for (String file : files) {
            Path path = workingFolder.resolve(file).normalize();
            Path folder = path.getParent();
            if (Files.isDirectory(path)) {
                all.add(path);
                addBelow(path, all);
            } else if (folder != null && Files.isDirectory(folder)) {
                all.add(folder);
            }
        }
        Map<Path, String> next = new HashMap<>();
        for (Path folder : all) {
            next.putAll(folders.contains(folder) ? known(folder) : state(folder));
        }
        folders = all;
        seen = next;
        register();
    }

    private static void addBelow(Path folder, Set<Path> all) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                boolean hidden = String.valueOf(entry.getFileName()).startsWith(".");
                if (!hidden
                        && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)
                        && all.add(entry)) {
                    addBelow(entry, all);
                }
            }
        } catch (IOException gone) {
            // A folder that went away is a change that the next comparison sees.
        }
    }

    private Map<Path, String> known(Path folder) {
        Map<Path, String> known = new HashMap<>();
        for (Map.Entry<Path, String> entry : seen.entrySet()) {
            if (folder.equals(entry.getKey().getParent())) {
                known.put(entry.getKey(), entry.getValue());
            }
        }
        return known;
    }

    private void register() {
        WatchService known = service;
        if (known == null) {
            return;
        }
        List<Path> old = new ArrayList<>(keys.keySet());
        for (Path folder : old) {
            if (!folders.contains(folder)) {
                WatchKey key = keys.remove(folder);
                if (key != null) {
                    key.cancel();
                }
            }
        }
        for (Path folder : folders) {
            if (!keys.containsKey(folder)) {
                try {
                    keys.put(
                            folder,
                            folder.register(
                                    known,
                                    StandardWatchEventKinds.ENTRY_CREATE,
                                    StandardWatchEventKinds.ENTRY_MODIFY,
                                    StandardWatchEventKinds.ENTRY_DELETE));
                } catch (IOException | UnsupportedOperationException noWatch) {
                    close();
                    return;
                }
            }
        }
    }

    /// Returns when something is other than it was, and nothing has changed for a moment.
    void await() throws InterruptedException {
        Map<Path, String> now = state();
        while (now.equals(seen)) {
            waitForAnything(POLL_MILLISECONDS, false);
            now = state();
        }
        Map<Path, String> settled;
        do {
            settled = now;
            waitForAnything(SETTLE_MILLISECONDS, true);
            now = state();
        } while (!now.equals(settled));
        seen = now;
    }

    /// @param always whether to wait the whole time
    private void waitForAnything(long milliseconds, boolean always) throws InterruptedException {
        WatchService known = service;
        if (known == null || always) {
            TimeUnit.MILLISECONDS.sleep(milliseconds);
            return;
        }
        try {
            // The system's word is only a reason to look sooner.
            WatchKey key = known.take();
            key.pollEvents();
            if (!key.reset()) {
                keys.values().remove(key);
            }
        } catch (ClosedWatchServiceException closed) {
            service = null;
        }
    }

    private Map<Path, String> state() {
        Map<Path, String> state = new HashMap<>();
        for (Path folder : folders) {
            state.putAll(state(folder));
        }
        return state;
    }

    /// What stands in a folder; of folders in it only that they are there.
    private static Map<Path, String> state(Path folder) {
        Map<Path, String> state = new HashMap<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                state.put(entry, state(entry, Files.isDirectory(entry)));
            }
        } catch (IOException gone) {
            return Map.of();
        }
        return state;
    }

    private static String state(Path entry, boolean folder) {
        if (folder) {
            return "folder";
        }
        try {
            BasicFileAttributes attributes = Files.readAttributes(entry, BasicFileAttributes.class);
            return attributes.size() + " " + attributes.lastModifiedTime();
        } catch (IOException gone) {
            return "gone";
        }
    }

    @Override
    public void close() {
        WatchService known = service;
        service = null;
        keys.clear();
        if (known != null) {
            try {
                known.close();
            } catch (IOException harmless) {
                // Nothing is lost.
            }
        }
    }
}
