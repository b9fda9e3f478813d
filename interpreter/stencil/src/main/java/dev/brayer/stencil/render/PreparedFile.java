package dev.brayer.stencil.render;

import dev.brayer.stencil.fill.Filler;

/// A stencil with what fills its holes. It waits for its stamp, because definitions in another one
/// may say what its kinds are.
///
/// @param name below a destination
record PreparedFile(StencilFile stencil, String name, Filler.Prepared prepared) {
    /// The stencil's path in the project.
    String path() {
        return StencilFiles.FOLDER + stencil.name();
    }

    FilledFile filled(Filler.Filled filled) {
        return new FilledFile(path(), name, filled, stencil.tags(), stencil.order());
    }
}
