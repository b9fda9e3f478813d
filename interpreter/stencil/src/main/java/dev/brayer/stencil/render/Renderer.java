package dev.brayer.stencil.render;

import dev.brayer.document.Document;
import dev.brayer.document.DocumentCode;
import dev.brayer.stencil.Answer;
import dev.brayer.stencil.Destination;
import dev.brayer.stencil.Formation;
import dev.brayer.stencil.GitFact;
import dev.brayer.stencil.HelmRelease;
import dev.brayer.stencil.Outside;
import dev.brayer.stencil.ProjectFolder;
import dev.brayer.stencil.RenderedFile;
import dev.brayer.stencil.RenderedFormation;
import dev.brayer.stencil.Settings;
import dev.brayer.stencil.StencilCode;
import dev.brayer.stencil.Value;
import dev.brayer.stencil.Word;
import dev.brayer.stencil.Written;
import dev.brayer.stencil.fill.Filler;
import dev.brayer.stencil.stamp.ClusterScope;
import dev.brayer.stencil.stamp.Stamp;
import dev.brayer.stencil.transform.Transformer;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Origin;
import dev.brayer.text.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Renders a formation.
public final class Renderer {
    private final Formation formation;
    private final ProjectFolder folder;
    private final Outside outside;
    private final Supplier<Transformer> transformer;
    private final Diagnostics diagnostics = new Diagnostics();
    private final Map<String, List<Place>> uses = new LinkedHashMap<>();
    private final StencilFiles stencils;
    private final Map<String, ScopedWords.Inserted> partials = new HashMap<>();
    private final WordResolver words;
    private final WordTable table;

    private Renderer(
            Formation formation,
            ProjectFolder folder,
            Outside outside,
            Settings settings,
            Supplier<Transformer> transformer) {
        this.formation = formation;
        this.folder = folder;
        this.outside = outside;
        this.transformer = transformer;
        this.stencils = new StencilFiles(folder, diagnostics);
        this.words = new WordResolver(formation, folder, outside, settings, diagnostics);
        this.table = new WordTable(formation, settings, words, uses);
    }

    /// Gives the words their values, fills the stencils that the formation selects, transforms what
    /// they give, and stamps the objects.
    ///
    /// @param transformer asked only when the formation has transformations
    public static RenderedFormation render(
            Formation formation,
            ProjectFolder folder,
            Outside outside,
            Settings settings,
            Supplier<Transformer> transformer) {
        return new Renderer(formation, folder, outside, settings, transformer).render(settings);
    }

    private RenderedFormation render(Settings settings) {
        diagnostics.addAll(settings.diagnostics());
        complainUnsupported();
        stencils.read();
        List<PreparedFile> waiting = new ArrayList<>();
        for (StencilFile stencil : stencils.selected(formation)) {
            fill(stencil, waiting);
        }
        List<RenderedFile> files =
                formation.transformations().isEmpty() ? stamped(waiting) : transformed(waiting);
        SecretPlaces.check(files, diagnostics);
        Clashes.within(files, diagnostics);
        if (!hasUnreadFile()) {
            table.complainUnused(diagnostics);
        }
        return new RenderedFormation(formation, files, table.rows(), diagnostics.toList());
    }

    private List<RenderedFile> stamped(List<PreparedFile> waiting) {
        List<Value> all = new ArrayList<>();
        for (PreparedFile file : waiting) {
            all.addAll(file.prepared().meant());
        }
        FileStamper stamper = new FileStamper(stamp(), ClusterScope.of(all), diagnostics);
        List<RenderedFile> files = new ArrayList<>();
        for (PreparedFile file : waiting) {
            RenderedFile stamped = stamper.stamp(file);
            if (stamped != null) {
                files.add(stamped);
            }
        }
        return files;
    }

