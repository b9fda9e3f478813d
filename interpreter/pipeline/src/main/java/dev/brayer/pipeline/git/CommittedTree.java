package dev.brayer.pipeline.git;

import dev.brayer.pipeline.model.PipelineCode;
import dev.brayer.stencil.CommittedFiles;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevTree;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.jspecify.annotations.Nullable;

/// The files of one commit, read from the repository when they are asked for; nothing is checked
/// out.
public final class CommittedTree implements CommittedFiles, AutoCloseable {
    private static final int LARGEST_FILE = 16 << 20;
    private static final int MOST_LINKS = 10;

    private final Repository repository;
    private final RevTree tree;
    private final String commit;

    private CommittedTree(Repository repository, RevTree tree, String commit) {
        this.repository = repository;
        this.tree = tree;
        this.commit = commit;
    }

    /// The commit that a text names, as git reads it: a branch, a tag, a commit, `HEAD~1`; `null`,
    /// with an error, when it names none.
    ///
    /// @param git the work tree, or `null` outside git
    public static @Nullable CommittedTree open(
            @Nullable GitFolder git, String reference, Diagnostics diagnostics) {
        if (git == null) {
            String message = "`--base " + reference + "` needs a git work tree, and this is none";
            diagnostics.add(Diagnostic.error(PipelineCode.BASE, null, message));
            return null;
        }
        try {
            CommittedTree tree = open(git, reference);
            if (tree == null) {
                diagnostics.add(
                        Diagnostic.error(
                                        PipelineCode.BASE,
                                        null,
                                        "git knows no commit `" + reference + "`")
                                .withHint(
                                        "name a branch, a tag or a commit; in CI it may have to be"
                                                + " fetched first"));
            }
            return tree;
        } catch (IOException broken) {
            String message = "the repository cannot be read: " + broken.getMessage();
            diagnostics.add(Diagnostic.error(PipelineCode.BASE, null, message));
            return null;
        }
    }

    private static @Nullable CommittedTree open(GitFolder git, String reference)
            throws IOException {
        QuietSystemReader.install();
        Repository repository =
                new FileRepositoryBuilder()
                        .setWorkTree(git.workTree().toFile())
                        .setGitDir(git.folder().toFile())
                        .build();
        ObjectId commit = null;
        try (RevWalk walk = new RevWalk(repository)) {
            commit = repository.resolve(reference + "^{commit}");
            if (commit != null) {
                return new CommittedTree(
                        repository, walk.parseCommit(commit).getTree(), commit.name());
            }
        } catch (IllegalArgumentException none) {
            // It is no name of a commit.
            commit = null;
        } finally {
            if (commit == null) {
                repository.close();
            }
        }
        return null;
    }

    /// The commit's full name.
    public String commit() {
        return commit;
    }

    @Override
    public byte @Nullable [] read(String path) throws IOException {
        return read(path, 0);
    }

    private byte @Nullable [] read(String path, int links) throws IOException {
        try (TreeWalk walk = TreeWalk.forPath(repository, path, tree)) {
            if (walk == null) {
                return null;
            }
            FileMode mode = walk.getFileMode(0);
            if (!mode.equals(FileMode.REGULAR_FILE)
                    && !mode.equals(FileMode.EXECUTABLE_FILE)
                    && !mode.equals(FileMode.SYMLINK)) {
                return null;
            }
            ObjectLoader blob = repository.open(walk.getObjectId(0), Constants.OBJ_BLOB);
            if (blob.getSize() > LARGEST_FILE) {
                throw new IOException("it is larger than 16 MiB");
            }
            byte[] bytes = blob.getBytes(LARGEST_FILE);
            return mode.equals(FileMode.SYMLINK) ? follow(path, bytes, links) : bytes;
        }
    }

    private byte @Nullable [] follow(String path, byte[] target, int links) throws IOException {
        if (links >= MOST_LINKS) {
            throw new IOException("symbolic links lead in a circle");
        }
        try {
            Path link =
                    Path.of("/" + path).resolveSibling(new String(target, StandardCharsets.UTF_8));
            String found = link.normalize().toString().substring(1).replace('\\', '/');
            return found.isEmpty() ? null : read(found, links + 1);
        } catch (InvalidPathException noPath) {
            return null;
        }
    }

    @Override
    public List<String> below(String folder) throws IOException {
        List<String> found = new ArrayList<>();
        try (TreeWalk walk = new TreeWalk(repository)) {
            if (folder.isEmpty()) {
                walk.addTree(tree);
            } else {
                try (TreeWalk at = TreeWalk.forPath(repository, folder, tree)) {
                    if (at == null || !at.getFileMode(0).equals(FileMode.TREE)) {
                        return List.of();
                    }
                    walk.addTree(at.getObjectId(0));
                }
            }
            walk.setRecursive(true);
            String start = folder.isEmpty() ? "" : folder + "/";
            while (walk.next()) {
                found.add(start + walk.getPathString());
            }
        }
        Collections.sort(found);
        return found;
    }

    @Override
    public void close() {
        repository.close();
    }
}
