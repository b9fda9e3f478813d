package dev.brayer.pipeline.model;

import dev.brayer.document.Document;
import dev.brayer.document.DocumentReader;
import dev.brayer.document.ReadOptions;
import dev.brayer.document.ReadResult;
import dev.brayer.document.ScalarNode;
import dev.brayer.document.fields.FieldCode;
import dev.brayer.document.fields.Fields;
import dev.brayer.policy.CustomWorkload;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Place;
import dev.brayer.text.Source;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads `pipeline.yml`.
public final class PipelineReader {
    /// The file that marks the root of a project.
    public static final String FILE_NAME = "pipeline.yml";

    private final InsideProject inside;
    private final Diagnostics diagnostics;

    private PipelineReader(InsideProject inside, Diagnostics diagnostics) {
        this.inside = inside;
        this.diagnostics = diagnostics;
    }

    /// The pipeline, `null` when there is an error among the diagnostics.
    public static @Nullable Pipeline read(
            Source source, InsideProject inside, Diagnostics diagnostics) {
        ReadResult read = DocumentReader.read(source, ReadOptions.PLAIN);
        Diagnostics own = new Diagnostics();
        for (Diagnostic diagnostic : read.diagnostics()) {
            own.add(diagnostic);
        }
        List<Document> documents = read.documents();
        if (documents.size() > 1) {
            own.add(
                    Diagnostic.error(
                            FieldCode.TYPE,
                            documents.get(1).root().place(),
                            "a pipeline is one document, not several"));
        }
        Pipeline pipeline = null;
        if (!own.hasErrors() && !documents.isEmpty()) {
            Fields fields = Fields.of(documents.getFirst().root(), "a pipeline", own);
            pipeline = fields == null ? null : new PipelineReader(inside, own).read(source, fields);
        }
        diagnostics.addAll(own.toList());
        return own.hasErrors() ? null : pipeline;
    }

    private Pipeline read(Source source, Fields fields) {
        String application = fields.requiredString("application");
        if (application != null) {
            Names.check(application, "an application", fields.placeOf("application"), diagnostics);
        }
        Pipeline.Written registry = registry(fields);
        List<Pipeline.Written> policies = written(fields.stringNodes("policies"));
        List<Pipeline.Written> schemas = written(fields.stringNodes("schemas"));
        List<CustomWorkload> workloads =
                new WorkloadsReader(diagnostics).read(fields.list("workloads"));
        List<ImageDeclaration> images =
                new ImagesReader(inside, diagnostics).read(fields.entries("images"));
        List<Pipeline.Written> formations = written(fields.stringNodes("formations"));
        List<Stage> stages = stages(fields, !images.isEmpty());
        String snapshots = fields.string("snapshots");
        Pipeline.Written snapshotsWritten = null;
        if (snapshots != null) {
            snapshotsWritten = new Pipeline.Written(snapshots, fields.placeOf("snapshots"));
            if (!isUrl(snapshots)) {
                inside.check(snapshots, snapshotsWritten.place(), diagnostics);
            }
        }
        TimeLimit limit = TimeLimit.read(fields, "timeout", diagnostics);
        fields.rejectUnknown();
        return new Pipeline(
                source,
                application == null ? "" : application,
                registry,
                policies,
                schemas,
                workloads,
                images,
                formations,
                stages,
                snapshotsWritten,
                limit);
    }

    private Pipeline.Written registry(Fields fields) {
        String registry = fields.string("registry", Pipeline.DEFAULT_REGISTRY);
        Place place = fields.placeOf("registry");
        if (registry.startsWith(Pipeline.FOLDER)) {
            inside.check(registry.substring(Pipeline.FOLDER.length()), place, diagnostics);
        }
        return new Pipeline.Written(registry, place);
    }

    /// Without `stages:` the usual ones stand in for them.
    private List<Stage> stages(Fields fields, boolean hasImages) {
        if (fields.has("stages")) {
            List<Stage> read = new StagesReader(inside, diagnostics).read(fields.list("stages"));
            return diagnostics.hasErrors() ? read : StageOrder.of(read, diagnostics);
        }
        List<StageKind> kinds =
                hasImages
                        ? List.of(
                                StageKind.BUILD,
                                StageKind.RENDER,
                                StageKind.CHECK,
                                StageKind.DEPLOY)
                        : List.of(StageKind.RENDER, StageKind.CHECK, StageKind.DEPLOY);
        List<Stage> stages = new ArrayList<>();
        for (StageKind kind : kinds) {
            List<String> needs = stages.isEmpty() ? List.of() : List.of(stages.getLast().name());
            stages.add(
                    new Stage(
                            kind.word(),
                            kind,
                            fields.placeOf("stages"),
                            needs,
                            List.of(),
                            null,
                            null,
                            0,
                            List.of(),
                            null,
                            null,
                            OnFailure.KEEP));
        }
        return stages;
    }

    private static List<Pipeline.Written> written(List<ScalarNode> scalars) {
        List<Pipeline.Written> found = new ArrayList<>();
        for (ScalarNode scalar : scalars) {
            found.add(new Pipeline.Written(scalar.text(), scalar.place()));
        }
        return found;
    }

    /// Whether snapshots are kept in a repository that a path of this machine does not name:
    /// `ssh://…`, `user@host:path`.
    public static boolean isUrl(String text) {
        int colon = text.indexOf(':');
        int slash = text.indexOf('/');
        return colon > 0 && (slash < 0 || colon < slash);
    }
}
