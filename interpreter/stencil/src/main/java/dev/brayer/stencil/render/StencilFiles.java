package dev.brayer.stencil.render;

import dev.brayer.stencil.Formation;
import dev.brayer.stencil.ProjectFolder;
import dev.brayer.stencil.Selection;
import dev.brayer.stencil.StencilCode;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Place;
import dev.brayer.text.Source;
import dev.brayer.text.Suggestions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The stencils and partials of a project, once they are read.
final class StencilFiles {
    /// Where they are, relative to the project's root.
    static final String FOLDER = "stencils/";

    private final ProjectFolder folder;
    private final Diagnostics diagnostics;
    private final List<StencilFile> stencils = new ArrayList<>();
    private final List<String> partials = new ArrayList<>();

    StencilFiles(ProjectFolder folder, Diagnostics diagnostics) {
        this.folder = folder;
        this.diagnostics = diagnostics;
    }

    void read() {
        List<String> names;
        try {
            names = folder.yamlFiles(FOLDER);
        } catch (IOException failed) {
            diagnostics.add(
                    Diagnostic.error(
                            StencilCode.FILE_UNREADABLE,
                            null,
                            folder.name(FOLDER) + " cannot be read: " + failed.getMessage()));
            return;
        }
        for (String name : names) {
            read(name);
        }
    }

    private void read(String name) {
        if (ScopedWords.isPartial(name)) {
            partials.add(name);
            return;
        }
        ProjectFolder.Read read = folder.read(FOLDER + name);
        if (read instanceof ProjectFolder.Read.Text text) {
            stencils.add(StencilFile.of(name, text.source(), diagnostics));
        } else {
            Place place = Source.unread(folder.name(FOLDER + name)).wholeFile();
            diagnostics.add(UnreadFiles.complaint(read, place));
        }
    }

    /// The names of the partials.
    List<String> partials() {
        return partials;
    }

    /// Those that a formation selects, in the order in which they are deployed.
    List<StencilFile> selected(Formation formation) {
        Selection selection = formation.stencils();
        List<Selection.Term> terms = new ArrayList<>(selection.exclude());
        if (selection.include() != null) {
            terms.addAll(selection.include());
        }
        for (Selection.Term term : terms) {
            complainUnmatched(term);
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

    private void complainUnmatched(Selection.Term term) {
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
}
