package dev.brayer.pipeline.difference;

import dev.brayer.document.Document;
import java.util.List;

/// One side of a comparison.
///
/// @param name what it is called, such as `now` or a snapshot's id
/// @param objects with the file that each stands in
public record State(String name, List<Located> objects) {
    /// @param text the object's text without what names only the run
    public record Located(String file, Document document, String text) {}

    public State {
        objects = List.copyOf(objects);
    }
}
