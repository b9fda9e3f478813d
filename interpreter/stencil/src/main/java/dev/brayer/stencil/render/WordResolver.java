package dev.brayer.stencil.render;

import dev.brayer.document.DocumentReader;
import dev.brayer.document.ReadOptions;
import dev.brayer.document.ReadResult;
import dev.brayer.document.ScalarType;
import dev.brayer.document.Scalars;
import dev.brayer.stencil.Answer;
import dev.brayer.stencil.Declaration;
import dev.brayer.stencil.Destination;
import dev.brayer.stencil.Formation;
import dev.brayer.stencil.Outside;
import dev.brayer.stencil.ProjectFolder;
import dev.brayer.stencil.Settings;
import dev.brayer.stencil.StencilCode;
import dev.brayer.stencil.Typing;
import dev.brayer.stencil.Value;
import dev.brayer.stencil.Word;
import dev.brayer.stencil.WordNames;
import dev.brayer.stencil.WordSource;
import dev.brayer.stencil.Written;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Origin;
import dev.brayer.text.Place;
import dev.brayer.text.Source;
import dev.brayer.text.Suggestions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Gives the words of one formation their values, each when it is first asked for.
final class WordResolver {
    private static final Place RUN = Source.unread("this run").wholeFile();

    private final Formation formation;
    private final ProjectFolder folder;
    private final Outside outside;
    private final Settings settings;
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
        this.formation = formation;
        this.folder = folder;
        this.outside = outside;
        this.settings = settings;
        this.diagnostics = diagnostics;
        this.joins = new JoinFiller(this);
        for (Declaration declaration : formation.values()) {
            declarations.put(declaration.word(), declaration);
        }
    }

    /// Whether the formation, the command line or brayer itself gives the word, even if its value
    /// cannot be had.
    boolean isGiven(String name) {
        return declarations.containsKey(name)
                || settings.of(name) != null
                || supplied(name) != null;
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
        Word supplied = supplied(name);
        if (supplied != null) {
            return supplied;
        }
        Settings.Setting setting = settings.of(name);
        Declaration declaration = declarations.get(name);
        if (setting != null) {
            return set(setting, declaration);
        }
        return declaration == null ? null : declared(declaration);
    }

    private @Nullable Word supplied(String name) {
        return switch (name) {
            case "formation" -> word(name, formation.name());
            case "application" -> word(name, formation.application());
            case "namespace" -> {
                Destination destination = formation.destination();
                Written namespace = destination == null ? null : destination.namespace();
                yield namespace == null ? null : word(name, namespace);
            }
            case "registry" -> word(name, outside.registry());
            case "deploy_tag" -> word(name, outside.deployTag());
            case "snapshot" -> word(name, outside.snapshot());
            default -> null;
        };
    }

    private static Word word(String name, Written written) {
        return new Word(
                name,
                new Value.Text(written.text(), written.place()),
                List.of(new Origin(name, written.place())));
    }

    private static @Nullable Word word(String name, Answer answer) {
        if (answer instanceof Answer.Known value) {
            return word(name, new Value.Text(value.text(), null), new Origin(name, RUN));
        }
        return answer instanceof Answer.StandIn value
                ? word(name, new Value.Text(value.text(), null), new Origin(name, RUN, false))
                : null;
    }

    private static Word word(String name, Value value, Origin origin) {
        return new Word(name, value, List.of(origin));
    }

    /// A value of the command line is read as in a formation; where a type is declared, it gives
    /// way to it.
    private @Nullable Word set(Settings.Setting setting, @Nullable Declaration declaration) {
        Value value = read(setting);
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

    private @Nullable Value read(Settings.Setting setting) {
        String text = setting.value();
        if (text.isEmpty() || "[{\"'".indexOf(text.charAt(0)) < 0) {
            ScalarType type = text.isEmpty() ? ScalarType.STRING : Scalars.typeOfPlain(text);
            return switch (type) {
                case STRING -> new Value.Text(text, setting.place());
                case NUMBER -> new Value.Numeric(text, setting.place());
                case BOOLEAN ->
                        new Value.Bool(
                                "ytYT".indexOf(text.charAt(0)) >= 0 || text.equalsIgnoreCase("on"),
                                setting.place());
                case NULL -> new Value.Nothing(setting.place());
            };
        }
        ReadResult read = DocumentReader.read(Source.of("command line", text), ReadOptions.PLAIN);
        if (read.hasErrors() || read.documents().size() != 1) {
            diagnostics.add(
                    Diagnostic.error(
                                    StencilCode.SETTING_MALFORMED,
                                    setting.place(),
                                    "the value of `"
                                            + setting.word()
                                            + "` is not a complete list, map or string")
                            .withHint(
                                    "put a text that begins with a bracket, brace or quote into quotes twice"));
            return null;
        }
        return Value.of(read.documents().get(0).root());
    }

    private @Nullable Word declared(Declaration declaration) {
        String name = declaration.word();
        Origin origin = new Origin(name, declaration.source().place());
        WordSource source = declaration.source();
        if (source instanceof WordSource.Literal literal) {
            // A literal that does not fit was complained about when the formation was read.
            Value value =
                    Typing.fit(
                            declaration,
                            literal.value(),
                            literal.place(),
                            false,
                            new Diagnostics());
            return value == null ? null : word(name, value, origin);
        }
        if (source instanceof WordSource.Image image) {
            return asked(declaration, outside.image(image.name()), outside.imageNames());
        }
        if (source instanceof WordSource.PartialFile partial) {
            return word(name, new Value.Partial(partial.path(), partial.place()), origin);
        }
        if (source instanceof WordSource.Join join) {
            return joined(declaration, join);
        }
        if (source instanceof WordSource.Git git) {
            return asked(declaration, outside.git(git.fact()), List.of());
        }
        if (source instanceof WordSource.Environment env) {
            return asked(declaration, outside.variable(env.variable()), List.of());
        }
        if (source instanceof WordSource.File file) {
            return file(declaration, file);
        }
        complainLater(name, (WordSource.Later) source);
        return null;
    }

    private @Nullable Word joined(Declaration declaration, WordSource.Join join) {
        JoinFiller.Joined joined = joins.fill(declaration.word(), join);
        Value value =
                joined == null
                        ? null
                        : Typing.fit(declaration, joined.value(), join.place(), true, diagnostics);
        return joined == null || value == null
                ? null
                : new Word(declaration.word(), value, joined.origins());
    }

    private void complainLater(String name, WordSource.Later later) {
        diagnostics.add(
                Diagnostic.error(
                                StencilCode.NOT_IN_THIS_VERSION,
                                later.place(),
                                "this version of brayer does not read the source `"
                                        + later.key()
                                        + "` of the word `"
                                        + name
                                        + "`")
                        .withHint(
                                later.isSecret()
                                        ? "refer to a Secret of the cluster by its name"
                                        : "give the value with `value`, `env` or `file`"));
    }

    /// The value that the world outside gives, or else the default.
    private @Nullable Word asked(Declaration declaration, Answer answer, List<String> names) {
        String name = declaration.word();
        Place place = declaration.source().place();
        if (answer instanceof Answer.Known value) {
            Value text = new Value.Text(value.text(), place);
            Value typed = Typing.fit(declaration, text, place, true, diagnostics);
            return typed == null ? null : word(name, typed, new Origin(name, place));
        }
        if (answer instanceof Answer.StandIn value) {
            return word(name, new Value.Text(value.text(), place), new Origin(name, place, false));
        }
        String reason = ((Answer.Missing) answer).reason();
        return otherwise(
                declaration, reason, Suggestions.didYouMean(declaration.source().operand(), names));
    }

    private @Nullable Word otherwise(
            Declaration declaration, String reason, @Nullable String meant) {
        String name = declaration.word();
        Value fallback = declaration.fallback();
        if (fallback != null) {
            Place place = fallback.place() == null ? declaration.place() : fallback.place();
            Value typed = Typing.fit(declaration, fallback, place, true, new Diagnostics());
            return typed == null ? null : new Word(name, typed, List.of(new Origin(name, place)));
        }
        diagnostics.add(
                Diagnostic.error(
                                StencilCode.WORD_WITHOUT_VALUE,
                                declaration.source().place(),
                                "`" + name + "` has no value: " + reason)
                        .withHint(
                                meant == null
                                        ? "give it a `default:`, or a value with `--set "
                                                + name
                                                + "=…`"
                                        : meant));
        return null;
    }

    private @Nullable Word file(Declaration declaration, WordSource.File file) {
        ProjectFolder.Read read = folder.read(file.path());
        if (!(read instanceof ProjectFolder.Read.Text text)) {
            boolean absent = read instanceof ProjectFolder.Read.Absent;
            if (absent && declaration.fallback() != null) {
                return otherwise(declaration, "", null);
            }
            diagnostics.add(UnreadFiles.complaint(read, file.place()));
            return null;
        }
        Source source = text.source();
        Value content = new Value.Text(source.text(), source.place(0, source.text().length()));
        Value typed = Typing.fit(declaration, content, file.place(), true, diagnostics);
        String name = declaration.word();
        return typed == null
                ? null
                : new Word(
                        name,
                        typed,
                        List.of(
                                new Origin(name, file.place()),
                                new Origin(name, source.wholeFile())));
    }

    /// All words that there are, for suggestions.
    List<String> names() {
        List<String> names = new ArrayList<>(declarations.keySet());
        for (Settings.Setting setting : settings.settings()) {
            if (!names.contains(setting.word())) {
                names.add(setting.word());
            }
        }
        for (String supplied : WordNames.SUPPLIED) {
            if (supplied(supplied) != null) {
                names.add(supplied);
            }
        }
        return names;
    }
}
