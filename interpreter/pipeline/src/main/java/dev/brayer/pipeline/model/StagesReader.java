package dev.brayer.pipeline.model;

import dev.brayer.document.Entry;
import dev.brayer.document.MapNode;
import dev.brayer.document.Node;
import dev.brayer.document.ScalarNode;
import dev.brayer.document.fields.FieldCode;
import dev.brayer.document.fields.Fields;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Place;
import dev.brayer.text.Suggestions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads `stages:`, one after the other; [StageOrder] looks at them together.
final class StagesReader {
    private static final int MOST_RETRIES = 10;
    private static final TimeLimit PROBE_EVERY = new TimeLimit(2_000, "2s");
    private static final TimeLimit PROBE_LIMIT = new TimeLimit(60_000, "1m");

    private final InsideProject inside;
    private final Diagnostics diagnostics;
    private final List<Stage> stages = new ArrayList<>();

    StagesReader(InsideProject inside, Diagnostics diagnostics) {
        this.inside = inside;
        this.diagnostics = diagnostics;
    }

    List<Stage> read(List<Node> items) {
        for (Node item : items) {
            if (item instanceof ScalarNode scalar && scalar.isString()) {
                add(scalar, null);
            } else if (item instanceof MapNode map && map.size() == 1) {
                Entry entry = map.entries().getFirst();
                boolean bare = entry.value() instanceof ScalarNode scalar && scalar.isNull();
                Fields fields = bare ? null : Fields.of(entry.value(), "a stage", diagnostics);
                if (bare || fields != null) {
                    add(entry.key(), fields);
                }
            } else {
                diagnostics.add(
                        Diagnostic.error(
                                        FieldCode.TYPE,
                                        item.place(),
                                        "a stage is a name, or one name with its settings")
                                .withHint("such as `- build` or `- test: { run: npm test }`"));
            }
        }
        return stages;
    }

    private void add(ScalarNode key, @Nullable Fields fields) {
        String name = key.text();
        Names.check(name, "a stage", key.place(), diagnostics);
        for (Stage other : stages) {
            if (other.name().equals(name)) {
                diagnostics.add(
                        Diagnostic.error(
                                        PipelineCode.STAGE_TWICE,
                                        key.place(),
                                        "two stages are called `" + name + "`")
                                .withHint(
                                        "give one of them another name and write `kind: "
                                                + name
                                                + "` below it")
                                .withRelated(other.place(), "the first one"));
            }
        }
        StageKind kind = kind(key, fields);
        if (kind != null) {
            stages.add(fields == null ? bare(key, kind) : stage(key, kind, fields));
        }
    }

    private @Nullable StageKind kind(ScalarNode key, @Nullable Fields fields) {
        String written = fields == null ? null : fields.string("kind");
        String word = written == null ? key.text() : written;
        StageKind kind = StageKind.of(word);
        if (kind == null && written == null && fields != null && fields.has("run")) {
            return StageKind.RUN;
        }
        Place place = written == null || fields == null ? key.place() : fields.placeOf("kind");
        if (kind == null) {
            String hint = Suggestions.didYouMean(word, StageKind.words());
            String message =
                    written == null
                            ? "`"
                                    + word
                                    + "` is not a kind of stage, and no command is given with `run:`"
                            : "`" + word + "` is not a kind of stage";
            diagnostics.add(
                    Diagnostic.error(PipelineCode.UNKNOWN_KIND, place, message)
                            .withHint(
                                    hint == null
                                            ? "kinds are " + String.join(", ", StageKind.words())
                                            : hint));
        } else if (kind == StageKind.MIGRATE || kind == StageKind.WAIT) {
            diagnostics.add(
                    Diagnostic.error(
                                    PipelineCode.NOT_YET,
                                    place,
                                    "a stage of kind `"
                                            + kind.word()
                                            + "` cannot run: the destinations of this version are "
                                            + "directories")
                            .withHint(
                                    "take the stage out; a `run:` stage can do its work meanwhile"));
        }
        return kind;
    }

