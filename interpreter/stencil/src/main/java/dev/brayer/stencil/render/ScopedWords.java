package dev.brayer.stencil.render;

import dev.brayer.document.Document;
import dev.brayer.document.Node;
import dev.brayer.document.ScalarNode;
import dev.brayer.stencil.ProjectFolder;
import dev.brayer.stencil.StencilCode;
import dev.brayer.stencil.Value;
import dev.brayer.stencil.Word;
import dev.brayer.stencil.fill.Filler;
import dev.brayer.stencil.fill.Words;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Place;
import dev.brayer.text.Suggestions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The words of one stencil: those of the formation, and with `for-each` those of the entry.
/// Partials are filled with the same words, once.
final class ScopedWords implements Words {
    private final WordResolver formation;
    private final Map<String, Word> own;
    private final Map<String, List<Place>> uses;
    private final ProjectFolder folder;
    private final List<String> partialFiles;
    private final Diagnostics diagnostics;
    private final Map<String, Inserted> shared;
    private final Map<String, Inserted> partials = new HashMap<>();
    private final List<String> underWay = new ArrayList<>();

    /// For each partial that is under way the words that it and those within it ask for.
    private final List<Set<String>> asked = new ArrayList<>();

    /// A partial that was filled, or could not be, and the words that it asked for.
    record Inserted(@Nullable Insert insert, Set<String> words) {}

    /// @param own the words of the entry, which come before those of the formation
    /// @param uses for each word the holes it fills, added to here
    /// @param shared partials that other stencils inserted, added to here
    /// @param partialFiles the partials that there are
    ScopedWords(
            WordResolver formation,
            Map<String, Word> own,
            Map<String, List<Place>> uses,
            Map<String, Inserted> shared,
            ProjectFolder folder,
            List<String> partialFiles,
            Diagnostics diagnostics) {
        this.formation = formation;
        this.own = own;
        this.uses = uses;
        this.shared = shared;
        this.folder = folder;
        this.partialFiles = partialFiles;
        this.diagnostics = diagnostics;
    }

    @Override
    public @Nullable Word word(String name, Place hole, boolean inScript) {
        for (Set<String> words : asked) {
            words.add(name);
        }
        Word word = own.get(name);
        if (word == null && !formation.isGiven(name)) {
            complainUndefined(name, hole, inScript);
            return null;
        }
        if (word == null) {
            uses.computeIfAbsent(name, key -> new ArrayList<>()).add(hole);
            word = formation.word(name);
        }
        return word;
    }

    private void complainUndefined(String name, Place hole, boolean inScript) {
        formation.noteUndefined(name);
        List<String> names = new ArrayList<>(own.keySet());
        names.addAll(formation.names());
        String hint = Suggestions.didYouMean(name, names);
        if (inScript) {
            hint =
                    (hint == null ? "" : hint + " ")
                            + "If the shell is to fill it, write `# brayer: literal` above the key, or `$${"
                            + name
                            + "}`";
        } else if (name.equals("namespace")) {
            hint = "the destination says it: `destination: { …, namespace: shop }`";
        } else if (hint == null) {
            hint =
                    "give it under `values:`, or write `$${"
                            + name
                            + "}` for a literal `${"
                            + name
                            + "}`";
        }
        diagnostics.add(
                Diagnostic.error(
                                StencilCode.WORD_UNDEFINED,
                                hole,
                                "the word `" + name + "` has no value")
                        .withHint(hint));
    }

    @Override
    public @Nullable Word peek(String name) {
        Word word = own.get(name);
        return word == null && formation.isGiven(name) ? formation.word(name) : word;
    }

    @Override
    public @Nullable Insert partial(Value.Partial partial, Place hole) {
        String file = partial.file();
        Place place = partial.place() == null ? hole : partial.place();
        if (underWay.contains(file)) {
            complainCycle(file, hole);
            return null;
        }
        Inserted known = known(file);
        if (known == null) {
            Set<String> words = new HashSet<>();
            underWay.add(file);
            asked.add(words);
            known = new Inserted(read(file, place), words);
            asked.remove(asked.size() - 1);
            underWay.remove(underWay.size() - 1);
            partials.put(file, known);
            if (own.isEmpty()) {
                shared.put(file, known);
            }
        }
        for (Set<String> words : asked) {
            words.addAll(known.words());
        }
        return known.insert();
    }

    /// The partial as it was filled before: for this stencil, or for another one with the same
    /// words.
    private @Nullable Inserted known(String file) {
        Inserted known = partials.get(file);
        Inserted other = known == null ? shared.get(file) : null;
        if (other == null || own.isEmpty()) {
            return known == null ? other : known;
        }
        for (String word : own.keySet()) {
            if (other.insert() == null || other.words().contains(word)) {
                return null;
            }
        }
        return other;
    }

    private void complainCycle(String file, Place hole) {
        StringBuilder shown = new StringBuilder();
        for (String one : underWay.subList(underWay.indexOf(file), underWay.size())) {
            shown.append(one).append(" → ");
        }
        diagnostics.add(
                Diagnostic.error(
                        StencilCode.PARTIAL_CYCLE,
                        hole,
                        "partials insert each other: " + shown + file));
    }

    private @Nullable Insert read(String file, Place place) {
        if (!isPartial(file)) {
            diagnostics.add(
                    Diagnostic.error(
                                    StencilCode.PARTIAL_SHAPE,
                                    place,
                                    "the name of a partial begins with `_`, and that of "
                                            + file
                                            + " does not")
                            .withHint("a stencil without the `_` is rendered on its own"));
            return null;
        }
        ProjectFolder.Read read = folder.read(StencilFiles.FOLDER + file);
        if (read instanceof ProjectFolder.Read.Text text) {
            return insert(text, place);
        }
        Diagnostic complaint = UnreadFiles.complaint(read, place);
        String meant = Suggestions.didYouMean(file, partialFiles);
        boolean missing = complaint.code() == StencilCode.FILE_MISSING;
        diagnostics.add(missing && meant != null ? complaint.withHint(meant) : complaint);
        return null;
    }

    static boolean isPartial(String file) {
        return file.startsWith("_", file.lastIndexOf('/') + 1);
    }

    private @Nullable Insert insert(ProjectFolder.Read.Text text, Place place) {
        Filler.Filled filled = Filler.fill(text.source(), this, diagnostics);
        if (filled == null) {
            return null;
        }
        List<Document> documents = filled.documents();
        Node root = documents.isEmpty() ? null : documents.get(0).root();
        if (root == null
                || documents.size() > 1
                || (root instanceof ScalarNode scalar && scalar.isNull())) {
            String found = documents.size() > 1 ? documents.size() + " documents" : "none";
            diagnostics.add(
                    Diagnostic.error(
                                    StencilCode.PARTIAL_SHAPE,
                                    text.source().wholeFile(),
                                    "a partial holds one document, and "
                                            + text.source().name()
                                            + " holds "
                                            + found)
                            .withRelated(place, "inserted here"));
            return null;
        }
        return new Insert(filled.text(), root, Value.of(root));
    }
}
