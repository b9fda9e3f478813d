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
        return switch (answer) {
            case Answer.Known value ->
                    new Word(
                            name,
                            new Value.Text(value.text(), null),
                            List.of(new Origin(name, RUN)));
            case Answer.StandIn value ->
                    new Word(
                            name,
                            new Value.Text(value.text(), null),
                            List.of(new Origin(name, RUN, false)));
            case Answer.Missing none -> null;
        };
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
        return switch (declaration.source()) {
            case WordSource.Literal literal -> {
                // A literal that does not fit was complained about when the formation was read.
                Value value =
                        Typing.fit(
                                declaration,
                                literal.value(),
                                literal.place(),
                                false,
                                new Diagnostics());
                yield value == null ? null : new Word(name, value, List.of(origin));
            }
            case WordSource.Image image ->
                    asked(declaration, outside.image(image.name()), outside.imageNames());
            case WordSource.Git git -> asked(declaration, outside.git(git.fact()), List.of());
            case WordSource.Environment env ->
                    asked(declaration, outside.variable(env.variable()), List.of());
            case WordSource.File file -> file(declaration, file);
            case WordSource.PartialFile partial ->
                    new Word(
                            name,
                            new Value.Partial(partial.path(), partial.place()),
                            List.of(origin));
            case WordSource.Join join -> {
                JoinFiller.Joined joined = joins.fill(name, join);
                Value value =
                        joined == null
                                ? null
                                : Typing.fit(
                                        declaration,
                                        joined.value(),
                                        join.place(),
                                        true,
                                        diagnostics);
                yield joined == null || value == null
                        ? null
                        : new Word(name, value, joined.origins());
            }
            case WordSource.Later later -> {
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
                yield null;
            }
        };
    }

    /// The value that the world outside gives, or else the default.
    private @Nullable Word asked(Declaration declaration, Answer answer, List<String> names) {
        String name = declaration.word();
        Place place = declaration.source().place();
        return switch (answer) {
            case Answer.Known value -> {
                Value typed =
                        Typing.fit(
                                declaration,
                                new Value.Text(value.text(), place),
                                place,
                                true,
                                diagnostics);
                yield typed == null
                        ? null
                        : new Word(name, typed, List.of(new Origin(name, place)));
            }
            case Answer.StandIn value ->
                    new Word(
                            name,
                            new Value.Text(value.text(), place),
                            List.of(new Origin(name, place, false)));
            case Answer.Missing none ->
                    otherwise(
                            declaration,
                            none.reason(),
                            Suggestions.didYouMean(place.text(), names));
        };
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
        return switch (folder.read(file.path())) {
            case ProjectFolder.Read.Text text -> {
                Source source = text.source();
                Value content =
                        new Value.Text(source.text(), source.place(0, source.text().length()));
                Value typed = Typing.fit(declaration, content, file.place(), true, diagnostics);
                yield typed == null
                        ? null
                        : new Word(
                                declaration.word(),
                                typed,
                                List.of(
                                        new Origin(declaration.word(), file.place()),
                                        new Origin(declaration.word(), source.wholeFile())));
            }
            case ProjectFolder.Read.Absent absent -> {
                if (declaration.fallback() != null) {
                    yield otherwise(declaration, "", null);
                }
                diagnostics.add(
                        Diagnostic.error(
                                StencilCode.FILE_MISSING,
                                file.place(),
                                "there is no file " + absent.name()));
                yield null;
            }
            case ProjectFolder.Read.Outside away -> {
                diagnostics.add(outsideProject(away.name(), file.place()));
                yield null;
            }
            case ProjectFolder.Read.Unreadable unreadable -> {
                diagnostics.add(unreadable(unreadable, file.place()));
                yield null;
            }
        };
    }

    static Diagnostic outsideProject(String name, Place place) {
        return Diagnostic.error(StencilCode.PATH_OUTSIDE, place, name + " is outside the project")
                .withHint("copy it into the project: what a project renders must come from it");
    }

    static Diagnostic unreadable(ProjectFolder.Read.Unreadable file, @Nullable Place place) {
        return Diagnostic.error(
                StencilCode.FILE_UNREADABLE,
                place,
                file.name() + " cannot be read: " + file.reason());
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