    private Stage bare(ScalarNode key, StageKind kind) {
        if (kind.isCommand()) {
            diagnostics.add(
                    Diagnostic.error(
                                    FieldCode.MISSING,
                                    key.place(),
                                    "a stage of kind `" + kind.word() + "` needs `run:`")
                            .withHint("such as `- " + key.text() + ": { run: npm test }`"));
        }
        return new Stage(
                key.text(),
                kind,
                key.place(),
                before(),
                List.of(),
                null,
                null,
                0,
                List.of(),
                null,
                null,
                OnFailure.KEEP);
    }

    private List<String> before() {
        return stages.isEmpty() ? List.of() : List.of(stages.getLast().name());
    }

    private Stage stage(ScalarNode key, StageKind kind, Fields fields) {
        List<String> needs = fields.has("needs") ? fields.strings("needs") : before();
        Command command =
                kind.isCommand() ? command(fields, "a stage of kind `" + kind.word() + "`") : null;
        OnFailure onFailure = OnFailure.KEEP;
        if (kind == StageKind.DEPLOY) {
            limit(fields, "wait");
            onFailure =
                    "rollback".equals(fields.oneOf("on-failure", List.of("keep", "rollback")))
                            ? OnFailure.ROLLBACK
                            : OnFailure.KEEP;
        }
        if (kind == StageKind.MIGRATE) {
            fields.requiredString("job");
        }
        Stage stage =
                new Stage(
                        key.text(),
                        kind,
                        key.place(),
                        needs,
                        fields.strings("formations"),
                        command,
                        limit(fields, "timeout"),
                        fields.integer("retries", 0, MOST_RETRIES, 0),
                        preflights(fields),
                        probe(fields),
                        fields.string("ask"),
                        onFailure);
        fields.rejectUnknown();
        return stage;
    }

    /// `run:` with `env:` and `workdir:` beside it.
    private @Nullable Command command(Fields fields, String what) {
        String text = fields.string("run");
        String folder = fields.string("workdir", "");
        boolean isInside =
                folder.isEmpty() || inside.check(folder, fields.placeOf("workdir"), diagnostics);
        var environment = fields.stringMap("env");
        if (text == null && !fields.has("run")) {
            diagnostics.add(
                    Diagnostic.error(
                            FieldCode.MISSING, fields.placeOf("run"), what + " needs `run:`"));
        }
        return text == null || !isInside
                ? null
                : new Command(text, environment, folder, fields.placeOf("run"));
    }

    /// A text alone, or a map with `run:` and more.
    private @Nullable Command shortCommand(Node node, @Nullable Fields fields, String what) {
        if (node instanceof ScalarNode scalar && scalar.isString()) {
            return new Command(scalar.text(), java.util.Map.of(), "", scalar.place());
        }
        return fields == null ? null : command(fields, what);
    }

    private List<Preflight> preflights(Fields fields) {
        List<Preflight> found = new ArrayList<>();
        for (Node item : fields.list("preflights")) {
            Fields own =
                    item instanceof MapNode
                            ? Fields.of(item, "a preflight check", diagnostics)
                            : null;
            if (own == null && !(item instanceof ScalarNode)) {
                diagnostics.add(Fields.typeError(item, "a preflight check is a command or a map"));
                continue;
            }
            Command command = shortCommand(item, own, "a preflight check");
            String message = own == null ? null : own.string("message");
            if (own != null) {
                own.rejectUnknown();
            }
            if (command != null) {
                found.add(new Preflight(command, message));
            }
        }
        return found;
    }

    private @Nullable Probe probe(Fields fields) {
        Node node = fields.node("probe");
        if (node == null) {
            return null;
        }
        Fields own = node instanceof MapNode ? Fields.of(node, "a probe", diagnostics) : null;
        if (own == null && !(node instanceof ScalarNode)) {
            diagnostics.add(Fields.typeError(node, "a probe is a command or a map"));
            return null;
        }
        Command command = shortCommand(node, own, "a probe");
        TimeLimit every = own == null ? null : limit(own, "every");
        TimeLimit limit = own == null ? null : limit(own, "timeout");
        if (own != null) {
            own.rejectUnknown();
        }
        return command == null
                ? null
                : new Probe(
                        command,
                        every == null ? PROBE_EVERY : every,
                        limit == null ? PROBE_LIMIT : limit);
    }

    private @Nullable TimeLimit limit(Fields fields, String key) {
        return TimeLimit.read(fields, key, diagnostics);
    }
}
