package dev.brayer.pipeline.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// A started command with everything that it started in turn.
///
/// Descendants are found by parentage. A process that left its family (a daemon that forked twice)
/// is found by a mark in its environment, where the system shows the environments of processes
/// (`/proc` of Linux).
final class ProcessTree {
    private static final Path PROCESSES = Path.of("/proc");

    /// How long a process may take to end politely.
    private static final long GRACE_MILLISECONDS = 3_000;

    private static final int ROUNDS = 20;

    private final ProcessHandle root;
    private final byte[] mark;

    /// @param mark `NAME=VALUE` as it stands in the environment of every process of the tree
    ProcessTree(ProcessHandle root, String mark) {
        this.root = root;
        this.mark = mark.getBytes(StandardCharsets.UTF_8);
    }

    /// Ends the whole tree: first politely, then, after a time of grace, by force. When it returns,
    /// nothing of the tree runs any more, also if two threads call it.
    synchronized void end() {
        Set<ProcessHandle> known = living();
        for (ProcessHandle handle : known) {
            handle.destroy();
        }
        awaitAll(known, GRACE_MILLISECONDS);
        for (int round = 0; round < ROUNDS; round++) {
            Set<ProcessHandle> left = living();
            left.addAll(known);
            left.removeIf(handle -> !runs(handle));
            if (left.isEmpty()) {
                return;
            }
            for (ProcessHandle handle : left) {
                handle.destroyForcibly();
            }
            awaitAll(left, GRACE_MILLISECONDS / ROUNDS);
        }
    }

    /// Whether a process still does anything: one that has ended may stay listed until its parent
    /// asks for it, and in a container there may be nobody who does.
    static boolean runs(ProcessHandle handle) {
        if (!handle.isAlive()) {
            return false;
        }
        try {
            String status =
                    Files.readString(
                            PROCESSES.resolve(handle.pid() + "/stat"), StandardCharsets.ISO_8859_1);
            int end = status.lastIndexOf(')');
            return end < 0 || end + 2 >= status.length() || status.charAt(end + 2) != 'Z';
        } catch (IOException notLinuxOrGone) {
            return handle.isAlive();
        }
    }

    private Set<ProcessHandle> living() {
        Set<ProcessHandle> found = new LinkedHashSet<>();
        if (runs(root)) {
            found.add(root);
        }
        root.descendants().forEach(found::add);
        for (ProcessHandle marked : marked()) {
            found.add(marked);
            marked.descendants().forEach(found::add);
        }
        return found;
    }

    private Set<ProcessHandle> marked() {
        Set<ProcessHandle> found = new LinkedHashSet<>();
        if (!Files.isDirectory(PROCESSES)) {
            return found;
        }
        long own = ProcessHandle.current().pid();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(PROCESSES, "[0-9]*")) {
            for (Path folder : folders) {
                long pid = Long.parseLong(folder.getFileName().toString());
                if (pid != own && isMarked(folder.resolve("environ"))) {
                    ProcessHandle.of(pid).filter(ProcessTree::runs).ifPresent(found::add);
                }
            }
        } catch (IOException | NumberFormatException unreadable) {
            return found;
        }
        return found;
    }

    private boolean isMarked(Path environment) {
        try {
            return contains(Files.readAllBytes(environment), mark);
        } catch (IOException foreignOrGone) {
            return false;
        }
    }

    /// Whether one of the zero-terminated variables is exactly `variable`.
    private static boolean contains(byte[] variables, byte[] variable) {
        int start = 0;
        for (int at = 0; at <= variables.length; at++) {
            if (at == variables.length || variables[at] == 0) {
                if (java.util.Arrays.equals(variables, start, at, variable, 0, variable.length)) {
                    return true;
                }
                start = at + 1;
            }
        }
        return false;
    }

    private static void awaitAll(Set<ProcessHandle> handles, long milliseconds) {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(milliseconds);
        while (System.nanoTime() < deadline && handles.stream().anyMatch(ProcessTree::runs)) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }
}
