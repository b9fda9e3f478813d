package dev.brayer.document;

import dev.brayer.text.Diagnostic;

/// Ends the reading of a document that cannot be continued.
final class BrokenDocument extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Diagnostic diagnostic;
    private final int offset;

    BrokenDocument(Diagnostic diagnostic, int offset) {
        super(diagnostic.message(), null, false, false);
        this.diagnostic = diagnostic;
        this.offset = offset;
    }

    Diagnostic diagnostic() {
        return diagnostic;
    }

    int offset() {
        return offset;
    }
}
