package dev.brayer.image;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLockInterruptionException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/// Held by the one process, and in it the one thread, that rewrites a layout's index. The operating
/// system lets go of it when the process ends, however it ends.
final class LayoutLock {
    /// File locks count for a process as a whole: threads need a lock of their own.
    private static final ReentrantLock THREADS = new ReentrantLock();

    private final FileChannel channel;

    private LayoutLock(FileChannel channel) {
        this.channel = channel;
    }

    static LayoutLock take(Path folder) throws IOException {
        try {
            THREADS.lockInterruptibly();
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
            FileLockInterruptionException stopped = new FileLockInterruptionException();
            stopped.initCause(exception);
            throw stopped;
        }
        try {
            FileChannel channel =
                    FileChannel.open(
                            folder.resolve(".lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            try {
                channel.lock();
                return new LayoutLock(channel);
            } catch (IOException | RuntimeException exception) {
                channel.close();
                throw exception;
            }
        } catch (IOException | RuntimeException exception) {
            THREADS.unlock();
            throw exception;
        }
    }

    void release() throws IOException {
        try {
            channel.close();
        } finally {
            THREADS.unlock();
        }
    }
}
