package dev.brayer.text;

/// How bad a diagnostic is.
public enum Severity {
    ERROR,
    WARNING,
    /// Something to think about while writing: editors and `lint` show it, a check does not.
    HINT
}
