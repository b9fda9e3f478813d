package dev.brayer.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything about a command that help, completion, reference and parser need.
///
/// @param summary one line, as the list of commands shows it
/// @param details a few paragraphs, separated by empty lines
/// @param examples a command line each, with what it is for
record Declaration(
        String name,
        String summary,
        String details,
        @Nullable Parameter parameter,
        List<Option> options,
        List<Example> examples) {

    /// A command line that a person may copy.
    record Example(String line, String purpose) {}

    Declaration {
        options = List.copyOf(options);
        examples = List.copyOf(examples);
    }

    /// The option with this spelling, or `null`.
    @Nullable Option option(String spelling) {
        for (Option option : options) {
            if (option.names().contains(spelling)) {
                return option;
            }
        }
        return null;
    }
}
