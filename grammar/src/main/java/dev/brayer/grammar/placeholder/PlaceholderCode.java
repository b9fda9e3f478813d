package dev.brayer.grammar.placeholder;

import dev.brayer.text.DiagnosticCode;
import dev.brayer.text.Outcome;

/// What is wrong with a hole.
public enum PlaceholderCode implements DiagnosticCode {
    NOT_A_WORD(
            "placeholder-not-a-word",
            "Between `${` and `}` stands one word: a letter or `_`, then letters, digits, `_` and `-`. There are no "
                    + "dots, functions, defaults or spaces in a hole: where the value of a word comes from is said in the "
                    + "formation. To write a literal `${`, write `$${`."),
    EMPTY(
            "placeholder-empty",
            "`${}` names no word. Write the word between the braces, or `$${` for a literal `${`."),
    UNCLOSED(
            "placeholder-unclosed",
            "A hole begins with `${` and has no `}` in its line. Close it, or write `$${` for a literal `${`.");

    private final String id;
    private final String explanation;

    PlaceholderCode(String id, String explanation) {
        this.id = id;
        this.explanation = explanation;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Outcome outcome() {
        return Outcome.USAGE;
    }

    @Override
    public String explanation() {
        return explanation;
    }
}
