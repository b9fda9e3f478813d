package dev.brayer.cli;

import dev.brayer.document.Limits;
import dev.brayer.document.SourceReader;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Source;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds the files that a command line names: a file as it is, a folder as all files below it with
/// a wanted ending, `-` as standard input. Each is named as it was asked for, and met once: two
/// copies of an object would be neighbours of each other.
final class ManifestFiles {
    /// What a folder is searched for.
    static final List<String> MANIFESTS = List.of(".yml", ".yaml", ".json");

    static final List<String> POLICIES = List.of(".cop");

    /// What judges manifests: rules and scripts.
    static final List<String> RULES_AND_SCRIPTS = List.of(".cop", ".js");

    static final String STANDARD_INPUT = "standard input";

    private final Surroundings surroundings;
    private final List<String> endings;
    private final Diagnostics diagnostics;
    private final Visitor visitor;

    /// By their real paths, as folders are: a link may lead to another of them, or back to a folder
    /// around it.
    private final Set<Path> files = new HashSet<>();

    private final Set<Path> folders = new HashSet<>();

    private boolean standardInputVisited;
    private int visited;

    /// Is led to every file, in order.
    interface Visitor {
        void file(Path file, String name);

        void standardInput();
    }

    private ManifestFiles(
            Surroundings surroundings,
            List<String> endings,
            Diagnostics diagnostics,
            Visitor visitor) {
        this.surroundings = surroundings;
        this.endings = endings;
        this.diagnostics = diagnostics;
        this.visitor = visitor;
    }

    static void visit(
            List<String> paths,
            List<String> endings,
            Surroundings surroundings,
            Diagnostics diagnostics,
            Visitor visitor) {
        ManifestFiles files = new ManifestFiles(surroundings, endings, diagnostics, visitor);
        for (String path : paths) {
            files.visit(path);
        }
    }

    /// Reads them all.
    static List<Source> read(
            List<String> paths,
            List<String> endings,
            Surroundings surroundings,
            Diagnostics diagnostics) {
        List<Source> sources = new ArrayList<>();
        Visitor reader =
                new Visitor() {
                    @Override
                    public void file(Path file, String name) {
                        add(SourceReader.read(file, name, Limits.DEFAULT, diagnostics));
                    }

                    @Override
                    public void standardInput() {
                        try {
                            byte[] bytes =
                                    surroundings.in().readNBytes(Limits.DEFAULT.characters() + 1);
                            add(
                                    SourceReader.decode(
                                            bytes, STANDARD_INPUT, Limits.DEFAULT, diagnostics));
                        } catch (IOException problem) {
                            diagnostics.add(unreadable(STANDARD_INPUT, problem));
                        }
                    }

                    private void add(@Nullable Source source) {
                        if (source != null) {
                            sources.add(source);
                        }
                    }
                };
        visit(paths, endings, surroundings, diagnostics, reader);
        return List.copyOf(sources);
    }

    private void visit(String path) {
        if (path.equals("-")) {
            if (!standardInputVisited) {
                standardInputVisited = true;
                visitor.standardInput();
            }
            return;
        }
        Path file = surroundings.workingFolder().resolve(path).normalize();
        String name = name(path, file);
        if (!Files.isDirectory(file)) {
            visitFile(real(file), file, name);
            return;
        }
        int before = visited + diagnostics.errorCount();
        visitFolder(file, name.equals(".") ? "" : name + "/");
        if (visited + diagnostics.errorCount() == before) {
            diagnostics.add(
                    Diagnostic.error(
                                    CommandLineCode.EMPTY_FOLDER,
                                    Source.unread(name).wholeFile(),
                                    "there is no file to read in " + name)
                            .withHint(
                                    "a folder is searched for files that end in "
                                            + Words.oneOf(endings)));
        }
    }

    /// Everything below a folder in the order of names, but nothing hidden: `.git` and `.brayer`
    /// hold copies.
    private void visitFolder(Path folder, String prefix) {
        List<String> names = new ArrayList<>();
        Path real;
        try {
            real = folder.toRealPath();
            if (!folders.add(real)) {
                visited++;
                return;
            }
        } catch (IOException problem) {
            diagnostics.add(unreadable(prefix, problem));
            return;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                names.add(String.valueOf(entry.getFileName()));
            }
        } catch (IOException problem) {
            diagnostics.add(unreadable(prefix, problem));
            return;
        }
        names.sort(null);
        for (String name : names) {
            Path entry = folder.resolve(name);
            if (name.startsWith(".")) {
                continue;
            }
            if (Files.isDirectory(entry)) {
                visitFolder(entry, prefix + name + "/");
            } else if (isWanted(name)) {
                visited++;
                Path file = real.resolve(name);
                visitFile(Files.isSymbolicLink(file) ? real(file) : file, entry, prefix + name);
            }
        }
    }

    /// @param real the file behind all links
    private void visitFile(Path real, Path file, String name) {
        if (files.add(real)) {
            visitor.file(file, name);
        }
    }

    /// The file itself where it cannot be found: whoever reads it says so.
    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException unreadable) {
            return file;
        }
    }

    private boolean isWanted(String name) {
        for (String ending : endings) {
            if (name.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }

    /// Without `./` before and `/` behind, and relative where it leads back into the working
    /// folder, as people would write it in a report.
    private String name(String path, Path file) {
        Path folder = surroundings.workingFolder();
        boolean leadsBack = path.startsWith("..") && file.startsWith(folder);
        Path normal = leadsBack ? folder.relativize(file) : Path.of(path).normalize();
        String name = normal.toString().replace('\\', '/');
        return name.isEmpty() ? "." : name;
    }

    static Diagnostic unreadable(String name, IOException problem) {
        return Diagnostic.error(
                CommandLineCode.UNREADABLE,
                Source.unread(name).wholeFile(),
                name + " cannot be read: " + problem.getMessage());
    }
}
