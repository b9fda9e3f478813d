package dev.brayer.stencil.formation;

import dev.brayer.document.DocumentReader;
import dev.brayer.document.ReadOptions;
import dev.brayer.document.ReadResult;
import dev.brayer.document.fields.Fields;
import dev.brayer.stencil.Access;
import dev.brayer.stencil.Declaration;
import dev.brayer.stencil.Destination;
import dev.brayer.stencil.Formation;
import dev.brayer.stencil.ProjectFolder;
import dev.brayer.stencil.Selection;
import dev.brayer.stencil.StencilCode;
import dev.brayer.stencil.Written;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Place;
import dev.brayer.text.Source;
import dev.brayer.text.Suggestions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads a formation with all that it extends.
public final class FormationReader {
    private final ProjectFolder folder;
    private final Diagnostics diagnostics;

    private FormationReader(ProjectFolder folder, Diagnostics diagnostics) {
        this.folder = folder;
        this.diagnostics = diagnostics;
    }

    /// The formation of a file, or `null` after errors.
    ///
    /// @param path relative to the project's root
    /// @param named where the file is named, `null` for the command line
    /// @param application of the pipeline, for a formation that names none
    public static @Nullable Formation read(
            ProjectFolder folder,
            String path,
            @Nullable Place named,
            @Nullable Written application,
            Diagnostics diagnostics) {
        Diagnostics found = new Diagnostics();
        Formation formation = new FormationReader(folder, found).read(path, named, application);
        diagnostics.addAll(found.toList());
        return found.hasErrors() ? null : formation;
    }

    private @Nullable Formation read(
            String path, @Nullable Place named, @Nullable Written application) {
        List<Layer> layers = new ArrayList<>();
        List<String> paths = new ArrayList<>();
        String next = path;
        Place nextNamed = named;
        while (next != null) {
            int known = paths.indexOf(next);
            if (known >= 0) {
                complainCycle(paths.subList(known, paths.size()), nextNamed);
                return null;
            }
            paths.add(next);
            Layer layer = layer(next, nextNamed);
            if (layer == null) {
                return null;
            }
            layers.add(layer);
            Written parent = layer.parent();
            next = parent == null ? null : parentPath(parent.text(), next);
            nextNamed = parent == null ? null : parent.place();
        }
        return merged(layers, application);
    }

    /// Relative to the root, as every path, or else beside the file that names it.
    private String parentPath(String parent, String child) {
        if (folder.read(parent) instanceof ProjectFolder.Read.Absent && child.indexOf('/') >= 0) {
            String beside = child.substring(0, child.lastIndexOf('/') + 1) + parent;
            if (folder.read(beside) instanceof ProjectFolder.Read.Text) {
                return beside;
            }
        }
        return parent;
    }

    private void complainCycle(List<String> cycle, @Nullable Place named) {
        StringBuilder shown = new StringBuilder();
        for (String path : cycle) {
            shown.append(path).append(" → ");
        }
        diagnostics.add(
                Diagnostic.error(
                        StencilCode.EXTENDS_CYCLE,
                        named,
                        "formations extend each other: " + shown + cycle.get(0)));
    }

    private @Nullable Layer layer(String path, @Nullable Place named) {
        ProjectFolder.Read file = folder.read(path);
        if (!(file instanceof ProjectFolder.Read.Text text)) {
            complainUnread(file, path, named);
            return null;
        }
        Source source = text.source();
        ReadResult read = DocumentReader.read(source, ReadOptions.PLAIN);
        diagnostics.addAll(read.diagnostics());
        if (read.hasErrors()) {
            return null;
        }
        if (read.documents().size() > 1) {
            complain(
                    StencilCode.FORMATION_VALUE,
                    read.documents().get(1).root().place(),
                    "a formation is one document, and this is another one",
                    null);
            return null;
        }
        Fields fields = Fields.of(read.documents().get(0).root(), "a formation", diagnostics);
        return fields == null ? null : new LayerReader(diagnostics).read(source, fields);
    }

