package dev.brayer.stencil.fill;

/// Where in a text a node stands.
///
/// @param flow whether it is written in brackets, braces or a key
/// @param parentColumn the column of the block map or list that holds it
/// @param after the offset behind the colon or dash before it
record Context(boolean flow, int parentColumn, int after, Kind kind) {
    /// Keys follow the stricter rules of flow style: they must fit in one line anyway.
    static final Context KEY = new Context(true, 0, 0, Kind.VALUE);

    enum Kind {
        /// The document itself.
        ROOT,
        /// The value of a key.
        VALUE,
        /// An entry of a list.
        ITEM
    }

    static Context root(int start) {
        return new Context(false, -ValueWriter.STEP, start, Kind.ROOT);
    }

    Context inFlow() {
        return new Context(true, parentColumn, after, Kind.ITEM);
    }
}
