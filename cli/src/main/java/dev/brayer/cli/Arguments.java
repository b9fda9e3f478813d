package dev.brayer.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A command line, understood: which options stand there with which values, and the rest.
final class Arguments {
    private final List<Option> options = new ArrayList<>();
    private final List<String> values = new ArrayList<>();
    private final List<String> positionals = new ArrayList<>();

    void add(Option option, String value) {
        options.add(option);
        values.add(value);
    }

    void add(String positional) {
        positionals.add(positional);
    }

    boolean has(Option option) {
        return options.contains(option);
    }

    /// The value of an option, or `null` when it is not there.
    @Nullable String value(Option option) {
        int index = options.indexOf(option);
        return index < 0 ? null : values.get(index);
    }

    /// All values of a repeatable option, in the order of the command line.
    List<String> values(Option option) {
        List<String> found = new ArrayList<>();
        for (int index = 0; index < options.size(); index++) {
            if (options.get(index).equals(option)) {
                found.add(values.get(index));
            }
        }
        return found;
    }

    /// All values of the option that is spelt so, whatever its description says.
    List<String> valuesNamed(String name) {
        List<String> found = new ArrayList<>();
        for (int index = 0; index < options.size(); index++) {
            if (options.get(index).name().equals(name)) {
                found.add(values.get(index));
            }
        }
        return found;
    }

    List<String> positionals() {
        return List.copyOf(positionals);
    }

    /// Every option with its values, for a comparison with another parser.
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int index = 0; index < options.size(); index++) {
            text.append(options.get(index).name())
                    .append('=')
                    .append(values.get(index))
                    .append(' ');
        }
        return text.append(positionals).toString();
    }
}
