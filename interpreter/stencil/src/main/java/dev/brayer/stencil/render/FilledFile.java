package dev.brayer.stencil.render;

import dev.brayer.stencil.fill.Filler;
import java.util.List;

/// A file that is filled and not stamped yet.
///
/// @param stencil its path in the project: of a stencil, or of the script that made it
/// @param name below a destination
record FilledFile(String stencil, String name, Filler.Filled filled, List<String> tags, int order) {
    FilledFile {
        tags = List.copyOf(tags);
    }

    FilledFile with(Filler.Filled other) {
        return new FilledFile(stencil, name, other, tags, order);
    }
}
