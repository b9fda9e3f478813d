package dev.brayer.stencil.render;

import dev.brayer.document.Document;
import dev.brayer.document.MapNode;
import dev.brayer.document.Node;
import dev.brayer.document.ResourceIdentity;
import dev.brayer.stencil.Formation;
import dev.brayer.stencil.ProjectFolder;
import dev.brayer.stencil.StencilCode;
import dev.brayer.stencil.Value;
import dev.brayer.stencil.Written;
import dev.brayer.stencil.fill.Filler;
import dev.brayer.stencil.fill.RenderedText;
import dev.brayer.stencil.fill.Rewriter;
import dev.brayer.stencil.transform.Changed;
import dev.brayer.stencil.transform.Transformer;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Place;
import dev.brayer.text.Source;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Runs the transformations of a formation over its filled files, one after the other, before the
/// stamp.
final class Transformations {
    private final Formation formation;
    private final ProjectFolder folder;
    private final Transformer transformer;
    private final Diagnostics diagnostics;

    Transformations(
            Formation formation,
            ProjectFolder folder,
            Transformer transformer,
            Diagnostics diagnostics) {
        this.formation = formation;
        this.folder = folder;
        this.transformer = transformer;
        this.diagnostics = diagnostics;
    }

    /// The files after all transformations; `null` after an error.
    @Nullable List<FilledFile> run(List<FilledFile> filled) {
        List<FilledFile> files = filled;
        for (Written path : formation.transformations()) {
            Source script = read(path);
            List<FilledFile> changed = script == null ? null : run(path, script, files);
            if (changed == null) {
                return null;
            }
            files = changed;
        }
        return files;
    }

    private @Nullable Source read(Written path) {
        ProjectFolder.Read read = folder.read(path.text());
        if (read instanceof ProjectFolder.Read.Text text) {
            return text.source();
        }
        diagnostics.add(UnreadFiles.complaint(read, path.place()));
        return null;
    }

    private @Nullable List<FilledFile> run(Written path, Source script, List<FilledFile> files) {
        List<Node> roots = new ArrayList<>();
        for (FilledFile file : files) {
            for (Document document : file.filled().documents()) {
                roots.add(document.root());
            }
        }
        Transformer.Transformed transformed = transformer.transform(script, roots, context());
        diagnostics.addAll(transformed.diagnostics());
        List<Changed> documents = transformed.documents();
        return documents == null ? null : new Result(path, script, roots, documents).files(files);
    }

    /// What a script sees in `$context`.
    private Map<String, String> context() {
        Map<String, String> context = new LinkedHashMap<>();
        context.put("application", formation.application().text());
        context.put("formation", formation.name().text());
        return context;
    }

    /// What one script made of the documents.
    private final class Result {
        private final Written path;
        private final Source script;

        /// What became of each document that was there before; those that are missing are gone.
        private final IdentityHashMap<Node, Changed> known = new IdentityHashMap<>();

        private final List<Changed> made = new ArrayList<>();

        Result(Written path, Source script, List<Node> before, List<Changed> after) {
            this.path = path;
            this.script = script;
            Set<Node> documents = Collections.newSetFromMap(new IdentityHashMap<>());
            documents.addAll(before);
            Set<Node> kept = Collections.newSetFromMap(new IdentityHashMap<>());
            for (Changed document : after) {
                if (document.original() != null) {
                    kept.add(document.original());
                }
            }
            for (int index = 0; index < after.size(); index++) {
                Changed document = after.get(index);
                Node original = document.original();
                Node inPlace = index < before.size() ? before.get(index) : null;
                if (original != null
                        && documents.contains(original)
                        && !known.containsKey(original)) {
                    known.put(original, document);
                } else if (inPlace != null
                        && !kept.contains(inPlace)
                        && isSameObject(document, inPlace)) {
                    known.put(inPlace, Adoption.of(document, inPlace));
                } else {
                    made.add(document);
                }
            }
        }

