package dev.brayer.pipeline.destination;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The list of what brayer wrote into a directory. Only what stands here is ever replaced or
/// removed.
///
/// It lies in the directory as `.brayer-inventory`: a name that neither kubectl nor Flux takes for
/// a manifest. A line is a word and its values; a file's line has the hash of its content, the hash
/// of its meaning, and its path.
///
/// @param tag the run that wrote the present state
/// @param files by path, in the order of the plan
record Inventory(String application, String formation, String tag, Map<String, Entry> files) {
    static final String FILE_NAME = ".brayer-inventory";
    private static final String HEAD = "brayer inventory 1";

    /// @param digest see [PlannedFile#digest]
    /// @param meaning see [PlannedFile#meaning]
    record Entry(String digest, String meaning) {}

    Inventory {
        files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
    }

    static Inventory of(String application, String formation, String tag, List<PlannedFile> files) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (PlannedFile file : files) {
            entries.put(file.path(), new Entry(file.digest(), file.meaning()));
        }
        return new Inventory(application, formation, tag, entries);
    }

    String print() {
        StringBuilder text =
                new StringBuilder(HEAD)
                        .append("\napplication ")
                        .append(application)
                        .append("\nformation ")
                        .append(formation)
                        .append("\ntag ")
                        .append(tag)
                        .append('\n');
        files.forEach((path, entry) ->
                text.append("file ")
                        .append(entry.digest())
                        .append(' ')
                        .append(entry.meaning())
                        .append(' ')
                        .append(path)
                        .append('\n'));
        return text.append("end\n").toString();
    }

    /// The list in a folder; empty where there is none, or none that is whole.
    static Optional<Inventory> read(Path folder) throws IOException {
        Path file = folder.resolve(FILE_NAME);
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                ? parse(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                : Optional.empty();
    }

    /// Reads what [#print] wrote; empty for anything else, a cut-off list included.
    static Optional<Inventory> parse(String text) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        if (lines.size() < 5 || !lines.getFirst().equals(HEAD) || !lines.getLast().equals("end")) {
            return Optional.empty();
        }
        String application = value(lines.get(1), "application ");
        String formation = value(lines.get(2), "formation ");
        String tag = value(lines.get(3), "tag ");
        if (application == null || formation == null || tag == null) {
            return Optional.empty();
        }
        Map<String, Entry> files = new LinkedHashMap<>();
        for (String line : lines.subList(4, lines.size() - 1)) {
            String[] parts = line.split(" ", 4);
            if (parts.length < 4 || !parts[0].equals("file") || !PlannedFile.isSafe(parts[3])) {
                return Optional.empty();
            }
            files.put(parts[3], new Entry(parts[1], parts[2]));
        }
        return Optional.of(new Inventory(application, formation, tag, files));
    }

    private static @Nullable String value(String line, String word) {
        return line.startsWith(word) ? line.substring(word.length()) : null;
    }
}
