package dev.brayer.pipeline;

import dev.brayer.document.DocumentReader;
import dev.brayer.document.ReadResult;
import dev.brayer.pipeline.model.Pipeline;
import dev.brayer.pipeline.model.PipelineCode;
import dev.brayer.policy.KnownKinds;
import dev.brayer.policy.custom.CustomKinds;
import dev.brayer.policy.custom.CustomResourceCode;
import dev.brayer.stencil.ProjectFolder;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Place;
import dev.brayer.text.Severity;
import dev.brayer.text.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/// Reads the custom resource definitions that `schemas:` names: files, and the YAML files below
/// folders.
final class SchemaFiles {
    private final ProjectFolder folder;
    private final Diagnostics diagnostics;

    SchemaFiles(ProjectFolder folder, Diagnostics diagnostics) {
        this.folder = folder;
        this.diagnostics = diagnostics;
    }

    /// The known kinds and those of every entry.
    KnownKinds add(KnownKinds known, List<Pipeline.Written> schemas) {
        KnownKinds kinds = known;
        for (Pipeline.Written schema : schemas) {
            kinds = add(kinds, schema.text(), schema.place());
        }
        return kinds;
    }

    private KnownKinds add(KnownKinds known, String written, Place place) {
        String path = written.endsWith("/") ? written.substring(0, written.length() - 1) : written;
        boolean any = false;
        KnownKinds kinds = known;
        int errors = diagnostics.errorCount();
        for (String file : files(path, place)) {
            switch (folder.read(file)) {
                case ProjectFolder.Read.Text(Source source) -> {
                    ReadResult read = DocumentReader.read(source);
                    diagnostics.addAll(read.diagnostics());
                    any |= read.documents().stream().anyMatch(CustomKinds::isDefinition);
                    kinds = CustomKinds.add(kinds, read.documents(), Severity.ERROR, diagnostics);
                }
                case ProjectFolder.Read.Absent _ -> missing(file, "is not there", place);
                case ProjectFolder.Read.Outside _ ->
                        missing(file, "leads out of the project", place);
                case ProjectFolder.Read.Unreadable(_, String reason) ->
                        missing(file, "cannot be read: " + reason, place);
            }
        }
        if (!any && diagnostics.errorCount() == errors) {
            diagnostics.add(
                    Diagnostic.error(
                                    CustomResourceCode.NONE,
                                    place,
                                    "`" + written + "` holds no CustomResourceDefinition")
                            .withHint(
                                    "it is a document of kind CustomResourceDefinition and of"
                                            + " apiVersion apiextensions.k8s.io/v1"));
        }
        return kinds;
    }

    private List<String> files(String path, Place place) {
        if (!Files.isDirectory(folder.root().resolve(path))) {
            return List.of(path);
        }
        try {
            return folder.yamlFiles(path).stream().map(name -> path + "/" + name).toList();
        } catch (IOException unreadable) {
            missing(path, "cannot be read", place);
            return List.of();
        }
    }

    private void missing(String path, String what, Place place) {
        diagnostics.add(
                Diagnostic.error(
                                PipelineCode.SCHEMA_MISSING,
                                place,
                                "the schema `" + path + "` " + what)
                        .withHint("paths are relative to the folder of pipeline.yml"));
    }
}
