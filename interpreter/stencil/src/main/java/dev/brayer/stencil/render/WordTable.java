package dev.brayer.stencil.render;

import dev.brayer.stencil.Declaration;
import dev.brayer.stencil.Formation;
import dev.brayer.stencil.Settings;
import dev.brayer.stencil.StencilCode;
import dev.brayer.stencil.Word;
import dev.brayer.stencil.WordNames;
import dev.brayer.stencil.WordRow;
import dev.brayer.stencil.WordSource;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Place;
import dev.brayer.text.Suggestions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which words there are, what they are used for, and which ones are not used.
final class WordTable {
    private static final String NO_VALUE = "–";

    private final Formation formation;
    private final Settings settings;
    private final WordResolver words;
    private final Map<String, List<Place>> uses;

    WordTable(
            Formation formation,
            Settings settings,
            WordResolver words,
            Map<String, List<Place>> uses) {
        this.formation = formation;
        this.settings = settings;
        this.words = words;
        this.uses = uses;
    }

    private List<Place> usesOf(String word) {
        List<Place> found = new ArrayList<>(uses.getOrDefault(word, List.of()));
        found.addAll(words.joinedUses().getOrDefault(word, List.of()));
        return found;
    }

    /// Complains about words that nothing uses. Words of the formations that this one extends may
    /// stay unused.
    void complainUnused(Diagnostics diagnostics) {
        List<String> wanted = new ArrayList<>(words.undefined());
        for (Declaration declaration : formation.values()) {
            if (!declaration.inherited() && usesOf(declaration.word()).isEmpty()) {
                diagnostics.add(unused(declaration.word(), declaration.place(), wanted));
            }
        }
        for (Settings.Setting setting : settings.settings()) {
            if (usesOf(setting.word()).isEmpty() && formation.value(setting.word()) == null) {
                List<String> known = new ArrayList<>(wanted);
                known.addAll(words.names());
                known.remove(setting.word());
                diagnostics.add(unused(setting.word(), setting.place(), known));
            }
        }
    }

    private static Diagnostic unused(String word, Place place, List<String> meant) {
        return Diagnostic.warning(
                        StencilCode.WORD_UNUSED,
                        place,
                        "no stencil has a hole for the word `" + word + "`")
                .withHint(Suggestions.didYouMean(word, meant));
    }

    /// All words, the supplied ones first.
    List<WordRow> rows() {
        // What is wrong with the value of a word that nothing uses is not worth a complaint.
        List<WordRow> rows = new ArrayList<>();
        for (String supplied : WordNames.SUPPLIED) {
            Word word = words.word(supplied);
            if (word != null) {
                rows.add(row(supplied, word, "supplied", origin(word)));
            }
        }
        for (Declaration declaration : formation.values()) {
            String name = declaration.word();
            boolean set = settings.of(name) != null;
            Word word = words.quietly(name);
            Place place = word == null ? declaration.source().place() : origin(word);
            String source = set ? "--set" : source(declaration.source());
            rows.add(row(name, word, source, place));
        }
        for (Settings.Setting setting : settings.settings()) {
            if (formation.value(setting.word()) == null
                    && setting.equals(settings.of(setting.word()))) {
                rows.add(
                        row(
                                setting.word(),
                                words.quietly(setting.word()),
                                "--set",
                                setting.place()));
            }
        }
        return rows;
    }

    private static @Nullable Place origin(Word word) {
        Place place = word.origins().isEmpty() ? null : word.origins().get(0).place();
        return place == null || place.source().text().isEmpty() ? null : place;
    }

    private WordRow row(String name, @Nullable Word word, String source, @Nullable Place origin) {
        return new WordRow(
                name,
                word == null ? NO_VALUE : word.value().shown(),
                word == null ? "" : word.value().typeName(),
                source,
                origin,
                usesOf(name));
    }

    private static String source(WordSource source) {
        String operand = source.operand();
        return operand.isEmpty() ? source.key() : source.key() + " " + operand;
    }
}
