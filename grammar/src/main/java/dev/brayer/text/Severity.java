package dev.brayer.text;

/// How bad a diagnostic is.
public enum Severity {
    ERROR,
    WARNING
}
