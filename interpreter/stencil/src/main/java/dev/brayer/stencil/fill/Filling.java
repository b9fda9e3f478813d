package dev.brayer.stencil.fill;

import dev.brayer.text.Diagnostics;
import dev.brayer.text.Place;
import dev.brayer.text.Span;

/// A stencil that is being filled: what all its fillers share.
///
/// @param edits the changes of its text so far
record Filling(
        Masked stencil,
        Words words,
        LiteralRegions literals,
        Edits edits,
        Diagnostics diagnostics) {
    /// The stencil as it is written.
    String text() {
        return stencil.source().text();
    }

    Place place(Masked.Hole hole) {
        return stencil.source().place(hole.start(), hole.end());
    }

    Place place(Span span) {
        return stencil.source().place(span);
    }
}
