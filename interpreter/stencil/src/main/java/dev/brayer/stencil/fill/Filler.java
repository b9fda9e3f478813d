package dev.brayer.stencil.fill;

import dev.brayer.document.Document;
import dev.brayer.document.DocumentCode;
import dev.brayer.document.DocumentReader;
import dev.brayer.document.ReadOptions;
import dev.brayer.document.ReadResult;
import dev.brayer.stencil.StencilCode;
import dev.brayer.stencil.Value;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Place;
import dev.brayer.text.Source;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Fills one file: masks it, reads it, changes its text, reads the result and compares that with
/// what was meant.
public final class Filler {
    private static final ReadOptions STENCIL = ReadOptions.STENCIL.withEmptyAllowed(false);
    private static final ReadOptions FILLED = ReadOptions.PLAIN.withEmptyAllowed(true);

    private Filler() {}

    /// A filled file.
    ///
    /// @param documents over `source`, lists not unwrapped
    public record Filled(RenderedText text, Source source, List<Document> documents) {
        public Filled {
            documents = List.copyOf(documents);
        }
    }

    /// A file before its text is changed.
    ///
    /// @param masked the documents as they are written, holes covered
    /// @param edits what fills the holes
    /// @param meant for each document the tree that must come out
    public record Prepared(Source stencil, List<Document> masked, Edits edits, List<Value> meant) {
        public Prepared {
            masked = List.copyOf(masked);
            meant = List.copyOf(meant);
        }

        /// The filled file, read again and compared, or `null` after errors.
        public @Nullable Filled fill(Diagnostics diagnostics) {
            RenderedText whole = RenderedText.of(stencil);
            RenderedText text = edits.isEmpty() ? whole : edits.applyTo(whole);
            return reread(stencil.name(), text, meant, diagnostics);
        }
    }

    /// The file with its holes filled, or `null` after errors.
    public static @Nullable Filled fill(Source stencil, Words words, Diagnostics diagnostics) {
        Prepared prepared = prepare(stencil, words, diagnostics);
        return prepared == null ? null : prepared.fill(diagnostics);
    }

    /// Reads a file and finds what fills its holes; `null` after errors.
    public static @Nullable Prepared prepare(Source stencil, Words words, Diagnostics diagnostics) {
        Diagnostics found = new Diagnostics();
        Prepared prepared = prepareAndCheck(stencil, words, found);
        diagnostics.addAll(found.toList());
        return prepared;
    }

    private static @Nullable Prepared prepareAndCheck(
            Source stencil, Words words, Diagnostics diagnostics) {
        Masked masked = Masked.of(stencil);
        ReadResult read = DocumentReader.readMasked(stencil, masked.text(), STENCIL);
        boolean readable = true;
        for (Diagnostic diagnostic : read.diagnostics()) {
            if (!isAboutAHole(diagnostic, masked)) {
                diagnostics.add(diagnostic);
                readable &= !diagnostic.isError();
            }
        }
        LiteralRegions literals = LiteralRegions.of(stencil, read.documents(), diagnostics);
        Edits edits = new Edits();
        TreeFiller filler =
                new TreeFiller(new Filling(masked, words, literals, edits, diagnostics));
        List<Value> meant = new ArrayList<>();
        for (Document document : read.documents()) {
            meant.add(filler.document(document));
        }
        if (readable) {
            complainMisplaced(masked, filler.visited(), diagnostics);
        }
        if (diagnostics.hasErrors() || filler.hasFailed()) {
            return null;
        }
        return new Prepared(stencil, read.documents(), edits, meant);
    }

    /// A tag before a hole (`!!int ${port}`) cannot fit what covers the hole, and that is no name
    /// for an anchor.
    private static boolean isAboutAHole(Diagnostic diagnostic, Masked masked) {
        Place place = diagnostic.place();
        boolean possible =
                diagnostic.code() == DocumentCode.VALUE || diagnostic.code() == DocumentCode.ALIAS;
        return possible && place != null && masked.touches(place.span());
    }

    /// A text that was changed, read again and compared with what was meant; `null` after errors.
    public static @Nullable Filled reread(
            String name, RenderedText text, List<Value> meant, Diagnostics diagnostics) {
        Source source = text.toSource(name);
        ReadResult read = DocumentReader.read(source, FILLED);
        List<Document> documents = read.documents();
        for (Diagnostic diagnostic : read.diagnostics()) {
            diagnostics.add(asWritten(diagnostic));
        }
        if (read.hasErrors()) {
            return null;
        }
        String difference = documents.size() == meant.size() ? null : "the number of documents";
        Place place = null;
        for (int index = 0; index < documents.size() && difference == null; index++) {
            difference = Comparison.difference(meant.get(index), documents.get(index).root());
            place = documents.get(index).root().place().written();
        }
        if (difference != null) {
            diagnostics.add(broken(name, difference, place));
            return null;
        }
        return new Filled(text, source, documents);
    }

    private static Diagnostic broken(String name, String where, @Nullable Place place) {
        return Diagnostic.error(
                        StencilCode.STRUCTURE,
                        place,
                        "filling "
                                + name
                                + " gave another structure than it should have, at "
                                + where)
                .withHint(
                        "this is a bug in brayer: please report it with the stencil and its words");
    }

    /// A complaint about the rendered text, at the place that a person can change. The stencil
    /// itself was read without one, so text that is no YAML any more was made here.
    private static Diagnostic asWritten(Diagnostic diagnostic) {
        Place place = diagnostic.place();
        Place written = place == null || place.source().text().isEmpty() ? place : place.written();
        if (diagnostic.code() == DocumentCode.SYNTAX && diagnostic.isError()) {
            String name = place == null ? "a stencil" : place.source().name();
            return broken(name, diagnostic.message(), written);
        }
        Diagnostic moved =
                new Diagnostic(
                        diagnostic.code(),
                        diagnostic.severity(),
                        written,
                        diagnostic.message(),
                        diagnostic.hint(),
                        List.of());
        for (Diagnostic.Related related : diagnostic.related()) {
            moved = moved.withRelated(related.place().written(), related.message());
        }
        return moved;
    }

    /// Holes that stand in no value: those in comments are text, the others can never be filled.
    private static void complainMisplaced(Masked masked, BitSet visited, Diagnostics diagnostics) {
        String text = masked.source().text();
        for (int index = visited.nextClearBit(0);
                index < masked.holes().size();
                index = visited.nextClearBit(index + 1)) {
            Masked.Hole hole = masked.holes().get(index);
            if (!isInComment(text, hole.start())) {
                diagnostics.add(
                        HoleFiller.misplaced(masked.source().place(hole.start(), hole.end())));
            }
        }
    }

    private static boolean isInComment(String text, int offset) {
        int start = Lines.start(text, offset);
        for (int at = start; at < offset; at++) {
            boolean begins =
                    at == start || text.charAt(at - 1) == ' ' || text.charAt(at - 1) == '\t';
            if (text.charAt(at) == '#' && begins) {
                return true;
            }
        }
        return false;
    }
}
