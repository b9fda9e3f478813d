package dev.brayer.script.wire;

/// Why a script did not come to its end.
public enum Stop {
    /// It is not JavaScript.
    SYNTAX,
    /// It threw something that nothing caught.
    EXCEPTION,
    /// Processor time.
    TIME,
    /// Executed statements.
    STATEMENTS,
    /// Functions that call each other.
    FRAMES,
    /// Memory.
    MEMORY,
    /// Printed text.
    OUTPUT,
    /// Reports, or the text of one.
    REPORTS,
    /// The changed documents.
    RESULT
}