    private void complainUnread(ProjectFolder.Read file, String path, @Nullable Place named) {
        String name = folder.name(path);
        if (file instanceof ProjectFolder.Read.Unreadable unreadable) {
            complain(
                    StencilCode.FILE_UNREADABLE,
                    named == null ? Source.unread(name).wholeFile() : named,
                    name + " cannot be read: " + unreadable.reason(),
                    null);
        } else if (file instanceof ProjectFolder.Read.Outside) {
            complain(StencilCode.PATH_OUTSIDE, named, name + " is outside the project", null);
        } else {
            complain(
                    StencilCode.FORMATION_MISSING,
                    named,
                    "there is no formation " + name,
                    neighbour(path));
        }
    }

    private void complain(
            StencilCode code, @Nullable Place place, String message, @Nullable String hint) {
        diagnostics.add(Diagnostic.error(code, place, message).withHint(hint));
    }

    private @Nullable String neighbour(String path) {
        try {
            List<String> known = new ArrayList<>();
            for (String name : folder.yamlFiles("formations")) {
                known.add("formations/" + name);
            }
            String beside = Suggestions.didYouMean(path, known);
            return beside == null && known.contains("formations/" + path)
                    ? "did you mean `formations/"
                            + path
                            + "`? Paths are relative to the project's root"
                    : beside;
        } catch (IOException unreadable) {
            return null;
        }
    }

    private @Nullable Formation merged(List<Layer> layers, @Nullable Written pipelineApplication) {
        Layer own = layers.get(0);
        Written application = first(layers, Layer::application);
        if (own.name() == null) {
            Place place = Source.unread(own.source().name()).wholeFile();
            complain(
                    StencilCode.FORMATION_INCOMPLETE,
                    place,
                    own.source().name() + " does not say `formation:`, its name",
                    "a file that is only extended cannot be rendered itself");
        }
        Written owner = application == null ? pipelineApplication : application;
        if (owner == null) {
            Place place = Source.unread(own.source().name()).wholeFile();
            complain(
                    StencilCode.FORMATION_INCOMPLETE,
                    place,
                    own.source().name() + " does not say `application:`",
                    null);
        }
        if (own.name() == null || owner == null) {
            return null;
        }
        List<Source> parents = new ArrayList<>();
        for (Layer layer : layers.subList(1, layers.size())) {
            parents.add(layer.source());
        }
        List<Written> deploy = first(layers, Layer::deploy);
        List<Access.SignOff> signOff = first(layers, Layer::signOff);
        return new Formation(
                own.source(),
                parents,
                own.name(),
                owner,
                first(layers, Layer::kubernetesVersion),
                FormationReader.<Destination>first(layers, Layer::destination),
                first(layers, Layer::coordinate),
                selection(layers),
                values(layers),
                orNone(first(layers, Layer::transformations)),
                orNone(first(layers, Layer::helm)),
                orNone(first(layers, Layer::policies)),
                new Access(orNone(deploy), orNone(signOff)));
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    /// What the nearest file says that says it at all.
    private static <T> @Nullable T first(List<Layer> layers, Function<Layer, @Nullable T> key) {
        for (Layer layer : layers) {
            T found = key.apply(layer);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static Selection selection(List<Layer> layers) {
        Layer own = layers.get(0);
        List<Selection.Term> include = own.include();
        List<Selection.Term> exclude = own.exclude();
        if (include == null) {
            List<Selection.Term> found = first(layers, Layer::include);
            include = found == null ? null : inherited(found);
        }
        if (exclude == null) {
            exclude = inherited(orNone(first(layers, Layer::exclude)));
        }
        return new Selection(include, exclude);
    }

    private static List<Selection.Term> inherited(List<Selection.Term> terms) {
        List<Selection.Term> seen = new ArrayList<>();
        for (Selection.Term term : terms) {
            seen.add(new Selection.Term(term.tag(), term.name(), term.place(), true));
        }
        return seen;
    }

    /// The words of the furthest file first; a nearer file replaces a word where it stands.
    private static List<Declaration> values(List<Layer> layers) {
        Map<String, Declaration> values = new LinkedHashMap<>();
        for (int index = layers.size() - 1; index >= 0; index--) {
            for (Declaration declaration : layers.get(index).values()) {
                values.put(
                        declaration.word(), index == 0 ? declaration : declaration.asInherited());
            }
        }
        return new ArrayList<>(values.values());
    }
}
