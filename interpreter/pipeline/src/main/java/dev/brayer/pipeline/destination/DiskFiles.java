package dev.brayer.pipeline.destination;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/// File operations that are on the disk when they return.
final class DiskFiles {
    private DiskFiles() {}

    static void write(Path file, byte[] content) throws IOException {
        Files.createDirectories(parent(file));
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer left = ByteBuffer.wrap(content);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
    }

    static boolean isEmpty(Path folder) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            return !entries.iterator().hasNext();
        }
    }

    /// Makes the names in a folder durable.
    static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    static void forceAll(Path root) throws IOException {
        Files.walkFileTree(
                root,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult postVisitDirectory(
                            Path folder, java.io.IOException failed) throws IOException {
                        if (failed != null) {
                            throw failed;
                        }
                        force(folder);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    /// Removes a folder with all that is in it; nothing happens when it is not there.
    static void remove(Path root) throws IOException {
        if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(
                root,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(
                            Path folder, java.io.IOException failed) throws IOException {
                        if (failed != null) {
                            throw failed;
                        }
                        Files.delete(folder);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    /// Takes over what is in `from` into `to`, but for the files named.
    static void copyOthers(Path from, Path to, Set<String> but) throws IOException {
        Files.walkFileTree(
                from,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Path relative = from.relativize(file);
                        if (!but.contains(relative.toString())) {
                            Path target = to.resolve(relative);
                            Files.createDirectories(parent(target));
                            takeOver(file, target);
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    /// A second name for the same content where the file system can, so that nothing about the file
    /// changes.
    private static void takeOver(Path file, Path target) throws IOException {
        try {
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                Files.createLink(target, file);
                return;
            }
        } catch (IOException | UnsupportedOperationException noLinks) {
            // Copied instead, below.
        }
        Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
    }

    private static Path parent(Path file) {
        Path parent = file.getParent();
        return parent == null ? file.toAbsolutePath().getRoot() : parent;
    }
}
