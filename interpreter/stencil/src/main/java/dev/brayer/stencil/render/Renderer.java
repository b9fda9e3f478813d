package dev.brayer.stencil.render;

import dev.brayer.document.Document;
import dev.brayer.document.DocumentCode;
import dev.brayer.document.DocumentReader;
import dev.brayer.document.ReadOptions;
import dev.brayer.document.ReadResult;
import dev.brayer.stencil.Answer;
import dev.brayer.stencil.Destination;
import dev.brayer.stencil.Formation;
import dev.brayer.stencil.GitFact;
import dev.brayer.stencil.HelmRelease;
import dev.brayer.stencil.Outside;
import dev.brayer.stencil.ProjectFolder;
import dev.brayer.stencil.RenderedFile;
import dev.brayer.stencil.RenderedFormation;
import dev.brayer.stencil.Selection;
import dev.brayer.stencil.Settings;
import dev.brayer.stencil.StencilCode;
import dev.brayer.stencil.Value;
import dev.brayer.stencil.Word;
import dev.brayer.stencil.Written;
import dev.brayer.stencil.fill.Comparison;
import dev.brayer.stencil.fill.Filler;
import dev.brayer.stencil.stamp.ClusterScope;
import dev.brayer.stencil.stamp.EarlyStamp;
import dev.brayer.stencil.stamp.Stamp;
import dev.brayer.stencil.stamp.Stamper;
import dev.brayer.stencil.transform.Transformer;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Origin;
import dev.brayer.text.Place;
import dev.brayer.text.Source;
import dev.brayer.text.Suggestions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Renders a formation.
public final class Renderer {
    /// Where stencils and partials are, relative to the project's root.
    static final String FOLDER = "stencils/";

    private final Formation formation;
    private final ProjectFolder folder;
    private final Outside outside;
    private final Supplier<Transformer> transformer;
    private final Diagnostics diagnostics = new Diagnostics();
    private final Map<String, List<Place>> uses = new LinkedHashMap<>();
    private final List<String> partialFiles = new ArrayList<>();
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

    /// A filled stencil that waits for its stamp, because definitions in another one may say what
    /// its kinds are.
    private record Waiting(StencilFile stencil, String name, Filler.Prepared prepared) {}

    private RenderedFormation render(Settings settings) {
        diagnostics.addAll(settings.diagnostics());
        complainUnsupported();
        List<Waiting> waiting = new ArrayList<>();
        for (StencilFile stencil : selected(stencils())) {
            fill(stencil, waiting);
        }
        List<RenderedFile> files =
                formation.transformations().isEmpty() ? stamped(waiting) : transformed(waiting);
        Clashes.within(files, diagnostics);
        if (!hasUnreadFile()) {
            table.complainUnused(diagnostics);
        }
        return new RenderedFormation(formation, files, table.rows(), diagnostics.toList());
    }

    private List<RenderedFile> stamped(List<Waiting> waiting) {
        List<Value> all = new ArrayList<>();
        for (Waiting file : waiting) {
            all.addAll(file.prepared().meant());
        }
        Stamp stamp = stamp();
        ClusterScope scope = ClusterScope.of(all);
        List<RenderedFile> files = new ArrayList<>();
        for (Waiting file : waiting) {
            RenderedFile stamped = stamped(file, stamp, scope);
            if (stamped != null) {
                files.add(stamped);
            }
        }
        return files;
    }

