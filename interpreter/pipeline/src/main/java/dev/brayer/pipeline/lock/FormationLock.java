package dev.brayer.pipeline.lock;

import dev.brayer.pipeline.model.Attempt;
import dev.brayer.pipeline.model.PipelineCode;
import dev.brayer.text.Diagnostic;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// The right to work on one formation of a project, held by one process at a time.
///
/// It is a lock of the operating system on a file below `.brayer/locks/`, so it ends with the
/// process however that ends, and nothing stale can stay behind. The file's content only tells
/// others who holds it. The file itself is never deleted: a deleted file could be locked by two
/// processes, each holding another one of the same name.
public final class FormationLock implements AutoCloseable {
    private static final int LONGEST_HOLDER = 512;

    /// What this process holds. On POSIX systems closing any channel of a file gives up all locks
    /// of the process on it, so a second attempt in one process must not even open the file.
    private static final ConcurrentMap<Path, String> HELD = new ConcurrentHashMap<>();

    private final Path file;
    private final FileChannel channel;

    private FormationLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /// Takes the lock, or says at once who holds it.
    ///
    /// @param holder what to tell others: `process 4711 on build-3 since 2026-11-23 09:14:32 UTC`
    public static Attempt<FormationLock> take(Path folder, String formation, String holder) {
        try {
            Files.createDirectories(folder);
            Path file = folder.toRealPath().resolve(formation + ".lock");
            String other = HELD.putIfAbsent(file, holder);
            if (other != null) {
                return Attempt.failed(busy(formation, other));
            }
            Attempt<FormationLock> taken = lock(file, formation, holder);
            if (taken instanceof Attempt.Failure<FormationLock>) {
                HELD.remove(file);
            }
            return taken;
        } catch (IOException failed) {
            return Attempt.failed(failed(formation, folder, failed));
        }
    }

    private static Attempt<FormationLock> lock(Path file, String formation, String holder) {
        try {
            FileChannel channel =
                    FileChannel.open(
                            file,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                String other = read(channel);
                channel.close();
                return Attempt.failed(busy(formation, other));
            }
            write(channel, holder);
            return Attempt.of(new FormationLock(file, channel));
        } catch (IOException failed) {
            return Attempt.failed(failed(formation, file, failed));
        }
    }

    private static Diagnostic failed(String formation, Path at, IOException failed) {
        return Diagnostic.error(
                        PipelineCode.LOCK_FAILED,
                        null,
                        "the lock of formation `"
                                + formation
                                + "` cannot be taken: "
                                + failed.getMessage())
                .withHint("make " + at + " writable");
    }

    private static Diagnostic busy(String formation, String holder) {
        String by = holder.isEmpty() ? "another run" : "another run (" + holder + ")";
        return Diagnostic.error(
                        PipelineCode.FORMATION_BUSY,
                        null,
                        by + " is at work on formation `" + formation + "`")
                .withHint("wait for it to end; nothing was changed");
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer content = ByteBuffer.allocate(LONGEST_HOLDER);
        channel.read(content, 0);
        return new String(content.array(), 0, content.position(), StandardCharsets.UTF_8).strip();
    }

    private static void write(FileChannel channel, String holder) throws IOException {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap((holder + "\n").getBytes(StandardCharsets.UTF_8)), 0);
    }

    /// Gives the lock back.
    @Override
    public void close() {
        try {
            channel.truncate(0);
            channel.close();
        } catch (IOException goneAnyway) {
            // The system releases the lock with the channel or with the process.
        } finally {
            HELD.remove(file);
        }
    }
}
