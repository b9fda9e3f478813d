package dev.brayer.pipeline.snapshot;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.PushResult;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.URIish;
import org.jspecify.annotations.Nullable;

/// A bare repository whose branches move by compare-and-swap: directly, or at the remote that it is
/// a copy of.
final class SnapshotRepository implements AutoCloseable {
    private static final String LOCK = "brayer.lock";

    /// One thread of this process at a time; the file lock below keeps other processes out.
    private static final Object MOVING = new Object();

    private final Path folder;
    private final @Nullable String remote;
    private @Nullable Repository opened;

    SnapshotRepository(Path folder, @Nullable String remote) {
        this.folder = folder;
        this.remote = remote;
    }

    SnapshotTree tree() throws IOException {
        return new SnapshotTree(repository());
    }

    RevWalk walk() throws IOException {
        return new RevWalk(repository());
    }

    /// Where a branch is, `null` when there is none; never creates the repository.
    @Nullable ObjectId head(String branch) throws IOException {
        if (opened == null && !Files.isRegularFile(folder.resolve(Constants.HEAD))) {
            return null;
        }
        Ref reference = repository().exactRef(branch);
        return reference == null ? null : reference.getObjectId();
    }

    /// Takes over what the remote has; does nothing without one.
    void refresh(String branch) throws IOException, GitAPIException {
        String url = remote;
        if (url == null) {
            return;
        }
        try (Git git = new Git(repository())) {
            boolean there = false;
            for (Ref reference : git.lsRemote().setRemote(url).setHeads(true).call()) {
                there |= reference.getName().equals(branch);
            }
            if (there) {
                git.fetch()
                        .setRemote(url)
                        .setRefSpecs(new RefSpec("+" + branch + ":" + branch))
                        .call();
            }
        }
    }

    /// Moves a branch from `before` (`null`: from not being there) to `after`; says whether it was
    /// still there.
    boolean move(String branch, @Nullable ObjectId before, ObjectId after)
            throws IOException, GitAPIException {
        String url = remote;
        return url == null
                ? moveHere(branch, before, after)
                : moveThere(url, branch, before, after);
    }

    private boolean moveHere(String branch, @Nullable ObjectId before, ObjectId after)
            throws IOException {
        Repository repository = repository();
        synchronized (MOVING) {
            try (FileChannel channel =
                            FileChannel.open(
                                    folder.resolve(LOCK),
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (lock.isValid()) {
                    // Only brayer writes here and it holds the lock: a lock file of git is from a
                    // process that died.
                    Files.deleteIfExists(folder.resolve(branch + ".lock"));
                }
                RefUpdate update = repository.updateRef(branch);
                update.setExpectedOldObjectId(before == null ? ObjectId.zeroId() : before);
                update.setNewObjectId(after);
                update.disableRefLog();
                return switch (update.update()) {
                    case NEW, FAST_FORWARD, FORCED, NO_CHANGE -> true;
                    case LOCK_FAILURE,
                            REJECTED,
                            REJECTED_CURRENT_BRANCH,
                            REJECTED_MISSING_OBJECT,
                            REJECTED_OTHER_REASON ->
                            false;
                    case IO_FAILURE, NOT_ATTEMPTED, RENAMED ->
                            throw new IOException("the branch " + branch + " could not be moved");
                };
            }
        }
    }

    private boolean moveThere(String url, String branch, @Nullable ObjectId before, ObjectId after)
            throws IOException, GitAPIException {
        Repository repository = repository();
        RemoteRefUpdate update =
                new RemoteRefUpdate(
                        repository,
                        after.name(),
                        after,
                        branch,
                        false,
                        null,
                        before == null ? ObjectId.zeroId() : before);
        try (Git git = new Git(repository);
                Transport transport = Transport.open(repository, new URIish(url))) {
            PushResult result = transport.push(NullProgressMonitor.INSTANCE, List.of(update));
            RemoteRefUpdate answer = result.getRemoteUpdate(branch);
            return switch (answer.getStatus()) {
                case OK, UP_TO_DATE -> {
                    git.branchCreate()
                            .setName(branch.substring(Constants.R_HEADS.length()))
                            .setStartPoint(after.name())
                            .setForce(true)
                            .call();
                    yield true;
                }
                case REJECTED_NONFASTFORWARD, REJECTED_REMOTE_CHANGED -> false;
                case NOT_ATTEMPTED,
                        NON_EXISTING,
                        REJECTED_NODELETE,
                        REJECTED_OTHER_REASON,
                        AWAITING_REPORT -> {
                    // Two pushes at one moment: the loser may also be told that the branch is
                    // locked.
                    if (!sameThere(git, url, branch, before)) {
                        yield false;
                    }
                    throw new IOException(
                            "the remote refused to move " + branch + ": " + answer.getMessage());
                }
            };
        } catch (URISyntaxException malformed) {
            throw new IOException("it is not the address of a git repository", malformed);
        }
    }

    private static boolean sameThere(Git git, String url, String branch, @Nullable ObjectId before)
            throws GitAPIException {
        for (Ref reference : git.lsRemote().setRemote(url).setHeads(true).call()) {
            if (reference.getName().equals(branch)) {
                return reference.getObjectId().equals(before);
            }
        }
        return before == null;
    }

    private Repository repository() throws IOException {
        Repository known = opened;
        if (known == null) {
            if (!Files.isRegularFile(folder.resolve(Constants.HEAD))) {
                create();
            }
            known = new FileRepositoryBuilder().setGitDir(folder.toFile()).setBare().build();
            StoredConfig settings = known.getConfig();
            settings.setBoolean("core", null, "fsyncObjectFiles", true);
            settings.setBoolean("core", null, "fsyncRefFiles", true);
            opened = known;
        }
        return known;
    }

    /// Made beside and renamed, so that a process that dies here leaves no half repository.
    private void create() throws IOException {
        Path parent = folder.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IOException("the root of a file system is no repository");
        }
        Files.createDirectories(parent);
        Path fresh = Files.createTempDirectory(parent, ".brayer-snapshots-");
        try (Repository made =
                new FileRepositoryBuilder().setGitDir(fresh.toFile()).setBare().build()) {
            made.create(true);
        }
        try {
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            if (!Files.isRegularFile(folder.resolve(Constants.HEAD))) {
                throw failed;
            }
            // Another run made it at the same time.
        }
    }

    @Override
    public void close() {
        if (opened != null) {
            opened.close();
        }
    }
}