    /// A transformation sees all documents, so without one of them there is none.
    private List<RenderedFile> transformed(List<PreparedFile> waiting) {
        List<FilledFile> filled = new ArrayList<>();
        boolean secrets = false;
        for (PreparedFile file : waiting) {
            Filler.Filled documents = file.prepared().fill(diagnostics);
            if (documents != null) {
                secrets |= documents.source().hasSecret();
                filled.add(file.filled(documents));
            }
        }
        List<FilledFile> changed =
                diagnostics.hasErrors()
                        ? null
                        : new Transformations(formation, folder, transformer.get(), diagnostics)
                                .run(filled);
        List<RenderedFile> files = new ArrayList<>();
        if (changed == null) {
            return files;
        }
        List<Value> all = new ArrayList<>();
        for (FilledFile file : changed) {
            for (Document document : file.filled().documents()) {
                all.add(Value.of(document.root()));
            }
        }
        FileStamper stamper = new FileStamper(stamp(), ClusterScope.of(all), diagnostics);
        for (FilledFile file : changed) {
            RenderedFile stamped = stamper.stamp(file);
            if (stamped != null) {
                files.add(stamped);
            }
        }
        if (secrets) {
            SecretPlaces.checkTransformed(files, diagnostics);
        }
        return files;
    }

    private void complainUnsupported() {
        for (HelmRelease release : formation.helm()) {
            diagnostics.add(
                    notYet("render Helm charts", release.place())
                            .withHint(
                                    "render it with `helm template` into a file below stencils/"));
        }
    }

    static Diagnostic notYet(String what, Place place) {
        return Diagnostic.error(
                StencilCode.NOT_IN_THIS_VERSION, place, "this version of brayer does not " + what);
    }

    private void fill(StencilFile stencil, List<PreparedFile> waiting) {
        String word = stencil.forEach();
        if (word == null) {
            fill(stencil, stencil.name(), Map.of(), waiting);
            return;
        }
        for (Value.Field entry : new ForEach(stencil, words, uses, diagnostics).entries()) {
            fill(
                    stencil,
                    ForEach.fileName(stencil.name(), entry.key()),
                    ForEach.words(word, entry, words),
                    waiting);
        }
    }

    private void fill(
            StencilFile stencil, String name, Map<String, Word> own, List<PreparedFile> waiting) {
        ScopedWords scope =
                new ScopedWords(
                        words, own, uses, partials, folder, stencils.partials(), diagnostics);
        Filler.Prepared prepared = Filler.prepare(stencil.source(), scope, diagnostics);
        if (prepared != null) {
            waiting.add(new PreparedFile(stencil, name, prepared));
        }
    }

    private Stamp stamp() {
        Destination destination = formation.destination();
        Stamp stamp =
                destination == null
                        ? new Stamp(null, List.of())
                        : new Stamp(destination.namespace(), destination.namespaces());
        Written application = formation.application();
        Written name = formation.name();
        stamp.label(
                "brayer.dev/application",
                application.text(),
                List.of(new Origin("application", application.place())));
        stamp.label(
                "brayer.dev/formation",
                name.text(),
                List.of(new Origin("formation", name.place())));
        Word deployTag = words.word("deploy_tag");
        if (deployTag != null && deployTag.value() instanceof Value.Text tag) {
            stamp.label("brayer.dev/deploy-tag", tag.text(), deployTag.origins());
        }
        Word snapshot = words.word("snapshot");
        if (snapshot != null && snapshot.value() instanceof Value.Text id) {
            stamp.annotation("brayer.dev/snapshot", id.text(), snapshot.origins());
        }
        if (outside.git(GitFact.COMMIT) instanceof Answer.Known commit) {
            stamp.annotation("brayer.dev/commit", commit.text(), List.of());
        }
        return stamp;
    }

    private boolean hasUnreadFile() {
        for (Diagnostic diagnostic : diagnostics.toList()) {
            if (diagnostic.isError() && diagnostic.code() instanceof DocumentCode) {
                return true;
            }
        }
        return false;
    }
}
