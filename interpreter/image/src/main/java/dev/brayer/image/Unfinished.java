package dev.brayer.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// A file in the making: written below `.unfinished`, made durable, then renamed to its place in
/// one step.
///
/// Its writer holds a lock on it for as long as it lives. So a file that nobody holds belongs to a
/// process that was killed, and can be removed without asking the clock.
final class Unfinished implements AutoCloseable {
    private static final String FOLDER = ".unfinished";
    private static final int CHUNK = 1 << 16;

    /// Those of this process. They must not even be opened again: closing any channel of a file
    /// lets go of all locks that the process has on it.
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private Unfinished(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static Unfinished create(Path folder) throws IOException {
        Path parent = Files.createDirectories(folder.resolve(FOLDER));
        while (true) {
            Path file = parent.resolve(UUID.randomUUID().toString());
            OWN.add(file.toAbsolutePath());
            FileChannel channel =
                    FileChannel.open(
                            file,
                            Set.of(
                                    StandardOpenOption.CREATE_NEW,
                                    StandardOpenOption.READ,
                                    StandardOpenOption.WRITE));
            // Between making and locking it, another process may have taken it for a leftover and
            // be removing it.
            if (isLocked(channel) && Files.exists(file)) {
                return new Unfinished(file, channel);
            }
            channel.close();
            OWN.remove(file.toAbsolutePath());
        }
    }

    /// Removes what processes left that are no more.
    static void clear(Path folder) throws IOException {
        Path parent = folder.resolve(FOLDER);
        if (!Files.isDirectory(parent)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(parent)) {
            for (Path file : files) {
                if (OWN.contains(file.toAbsolutePath())) {
                    continue;
                }
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    if (isLocked(channel)) {
                        Files.deleteIfExists(file);
                    }
                } catch (NoSuchFileException finished) {
                    // Its writer renamed it between the listing and here.
                }
            }
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        FileLock lock = channel.tryLock();
        return lock != null;
    }

    void write(byte[] content) throws IOException {
        writeAll(ByteBuffer.wrap(content));
    }

    void write(InputStream content) throws IOException {
        byte[] chunk = new byte[CHUNK];
        for (int got = content.read(chunk); got >= 0; got = content.read(chunk)) {
            writeAll(ByteBuffer.wrap(chunk, 0, got));
        }
    }

    private void writeAll(ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    OutputStream output() {
        return new OutputStream() {
            @Override
            public void write(int single) throws IOException {
                write(new byte[] {(byte) single}, 0, 1);
            }

            @Override
            public void write(byte[] content, int offset, int length) throws IOException {
                writeAll(ByteBuffer.wrap(content, offset, length));
            }
        };
    }

    /// Reads what was written, through the channel that holds the lock.
    InputStream input() {
        return new InputStream() {
            private long position;

            @Override
            public int read() throws IOException {
                byte[] single = new byte[1];
                return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
            }

            @Override
            public int read(byte[] target, int offset, int wanted) throws IOException {
                int got = channel.read(ByteBuffer.wrap(target, offset, wanted), position);
                position += Math.max(0, got);
                return got;
            }
        };
    }

    /// Makes it durable and puts it in its place, over what is there.
    void finish(Path target) throws IOException {
        channel.force(true);
        Files.move(
                file, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Path parent = target.getParent();
        if (parent != null) {
            try (FileChannel folder = FileChannel.open(parent, StandardOpenOption.READ)) {
                folder.force(true); // the new name, too, survives a power cut
            }
        }
    }

    @Override
    public void close() throws IOException {
        try {
            Files.deleteIfExists(file);
        } finally {
            channel.close();
            OWN.remove(file.toAbsolutePath());
        }
    }
}
