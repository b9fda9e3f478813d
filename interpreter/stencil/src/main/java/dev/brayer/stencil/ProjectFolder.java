package dev.brayer.stencil;

import dev.brayer.text.Source;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The folder of a project. All paths of project files are relative to it, and none may lead out of
/// the git work tree around it, not even by a symbolic link.
public final class ProjectFolder {
    /// Larger files are surely not meant.
    private static final long LARGEST_FILE = 16L << 20;

    private static final List<String> YAML = List.of(".yml", ".yaml");

    private final Path root;
    private final Path boundary;
    private final String prefix;

    /// Where files are read from instead of the disk, or null.
    private final @Nullable CommittedFiles committed;

    /// A file that was asked for.
    public sealed interface Read {
        /// Its text, as UTF-8.
        record Text(Source source) implements Read {}

        /// There is no such file.
        record Absent(String name) implements Read {}

        /// The path leads out of the project.
        record Outside(String name) implements Read {}

        /// It is there and cannot be read as text.
        ///
        /// @param reason a phrase, such as "it is not UTF-8"
        record Unreadable(String name, String reason) implements Read {}
    }

    private ProjectFolder(
            Path root, Path boundary, String prefix, @Nullable CommittedFiles committed) {
        this.committed = committed;
        this.root = root;
        this.boundary = boundary;
        this.prefix = prefix;
    }

    /// A project.
    ///
    /// @param root the folder with `pipeline.yml`
    /// @param boundary the git work tree around it, or the same folder where there is none
    /// @param prefix what stands before a path of the project in the names of sources: empty, or
    ///   `examples/shop/`
    /// @throws IOException when one of them is not there
    public static ProjectFolder of(Path root, Path boundary, String prefix) throws IOException {
        return new ProjectFolder(root.toRealPath(), boundary.toRealPath(), prefix, null);
    }

    /// The same folder as a commit has it.
    ///
    /// @param newPrefix what stands before a path in the names of sources, such as `main:shop/`
    public ProjectFolder at(CommittedFiles files, String newPrefix) {
        return new ProjectFolder(root, boundary, newPrefix, files);
    }

    /// The folder itself, without symbolic links.
    public Path root() {
        return root;
    }

    /// The git work tree around it, without symbolic links; paths do not lead out of it.
    public Path boundary() {
        return boundary;
    }

    /// The name of a project file in messages.
    public String name(String path) {
        String name = prefix + path;
        return path.contains("..") ? Path.of(name).normalize().toString().replace('\\', '/') : name;
    }

    /// Reads a file by its path relative to the root, with `/`.
    public Read read(String path) {
        String name = name(path);
        Path file;
        try {
            file = root.resolve(path).normalize();
        } catch (InvalidPathException invalid) {
            return new Read.Absent(name);
        }
        if (path.startsWith("/") || !file.startsWith(boundary)) {
            return new Read.Outside(name);
        }
        return committed == null ? readDisk(name, file) : readCommit(name, file, committed);
    }

    private Read readCommit(String name, Path file, CommittedFiles files) {
        try {
            byte[] bytes = files.read(committedPath(file));
            return bytes == null ? new Read.Absent(name) : decode(name, bytes);
        } catch (IOException unreadable) {
            return new Read.Unreadable(name, "git says: " + unreadable.getMessage());
        }
    }

    private String committedPath(Path file) {
        return boundary.relativize(file).toString().replace('\\', '/');
    }

    private Read readDisk(String name, Path file) {
        try {
            Path real = file.toRealPath();
            if (!real.startsWith(boundary)) {
                return new Read.Outside(name);
            }
            if (!Files.isRegularFile(real)) {
                return new Read.Unreadable(
                        name, Files.isDirectory(real) ? "it is a folder" : "it is not a file");
            }
            if (Files.size(real) > LARGEST_FILE) {
                return new Read.Unreadable(name, "it is larger than 16 MiB");
            }
            return decode(name, Files.readAllBytes(real));
        } catch (NoSuchFileException absent) {
            return new Read.Absent(name);
        } catch (IOException unreadable) {
            return Files.notExists(file)
                    ? new Read.Absent(name)
                    : new Read.Unreadable(name, "the system says: " + unreadable.getMessage());
        }
    }

    private static Read decode(String name, byte[] bytes) {
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.indexOf('\0') >= 0
                    ? new Read.Unreadable(name, "it is a binary file")
                    : new Read.Text(Source.of(name, text));
        } catch (CharacterCodingException notText) {
            return new Read.Unreadable(name, "it is not UTF-8 text");
        }
    }

    /// The YAML files below a folder, as [#files(String, List)] finds them.
    public List<String> yamlFiles(String folder) throws IOException {
        return files(folder, YAML);
    }

    /// The files below a folder whose names have one of these endings, relative to it, sorted by
    /// name; none when the folder is not there. Files and folders whose name begins with a dot are
    /// left out.
    public List<String> files(String folder, List<String> endings) throws IOException {
        List<String> found = new ArrayList<>();
        Path start = root.resolve(folder);
        if (committed != null) {
            return files(committed, committedPath(start.normalize()), endings);
        }
        if (Files.isDirectory(start)) {
            collect(start, "", endings, found, new HashSet<>());
            Collections.sort(found);
        }
        return found;
    }

    private static List<String> files(CommittedFiles files, String folder, List<String> endings)
            throws IOException {
        String start = folder.isEmpty() ? "" : folder + "/";
        List<String> found = new ArrayList<>();
        for (String path : files.below(folder)) {
            String name = path.substring(start.length());
            boolean hidden = name.startsWith(".") || name.contains("/.");
            if (!hidden && hasEnding(name, endings)) {
                found.add(name);
            }
        }
        return found;
    }

    private static boolean hasEnding(String name, List<String> endings) {
        for (String ending : endings) {
            if (name.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }

    /// A folder that a link leads to a second time, or out of the work tree, is left out.
    private void collect(
            Path folder, String before, List<String> endings, List<String> found, Set<Path> visited)
            throws IOException {
        Path real = folder.toRealPath();
        if (!real.startsWith(boundary) || !visited.add(real)) {
            return;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                if (name.startsWith(".")) {
                    continue;
                }
                if (Files.isDirectory(entry)) {
                    collect(entry, before + name + "/", endings, found, visited);
                } else if (hasEnding(name, endings)) {
                    found.add(before + name);
                }
            }
        } catch (DirectoryIteratorException failed) {
            throw failed.getCause();
        }
    }
}
