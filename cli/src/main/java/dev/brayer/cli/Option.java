package dev.brayer.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An option as a person writes it, declared once: the parser, the help, the shell completion and
/// the reference page all read this.
///
/// @param names all spellings, the one to show first
/// @param value the label of its value, such as `PATH`; `null` for a switch
/// @param repeatable whether it may stand several times; otherwise twice is an error
/// @param suggests what a shell completes after it
/// @param choices the values there are, when only these are allowed
/// @param description what it does, in one or two sentences without a full stop at the end
record Option(
        List<String> names,
        @Nullable String value,
        boolean repeatable,
        Suggests suggests,
        List<String> choices,
        String description) {

    /// What a shell completes where a value is wanted.
    enum Suggests {
        NOTHING,
        FILES,
        FOLDERS,
        FORMATIONS
    }

    Option {
        names = List.copyOf(names);
        choices = List.copyOf(choices);
    }

    static Option flag(List<String> names, String description) {
        return new Option(names, null, false, Suggests.NOTHING, List.of(), description);
    }

    static Option of(List<String> names, String value, Suggests suggests, String description) {
        return new Option(names, value, false, suggests, List.of(), description);
    }

    static Option choice(
            List<String> names, String value, List<String> choices, String description) {
        return new Option(names, value, false, Suggests.NOTHING, choices, description);
    }

    static Option repeatable(
            List<String> names, String value, Suggests suggests, String description) {
        return new Option(names, value, true, suggests, List.of(), description);
    }

    /// The spelling that messages use.
    String name() {
        return names.getLast();
    }

    boolean takesValue() {
        return value != null;
    }
}
