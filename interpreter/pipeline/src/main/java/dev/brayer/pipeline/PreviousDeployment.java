package dev.brayer.pipeline;

import dev.brayer.document.Document;
import dev.brayer.document.DocumentReader;
import dev.brayer.pipeline.destination.DirectoryDestination;
import dev.brayer.stencil.Destination;
import dev.brayer.stencil.Formation;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is deployed: what stands in the directory of a formation, else the last snapshot that
/// succeeded.
final class PreviousDeployment implements Previous {
    private final Project project;
    private final Previous snapshots;

    PreviousDeployment(Project project) {
        this.project = project;
        this.snapshots = new PreviousSnapshot(project);
    }

    @Override
    public @Nullable List<Document> of(Formation formation, Diagnostics diagnostics) {
        List<Document> deployed = deployed(formation);
        return deployed == null ? snapshots.of(formation, diagnostics) : deployed;
    }

    private @Nullable List<Document> deployed(Formation formation) {
        if (!(formation.destination() instanceof Destination.Directory named)) {
            return null;
        }
        // What is wrong with a destination is said where it is planned.
        DirectoryDestination directory = new Destinations(project).of(formation, new Diagnostics());
        Map<String, String> files = directory == null ? null : directory.deployed().orElse(null);
        if (files == null) {
            return null;
        }
        String folder = project.folder().name(named.path().text());
        List<Document> documents = new ArrayList<>();
        for (Map.Entry<String, String> file : files.entrySet()) {
            Source source = Source.of(folder + "/" + file.getKey(), file.getValue());
            documents.addAll(DocumentReader.read(source).documents());
        }
        return documents;
    }
}
