package dev.brayer.stencil.render;

import dev.brayer.stencil.Declaration;
import dev.brayer.stencil.Formation;
import dev.brayer.stencil.Outside;
import dev.brayer.stencil.ProjectFolder;
import dev.brayer.stencil.Settings;
import dev.brayer.stencil.StencilCode;
import dev.brayer.stencil.Typing;
import dev.brayer.stencil.Value;
import dev.brayer.stencil.Word;
import dev.brayer.stencil.WordNames;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Origin;
import dev.brayer.text.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Gives the words of one formation their values, each when it is first asked for.
final class WordResolver {
    private final Settings settings;
    private final SuppliedWords supplied;
    private final DeclaredWords declared;
    private final JoinFiller joins;
    private final List<String> undefined = new ArrayList<>();
    private final Map<String, Declaration> declarations = new LinkedHashMap<>();
    private final Map<String, @Nullable Word> known = new HashMap<>();
    private final List<String> underWay = new ArrayList<>();
    private Diagnostics diagnostics;

    WordResolver(
            Formation formation,
            ProjectFolder folder,
            Outside outside,
            Settings settings,
            Diagnostics diagnostics) {
        this.settings = settings;
        this.diagnostics = diagnostics;
        this.joins = new JoinFiller(this);
        this.supplied = new SuppliedWords(formation, outside);
        this.declared = new DeclaredWords(this, folder, outside, joins);
        for (Declaration declaration : formation.values()) {
            declarations.put(declaration.word(), declaration);
        }
    }

    /// Whether the formation, the command line or brayer itself gives the word, even if its value
    /// cannot be had.
    boolean isGiven(String name) {
        return declarations.containsKey(name)
                || settings.of(name) != null
                || supplied.word(name) != null;
    }

    /// The word with its value, or `null` when it has none; complaints about its value are made
    /// once.
    @Nullable Word word(String name) {
        if (known.containsKey(name)) {
            return known.get(name);
        }
        if (underWay.contains(name)) {
            complainCycle(name);
            return null;
        }
        underWay.add(name);
        Word word = resolve(name);
        underWay.remove(underWay.size() - 1);
        known.put(name, word);
        return word;
    }

    /// The same without a complaint: for words that nothing uses.
    @Nullable Word quietly(String name) {
        Diagnostics loud = diagnostics;
        diagnostics = new Diagnostics();
        joins.pauseUses();
        Word word = word(name);
        joins.resumeUses();
        diagnostics = loud;
        return word;
    }

    Diagnostics diagnostics() {
        return diagnostics;
    }

    /// Notes a word that a stencil asked for and nobody gives.
    void noteUndefined(String name) {
        undefined.add(name);
    }

    List<String> undefined() {
        return undefined;
    }

    /// For each word the joins that use it.
    Map<String, List<Place>> joinedUses() {
        return joins.uses();
    }

    private void complainCycle(String name) {
        List<String> cycle = underWay.subList(underWay.indexOf(name), underWay.size());
        StringBuilder shown = new StringBuilder();
        Declaration first = null;
        for (String word : cycle) {
            shown.append('`').append(word).append("` → ");
            first = first == null ? declarations.get(word) : first;
        }
        Place place = first == null ? null : first.source().place();
        diagnostics.add(
                Diagnostic.error(
                                StencilCode.JOIN_CYCLE,
                                place,
                                "words are joined from each other: " + shown + "`" + name + "`")
                        .withHint("give one of them a value of its own"));
    }

    private @Nullable Word resolve(String name) {
        Word given = supplied.word(name);
        if (given != null) {
            return given;
        }
        Settings.Setting setting = settings.of(name);
        Declaration declaration = declarations.get(name);
        if (setting != null) {
            return set(setting, declaration);
        }
        return declaration == null ? null : declared.word(declaration);
    }

    /// A value of the command line is read as in a formation; where a type is declared, it gives
    /// way to it.
    private @Nullable Word set(Settings.Setting setting, @Nullable Declaration declaration) {
        Value value = SettingReader.read(setting, diagnostics);
        if (value != null && declaration != null) {
            boolean asText = declaration.type() != null && value.isScalar();
            Value meant = asText ? new Value.Text(setting.value(), setting.place()) : value;
            value = Typing.fit(declaration, meant, setting.place(), asText, diagnostics);
        }
        return value == null
                ? null
                : new Word(
                        setting.word(),
                        value,
                        List.of(new Origin(setting.word(), setting.place())));
    }

    /// All words that there are, for suggestions.
    List<String> names() {
        List<String> names = new ArrayList<>(declarations.keySet());
        for (Settings.Setting setting : settings.settings()) {
            if (!names.contains(setting.word())) {
                names.add(setting.word());
            }
        }
        for (String word : WordNames.SUPPLIED) {
            if (supplied.word(word) != null) {
                names.add(word);
            }
        }
        return names;
    }
}
