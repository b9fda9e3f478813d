package dev.brayer.pipeline.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A git work tree, read without a git library: its root, the commit that is checked out and the
/// branch.
///
/// Only plain files are read (`HEAD`, loose refs, `packed-refs`, the links of a linked work tree),
/// so that commands that need nothing but the commit's name load no git library. What cannot be
/// read that way (a reftable repository, a broken ref) is simply not known.
public final class GitFolder {
    private static final int LONGEST_CHAIN = 5;
    private static final String SYMBOLIC = "ref: ";

    private final Path workTree;
    private final Path folder;
    private final Path common;

    private GitFolder(Path workTree, Path folder, Path common) {
        this.workTree = workTree;
        this.folder = folder;
        this.common = common;
    }

    /// The work tree that `start` lies in.
    public static Optional<GitFolder> around(Path start) {
        for (Path at = start.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
            Path link = at.resolve(".git");
            if (Files.isDirectory(link)) {
                return Optional.of(new GitFolder(at, link, common(link)));
            }
            if (Files.isRegularFile(link)) {
                return linked(at, link);
            }
        }
        return Optional.empty();
    }

    /// A linked work tree or a submodule: `.git` is a file that names the real folder.
    private static Optional<GitFolder> linked(Path workTree, Path link) {
        String text = read(link);
        if (text == null || !text.startsWith("gitdir: ")) {
            return Optional.empty();
        }
        Path folder = workTree.resolve(text.substring("gitdir: ".length()).strip()).normalize();
        return Optional.of(new GitFolder(workTree, folder, common(folder)));
    }

    private static Path common(Path folder) {
        String text = read(folder.resolve("commondir"));
        return text == null ? folder : folder.resolve(text.strip()).normalize();
    }

    /// The folder that holds `.git`.
    public Path workTree() {
        return workTree;
    }

    /// `.git` itself, or what it leads to in a linked work tree.
    Path folder() {
        return folder;
    }

    /// What is checked out, unless nothing was committed yet.
    public Optional<Head> head() {
        String head = read(folder.resolve("HEAD"));
        if (head == null) {
            return Optional.empty();
        }
        String target = head.strip();
        String branch =
                target.startsWith(SYMBOLIC) ? shortName(target.substring(SYMBOLIC.length())) : null;
        String commit = resolve(target);
        return commit == null ? Optional.empty() : Optional.of(new Head(commit, branch));
    }

    private @Nullable String resolve(String head) {
        String target = head;
        for (int step = 0; step < LONGEST_CHAIN; step++) {
            if (!target.startsWith(SYMBOLIC)) {
                return isCommit(target) ? target : null;
            }
            String name = target.substring(SYMBOLIC.length()).strip();
            if (!name.startsWith("refs/") || name.contains("..")) {
                return null;
            }
            String next = reference(name);
            if (next == null) {
                return null;
            }
            target = next;
        }
        return null;
    }

    private @Nullable String reference(String name) {
        String loose = read(folder.resolve(name));
        if (loose == null) {
            loose = read(common.resolve(name));
        }
        return loose == null ? packed(name) : loose.strip();
    }

    private @Nullable String packed(String name) {
        String text = read(common.resolve("packed-refs"));
        if (text == null) {
            return null;
        }
        int at = text.indexOf(" " + name + "\n");
        int start = text.lastIndexOf('\n', at) + 1;
        return at < 0 ? null : text.substring(start, at).strip();
    }

    private static String shortName(String reference) {
        String name = reference.strip();
        return name.startsWith("refs/heads/") ? name.substring("refs/heads/".length()) : name;
    }

    private static boolean isCommit(String text) {
        if (text.length() != 40 && text.length() != 64) {
            return false;
        }
        for (int at = 0; at < text.length(); at++) {
            if (Character.digit(text.charAt(at), 16) < 0) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable String read(Path file) {
        try {
            return Files.isRegularFile(file)
                    ? new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                    : null;
        } catch (IOException unreadable) {
            return null;
        }
    }
}
