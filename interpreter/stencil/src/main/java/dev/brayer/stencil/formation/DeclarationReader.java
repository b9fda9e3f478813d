package dev.brayer.stencil.formation;

import dev.brayer.document.Entry;
import dev.brayer.document.ListNode;
import dev.brayer.document.MapNode;
import dev.brayer.document.Node;
import dev.brayer.document.ScalarNode;
import dev.brayer.document.ScalarType;
import dev.brayer.document.fields.Fields;
import dev.brayer.stencil.Declaration;
import dev.brayer.stencil.GitFact;
import dev.brayer.stencil.StencilCode;
import dev.brayer.stencil.Typing;
import dev.brayer.stencil.Value;
import dev.brayer.stencil.WordNames;
import dev.brayer.stencil.WordSource;
import dev.brayer.stencil.WordType;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Place;
import dev.brayer.text.Suggestions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads one entry of `values:`.
final class DeclarationReader {
    private static final List<String> SOURCES =
            List.of(
                    "value", "image", "git", "env", "file", "partial", "join", "config", "secret",
                    "vault");

    private static final List<String> OTHERS = List.of("type", "min", "max", "enum", "default");

    private final Diagnostics diagnostics;

    DeclarationReader(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    @Nullable Declaration read(Entry entry) {
        String word = entry.name();
        Place place = entry.key().place();
        if (!isAllowed(word, place)) {
            return null;
        }
        if (!(entry.value() instanceof MapNode map)) {
            WordSource literal =
                    new WordSource.Literal(Value.of(entry.value()), entry.valuePlace());
            return new Declaration(word, place, literal, null, null, null, null, null, false);
        }
        String key = sourceKey(word, map);
        if (key == null) {
            return null;
        }
        Fields fields = Fields.of(map, "the declaration of `" + word + "`", diagnostics);
        WordSource source = source(key, map, fields);
        WordType type = type(fields);
        String min = number(fields, "min");
        String max = number(fields, "max");
        List<Value> allowed = fields.has("enum") ? values(fields) : null;
        Node fallback = map.get("default");
        fields.expect(SOURCES);
        fields.expect(OTHERS);
        fields.rejectUnknown();
        if (source == null) {
            return null;
        }
        Value otherwise = fallback == null ? null : Value.of(fallback);
        Declaration declaration =
                new Declaration(word, place, source, type, min, max, allowed, otherwise, false);
        return checked(declaration);
    }

    /// Literal values are checked at once, used or not: here stands the mistake.
    private Declaration checked(Declaration declaration) {
        if (declaration.source() instanceof WordSource.Secret source) {
            checkSecret(declaration, source);
            return declaration;
        }
        Value fallback = declaration.fallback();
        Place place = fallback == null ? null : fallback.place();
        if (fallback != null && place != null) {
            var unused = Typing.fit(declaration, fallback, place, true, diagnostics);
        }
        if (declaration.source() instanceof WordSource.Literal literal) {
            var unused =
                    Typing.fit(declaration, literal.value(), literal.place(), false, diagnostics);
        }
        return declaration;
    }

    /// Nothing can be held against a value that nobody sees, and a default would be one in plain
    /// text.
    private void checkSecret(Declaration declaration, WordSource.Secret source) {
        String demand =
                declaration.fallback() != null
                        ? "default"
                        : declaration.allowed() != null
                                ? "enum"
                                : declaration.min() != null
                                        ? "min"
                                        : declaration.max() != null
                                                ? "max"
                                                : isOtherType(declaration) ? "type" : null;
        if (demand != null) {
            diagnostics.add(
                    Diagnostic.error(
                                    StencilCode.WORD_TYPE,
                                    source.place(),
                                    "`"
                                            + declaration.word()
                                            + "` is a secret, which has no `"
                                            + demand
                                            + "`")
                            .withHint(
                                    "a secret is a string, and is known only when it is applied"));
        }
    }

    private static boolean isOtherType(Declaration declaration) {
        return declaration.type() != null && declaration.type() != WordType.STRING;
    }

    private boolean isAllowed(String word, Place place) {
        if (!WordNames.isWord(word)) {
            diagnostics.add(
                    Diagnostic.error(
                                    StencilCode.WORD_NAME, place, "`" + word + "` cannot be a word")
                            .withHint("a letter or `_`, followed by letters, digits, `_` and `-`"));
            return false;
        }
        if (WordNames.SUPPLIED.contains(word)) {
            diagnostics.add(
                    Diagnostic.error(
                                    StencilCode.WORD_NAME,
                                    place,
                                    "the word `" + word + "` is supplied by brayer")
                            .withHint("give yours another name"));
            return false;
        }
        return true;
    }

    private @Nullable String sourceKey(String word, MapNode map) {
        Entry found = null;
        for (Entry entry : map.entries()) {
            if (!SOURCES.contains(entry.name())) {
                continue;
            }
            if (found != null) {
                diagnostics.add(
                        Diagnostic.error(
                                        StencilCode.WORD_SOURCE,
                                        entry.key().place(),
                                        "`"
                                                + word
                                                + "` has two sources, `"
                                                + found.name()
                                                + "` and `"
                                                + entry.name()
                                                + "`")
                                .withRelated(found.key().place(), "the other source"));
                return null;
            }
            found = entry;
        }
        if (found == null) {
            Place place = map.isEmpty() ? map.place() : map.entries().get(0).key().place();
            diagnostics.add(
                    Diagnostic.error(
                                    StencilCode.WORD_SOURCE,
                                    place,
                                    "`" + word + "` does not say where its value comes from")
                            .withHint(sourceHint(word, map)));
        }
        return found == null ? null : found.name();
    }

    private static String sourceHint(String word, MapNode map) {
        for (Entry entry : map.entries()) {
            String meant =
                    OTHERS.contains(entry.name())
                            ? null
                            : Suggestions.didYouMean(entry.name(), SOURCES);
            if (meant != null) {
                return meant;
            }
        }
        return "a map as a value is written `"
                + word
                + ": { value: { … } }`; sources are value, image, git, env, file, partial, join, config, secret, vault";
    }

    private @Nullable WordSource source(String key, MapNode map, Fields fields) {
        Entry entry = map.entry(key);
        if (entry == null) {
            return null;
        }
        Place place = entry.valuePlace();
        if (key.equals("value")) {
            return new WordSource.Literal(Value.of(entry.value()), place);
        }
        String operand = fields.requiredString(key);
        if (operand == null) {
            return null;
        }
        return switch (key) {
            case "image" -> new WordSource.Image(operand, place);
            case "git" -> git(operand, place);
            case "env" -> new WordSource.Environment(operand, place);
            case "file" -> new WordSource.File(operand, place);
            case "partial" -> new WordSource.PartialFile(operand, place);
            case "join" -> new WordSource.Join(operand, place);
            case "config" -> new WordSource.Config(operand, place);
            default -> new WordSource.Secret(key, operand, place);
        };
    }

    private @Nullable WordSource git(String operand, Place place) {
        List<String> keys = new ArrayList<>();
        for (GitFact fact : GitFact.values()) {
            if (fact.key().equals(operand)) {
                return new WordSource.Git(fact, place);
            }
            keys.add(fact.key());
        }
        String meant = Suggestions.didYouMean(operand, keys);
        diagnostics.add(
                Diagnostic.error(
                                StencilCode.FORMATION_VALUE,
                                place,
                                "git has no `" + operand + "` for a word")
                        .withHint(
                                meant == null
                                        ? "there are `commit`, `short` and `branch`"
                                        : meant));
        return null;
    }

    private static @Nullable WordType type(Fields fields) {
        List<String> keys = new ArrayList<>();
        for (WordType type : WordType.values()) {
            keys.add(type.key());
        }
        String found = fields.oneOf("type", keys);
        for (WordType type : WordType.values()) {
            if (type.key().equals(found)) {
                return type;
            }
        }
        return null;
    }

    private @Nullable String number(Fields fields, String key) {
        Node node = fields.node(key);
        if (node == null) {
            return null;
        }
        if (node instanceof ScalarNode scalar && scalar.type() == ScalarType.NUMBER) {
            return scalar.text();
        }
        diagnostics.add(Fields.typeError(node, "`" + key + "` takes a number"));
        return null;
    }

    private @Nullable List<Value> values(Fields fields) {
        if (!(fields.node("enum") instanceof ListNode)) {
            var unused = fields.list("enum");
            return null;
        }
        List<Value> found = new ArrayList<>();
        for (Node item : fields.list("enum")) {
            found.add(Value.of(item));
        }
        return found;
    }
}
