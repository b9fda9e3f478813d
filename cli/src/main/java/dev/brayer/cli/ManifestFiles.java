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
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the files that a command line names: a file as it is, a folder as all files below it with
/// a wanted ending, `-` as standard input. Each source is named as it was asked for.
final class ManifestFiles {
    /// What a folder is searched for.
    static final List<String> MANIFESTS = List.of(".yml", ".yaml", ".json");

    static final List<String> POLICIES = List.of(".cop");

    static final String STANDARD_INPUT = "standard input";

    private final Surroundings surroundings;
    private final List<String> endings;
    private final Diagnostics diagnostics;
    private final List<Source> sources = new ArrayList<>();

    private ManifestFiles(
            Surroundings surroundings, List<String> endings, Diagnostics diagnostics) {
        this.surroundings = surroundings;
        this.endings = endings;
        this.diagnostics = diagnostics;
    }

    static List<Source> read(
            List<String> paths,
            List<String> endings,
            Surroundings surroundings,
            Diagnostics diagnostics) {
        ManifestFiles files = new ManifestFiles(surroundings, endings, diagnostics);
        for (String path : paths) {
            files.read(path);
        }
        return List.copyOf(files.sources);
    }

    private void read(String path) {
        if (path.equals("-")) {
            readStandardInput();
            return;
        }
        Path file = surroundings.workingFolder().resolve(path);
        String name = tidy(path);
        if (!Files.isDirectory(file)) {
            add(SourceReader.read(file, name, Limits.DEFAULT, diagnostics));
            return;
        }
        int before = sources.size() + diagnostics.errorCount();
        readFolder(file, name.equals(".") ? "" : name + "/");
        if (sources.size() + diagnostics.errorCount() == before) {
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

    private void readStandardInput() {
        try {
            byte[] bytes = surroundings.in().readNBytes(Limits.DEFAULT.characters() + 1);
            add(SourceReader.decode(bytes, STANDARD_INPUT, Limits.DEFAULT, diagnostics));
        } catch (IOException problem) {
            diagnostics.add(unreadable(STANDARD_INPUT, problem));
        }
    }

    /// Everything below a folder in the order of names, but nothing hidden: `.git` and `.brayer`
    /// hold copies.
    private void readFolder(Path folder, String prefix) {
        List<String> names = new ArrayList<>();
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
                readFolder(entry, prefix + name + "/");
            } else if (isWanted(name)) {
                add(SourceReader.read(entry, prefix + name, Limits.DEFAULT, diagnostics));
            }
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

    private void add(@Nullable Source source) {
        if (source != null) {
            sources.add(source);
        }
    }

    /// Without `./` before and `/` behind, as people would write it in a report.
    private static String tidy(String path) {
        String normal = Path.of(path).normalize().toString().replace('\\', '/');
        return normal.isEmpty() ? "." : normal;
    }

    private static Diagnostic unreadable(String name, IOException problem) {
        return Diagnostic.error(
                CommandLineCode.UNREADABLE,
                Source.unread(name).wholeFile(),
                name + " cannot be read: " + problem.getMessage());
    }
}