        /// `$$.replace(object)` puts another object where one of its kind and name stood.
        private static boolean isSameObject(Changed document, Node before) {
            return document.value() instanceof Value.Fields fields
                    && before instanceof MapNode
                    && fields.get("kind") instanceof Value.Text kind
                    && kind.text().equals(ResourceIdentity.of(before).kind());
        }

        @Nullable List<FilledFile> files(List<FilledFile> files) {
            List<FilledFile> changed = new ArrayList<>();
            boolean failed = false;
            for (FilledFile file : files) {
                Filler.Filled filled = changed(file.filled());
                failed |= filled == null;
                if (filled != null && !filled.documents().isEmpty()) {
                    changed.add(file.with(filled));
                }
            }
            for (Changed document : made) {
                FilledFile file = file(document, changed);
                failed |= file == null;
                if (file != null) {
                    changed.add(file);
                }
            }
            return failed ? null : changed;
        }

        /// In place if that gives what was meant, else with each changed document written anew.
        private Filler.@Nullable Filled changed(Filler.Filled filled) {
            List<Value> meant = new ArrayList<>();
            boolean same = true;
            for (Document document : filled.documents()) {
                Changed now = known.get(document.root());
                same &= now instanceof Changed.Kept;
                if (now != null) {
                    meant.add(now.value());
                }
            }
            if (same) {
                return filled;
            }
            Filler.Filled inPlace = changed(filled, meant, true, new Diagnostics());
            return inPlace == null ? changed(filled, meant, false, diagnostics) : inPlace;
        }

        private Filler.@Nullable Filled changed(
                Filler.Filled filled, List<Value> meant, boolean inPlace, Diagnostics found) {
            Rewriter rewriter = new Rewriter(filled.source(), script.wholeFile());
            for (Document document : filled.documents()) {
                Changed now = known.get(document.root());
                if (now == null) {
                    rewriter.edits().remove(document.span().start(), document.span().end());
                } else if (inPlace) {
                    rewriter.change(document.root(), now);
                } else if (!(now instanceof Changed.Kept)) {
                    rewriter.replace(document.root(), now);
                }
            }
            if (rewriter.edits().overlap()) {
                return null;
            }
            RenderedText text =
                    rewriter.edits().isEmpty()
                            ? filled.text()
                            : rewriter.edits().applyTo(filled.text());
            return Filler.reread(filled.source().name(), text, meant, found);
        }

        private @Nullable FilledFile file(Changed document, List<FilledFile> files) {
            if (!(document instanceof Changed.Fields) && !(document instanceof Changed.Kept)) {
                complainNoObject(document);
                return null;
            }
            Place place =
                    document instanceof Changed.Fields fields ? fields.place() : script.wholeFile();
            RenderedText text = Rewriter.made(document, place);
            Filler.Filled filled =
                    Filler.reread(script.name(), text, List.of(document.value()), diagnostics);
            return filled == null
                    ? null
                    : new FilledFile(path.text(), freeName(files), filled, List.of(), 0);
        }

        private void complainNoObject(Changed document) {
            Place place = document.value().place();
            diagnostics.add(
                    Diagnostic.error(
                                    StencilCode.STAMP,
                                    place == null ? script.wholeFile() : place,
                                    "a document of $$ is no object any more")
                            .withHint("$$ holds Kubernetes objects and nothing else"));
        }

        /// `add-service.yml` for what `policies/add-service.js` made, with a number where that is
        /// taken.
        private String freeName(List<FilledFile> files) {
            String name = path.text().substring(path.text().lastIndexOf('/') + 1);
            int dot = name.lastIndexOf('.');
            String base = dot < 0 ? name : name.substring(0, dot);
            String free = base + ".yml";
            int number = 2;
            while (isTaken(free, files)) {
                free = base + "-" + number++ + ".yml";
            }
            return free;
        }

        private static boolean isTaken(String name, List<FilledFile> files) {
            for (FilledFile file : files) {
                if (file.name().equals(name)) {
                    return true;
                }
            }
            return false;
        }
    }
}
