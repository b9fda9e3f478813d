package dev.brayer.image;

import dev.brayer.pipeline.model.CopiedFiles;
import dev.brayer.pipeline.model.IoReason;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.SortedMap;
import java.util.TreeMap;

/// Finds what a layer holds: the files that `files:` names, by their paths in the image, in one
/// fixed order.
final class LayerFiles {
    /// One thing in a layer.
    sealed interface Entry {}

    record Folder() implements Entry {}

    record PlainFile(Path file, long size, int mode) implements Entry {}

    record Link(String target) implements Entry {}

    private static final int EXECUTABLE = 0755;
    private static final int READABLE = 0644;

    private final CopiedFiles copied;
    private final Path from;
    private final SortedMap<String, Entry> entries = new TreeMap<>();

    private LayerFiles(CopiedFiles copied, Path from) {
        this.copied = copied;
        this.from = from;
    }

    /// Paths in the image, without a leading slash, folders before what they hold.
    static SortedMap<String, Entry> find(CopiedFiles copied, ProjectFolder project)
            throws IOException {
        String named = copied.from().text();
        LayerFiles found;
        try {
            found = new LayerFiles(copied, project.resolve(named));
            found.collect();
        } catch (NoSuchFileException missing) {
            throw ImageFailure.because(
                            ImageCode.FILE_MISSING,
                            "there is no `" + named + "` in the project",
                            null,
                            missing)
                    .at(copied.from().place());
        } catch (ImageFailure failure) {
            throw failure.at(copied.from().place());
        } catch (IOException exception) {
            throw ImageFailure.because(
                            ImageCode.FILE_UNUSABLE,
                            "`" + named + "` cannot be read: " + IoReason.of(exception),
                            null,
                            exception)
                    .at(copied.from().place());
        }
        if (found.entries.values().stream().allMatch(Folder.class::isInstance)) {
            throw new ImageFailure(
                            ImageCode.FILE_MISSING,
                            "nothing of `" + named + "` is copied",
                            "the folder is empty, or `include` and `exclude` leave nothing of it")
                    .at(copied.from().place());
        }
        return found.entries;
    }

    private void collect() throws IOException {
        String to = trimmed(copied.to());
        if (Files.isDirectory(from)) {
            if (!to.isEmpty()) {
                entries.put(to, new Folder());
            }
            collect(from.toRealPath(), "", to.isEmpty() ? "" : to + "/");
            return;
        }
        boolean intoFolder = copied.to().endsWith("/");
        String target = intoFolder ? (to.isEmpty() ? "" : to + "/") + from.getFileName() : to;
        BasicFileAttributes attributes = Files.readAttributes(from, BasicFileAttributes.class);
        entries.put(target, plain(from, attributes));
    }

    private void collect(Path folder, String relative, String target) throws IOException {
        try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
            for (Path child : children) {
                String name = child.getFileName().toString();
                String path = relative + name;
                if (name.equals(".git") || Globs.match(copied.exclude(), path)) {
                    continue;
                }
                BasicFileAttributes attributes =
                        Files.readAttributes(
                                child, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                boolean wanted = copied.include().isEmpty() || Globs.match(copied.include(), path);
                if (attributes.isDirectory()) {
                    int before = entries.size();
                    collect(child, path + "/", target + name + "/");
                    if (wanted || entries.size() > before) {
                        entries.put(target + name, new Folder());
                    }
                } else if (wanted && attributes.isSymbolicLink()) {
                    entries.put(target + name, link(child, path));
                } else if (wanted) {
                    entries.put(target + name, plain(child, attributes));
                }
            }
        }
    }

    /// A link means the same in the image only if it stays within what is copied.
    private Link link(Path link, String path) throws IOException {
        Path target = Files.readSymbolicLink(link);
        Path folder = from.toRealPath();
        Path led = link.resolveSibling(target).normalize();
        if (target.isAbsolute() || !led.startsWith(folder)) {
            throw new ImageFailure(
                    ImageCode.FILE_UNUSABLE,
                    "the link `"
                            + copied.from().text()
                            + "/"
                            + path
                            + "` leads to `"
                            + target
                            + "`, outside of what is copied",
                    "exclude it, or copy the folder above");
        }
        return new Link(target.toString().replace('\\', '/'));
    }

    private Entry plain(Path file, BasicFileAttributes attributes) throws IOException {
        if (!attributes.isRegularFile()) {
            throw new ImageFailure(
                    ImageCode.FILE_UNUSABLE,
                    "`" + file.getFileName() + "` is neither a file nor a folder nor a link");
        }
        Integer mode = copied.mode();
        if (mode != null) {
            return new PlainFile(file, attributes.size(), mode);
        }
        // Only this one bit is the same on every machine: git keeps it, and the rest is the
        // machine's umask.
        boolean executable =
                Files.getPosixFilePermissions(file).contains(PosixFilePermission.OWNER_EXECUTE);
        return new PlainFile(file, attributes.size(), executable ? EXECUTABLE : READABLE);
    }

    private static String trimmed(String to) {
        StringBuilder path = new StringBuilder();
        for (String segment : to.split("/")) {
            if (!segment.isEmpty() && !segment.equals(".")) {
                path.append(path.isEmpty() ? "" : "/").append(segment);
            }
        }
        return path.toString();
    }
}