    /// A transformation sees all documents, so without one of them there is none.
    private List<RenderedFile> transformed(List<Waiting> waiting) {
        List<Transformations.FilledFile> filled = new ArrayList<>();
        for (Waiting file : waiting) {
            Filler.Filled documents = file.prepared().fill(diagnostics);
            if (documents != null) {
                StencilFile stencil = file.stencil();
                filled.add(
                        new Transformations.FilledFile(
                                FOLDER + stencil.name(),
                                file.name(),
                                documents,
                                stencil.tags(),
                                stencil.order()));
            }
        }
        List<Transformations.FilledFile> changed =
                diagnostics.hasErrors()
                        ? null
                        : new Transformations(formation, folder, transformer.get(), diagnostics)
                                .run(filled);
        List<RenderedFile> files = new ArrayList<>();
        if (changed == null) {
            return files;
        }
        List<Value> all = new ArrayList<>();
        for (Transformations.FilledFile file : changed) {
            for (Document document : file.filled().documents()) {
                all.add(Value.of(document.root()));
            }
        }
        Stamp stamp = stamp();
        ClusterScope scope = ClusterScope.of(all);
        for (Transformations.FilledFile file : changed) {
            RenderedFile stamped = stamped(file, stamp, scope);
            if (stamped != null) {
                files.add(stamped);
            }
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

    // Which stencils

    private List<StencilFile> stencils() {
        List<StencilFile> stencils = new ArrayList<>();
        List<String> names;
        try {
            names = folder.yamlFiles(FOLDER);
        } catch (IOException failed) {
            diagnostics.add(
                    Diagnostic.error(
                            StencilCode.FILE_UNREADABLE,
                            null,
                            folder.name(FOLDER) + " cannot be read: " + failed.getMessage()));
            return stencils;
        }
        for (String name : names) {
            if (ScopedWords.isPartial(name)) {
                partialFiles.add(name);
                continue;
            }
            ProjectFolder.Read read = folder.read(FOLDER + name);
            if (read instanceof ProjectFolder.Read.Text text) {
                stencils.add(StencilFile.of(name, text.source(), diagnostics));
            } else {
                Place place = Source.unread(folder.name(FOLDER + name)).wholeFile();
                diagnostics.add(UnreadFiles.complaint(read, place));
            }
        }
        return stencils;
    }

    private List<StencilFile> selected(List<StencilFile> stencils) {
        Selection selection = formation.stencils();
        List<Selection.Term> terms = new ArrayList<>(selection.exclude());
        if (selection.include() != null) {
            terms.addAll(selection.include());
        }
        for (Selection.Term term : terms) {
            complainUnmatched(term, stencils);
        }
        List<StencilFile> selected = new ArrayList<>();
        for (StencilFile stencil : stencils) {
            if (selection.takes(stencil.name(), stencil.tags())) {
                selected.add(stencil);
            }
        }
        if (selected.isEmpty() && !diagnostics.hasErrors()) {
            diagnostics.add(
                    Diagnostic.warning(
                                    StencilCode.NOTHING_RENDERED,
                                    formation.name().place(),
                                    "the formation `" + formation.name() + "` renders no stencil")
                            .withHint(
                                    stencils.isEmpty()
                                            ? "stencils are the files `"
                                                    + folder.name(FOLDER)
                                                    + "*.yml`"
                                            : "its `stencils:` leaves all of them out"));
        }
        // Sorting keeps the order of names among stencils of one order.
        Collections.sort(selected);
        return selected;
    }

    private void complainUnmatched(Selection.Term term, List<StencilFile> stencils) {
        List<String> known = new ArrayList<>();
        for (StencilFile stencil : stencils) {
            if (term.matches(stencil.name(), stencil.tags())) {
                return;
            }
            if (term.tag()) {
                known.addAll(stencil.tags());
            } else {
                known.add(stencil.name());
            }
        }
        if (!term.inherited()) {
            String what = term.tag() ? "no stencil has the tag `" : "there is no stencil `";
            diagnostics.add(
                    Diagnostic.warning(
                                    StencilCode.SELECTION_UNMATCHED,
                                    term.place(),
                                    what + term.name() + "`")
                            .withHint(Suggestions.didYouMean(term.name(), known)));
        }
    }

    // Filling

    private void fill(StencilFile stencil, List<Waiting> waiting) {
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
            StencilFile stencil, String name, Map<String, Word> own, List<Waiting> waiting) {
        ScopedWords scope =
                new ScopedWords(words, own, uses, partials, folder, partialFiles, diagnostics);
        Filler.Prepared prepared = Filler.prepare(stencil.source(), scope, diagnostics);
        if (prepared != null) {
            waiting.add(new Waiting(stencil, name, prepared));
        }
    }

    // The stamp

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

    private @Nullable RenderedFile stamped(Waiting file, Stamp stamp, ClusterScope scope) {
        Stamper.Stamped early = EarlyStamp.stamp(file.prepared(), stamp, scope);
        StencilFile stencil = file.stencil();
        RenderedFile rendered =
                early == null
                        ? null
                        : read(
                                stencil.source().name(),
                                FOLDER + stencil.name(),
                                file.name(),
                                stencil.tags(),
                                stencil.order(),
                                early);
        return rendered == null ? stampedAfterwards(file, stamp, scope) : rendered;
    }

    /// Fills first and stamps then: for what is unusual, and to say what is wrong.
    private @Nullable RenderedFile stampedAfterwards(
            Waiting file, Stamp stamp, ClusterScope scope) {
        StencilFile stencil = file.stencil();
        Filler.Filled filled = file.prepared().fill(diagnostics);
        return filled == null
                ? null
                : stamped(
                        new Transformations.FilledFile(
                                FOLDER + stencil.name(),
                                file.name(),
                                filled,
                                stencil.tags(),
                                stencil.order()),
                        stamp,
                        scope);
    }

    private @Nullable RenderedFile stamped(
            Transformations.FilledFile file, Stamp stamp, ClusterScope scope) {
        Diagnostics found = new Diagnostics();
        Stamper.Stamped stamped = Stamper.stamp(file.filled(), stamp, scope, found);
        diagnostics.addAll(found.toList());
        if (found.hasErrors()) {
            return null;
        }
        Source source = file.filled().source();
        RenderedFile rendered =
                read(
                        source.name(),
                        file.stencil(),
                        file.name(),
                        file.tags(),
                        file.order(),
                        stamped);
        if (rendered == null) {
            diagnostics.add(
                    Diagnostic.error(
                                    StencilCode.STRUCTURE,
                                    source.wholeFile(),
                                    "stamping " + source.name() + " changed more than its metadata")
                            .withHint(
                                    "this is a bug in brayer: please report it with the stencil and its words"));
        }
        return rendered;
    }

    /// Reads what was rendered; `null` when it is not what was meant.
    private static @Nullable RenderedFile read(
            String shown,
            String stencil,
            String name,
            List<String> tags,
            int order,
            Stamper.Stamped stamped) {
        Source source = stamped.text().toSource(shown);
        ReadResult read = DocumentReader.read(source, ReadOptions.MANIFESTS.withEmptyAllowed(true));
        List<Document> documents = read.documents();
        if (read.hasErrors() || documents.size() != stamped.meant().size()) {
            return null;
        }
        for (int index = 0; index < documents.size(); index++) {
            Value meant = stamped.meant().get(index);
            if (Comparison.difference(meant, documents.get(index).root()) != null) {
                return null;
            }
        }
        return new RenderedFile(stencil, name, source, documents, tags, order);
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
