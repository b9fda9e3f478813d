package dev.brayer.stencil.fill;

import dev.brayer.text.Origin;
import dev.brayer.text.Place;
import java.util.List;

/// A bit of rendered text and where it comes from, as [dev.brayer.text.Provenance.Segment] says it.
///
/// @param copied whether the text is, character by character, that of `written`
public record Piece(String text, Place written, boolean copied, List<Origin> origins) {
    public Piece {
        origins = List.copyOf(origins);
    }
}
