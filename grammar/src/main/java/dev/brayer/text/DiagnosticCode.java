package dev.brayer.text;

/// A kind of diagnostic, declared once as a constant of an enum, with what a person may want to
/// read about it.
public interface DiagnosticCode {
    /// Stable and unique, in lower case with hyphens, such as `word-undefined`.
    String id();

    /// How the command ends when an error of this code stands.
    Outcome outcome();

    /// A few sentences: what it means, why it is an error, what to do. Shown by `brayer explain`
    /// and on the reference page.
    String explanation();
}
