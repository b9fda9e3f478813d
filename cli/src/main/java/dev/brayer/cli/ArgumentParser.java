package dev.brayer.cli;

import dev.brayer.text.Diagnostic;
import dev.brayer.text.Suggestions;
import java.util.ArrayList;
import java.util.List;

/// Reads a command line by the usual conventions: `--name value`, `--name=value`, `-C value`,
/// `-Cvalue`, options anywhere, `--` before what only looks like an option, `-` for standard input.
///
/// Picocli knows all that too, but costs half as long as the whole start of the program (measured
/// in `interpreter/bench`); it makes the help and the completion from the same declarations, and a
/// test holds both parsers to one reading.
final class ArgumentParser {
    private final Declaration declaration;
    private final Arguments arguments = new Arguments();
    private final List<Diagnostic> problems = new ArrayList<>();

    private ArgumentParser(Declaration declaration) {
        this.declaration = declaration;
    }

    /// What was understood, and every mistake.
    record Parsed(Arguments arguments, List<Diagnostic> problems) {}

    static Parsed parse(Declaration declaration, List<String> words) {
        ArgumentParser parser = new ArgumentParser(declaration);
        parser.read(words);
        parser.countPositionals();
        return new Parsed(parser.arguments, List.copyOf(parser.problems));
    }

    private void read(List<String> words) {
        int index = 0;
        while (index < words.size()) {
            String word = words.get(index++);
            if (word.equals("--")) {
                while (index < words.size()) {
                    arguments.add(words.get(index++));
                }
            } else if (word.length() < 2 || word.charAt(0) != '-') {
                arguments.add(word);
            } else {
                index = readOption(word, words, index);
            }
        }
    }

    /// Reads one option, of which `word` is the beginning; returns the index after its value.
    private int readOption(String word, List<String> words, int next) {
        int nameEnd = nameEnd(word);
        String name = word.substring(0, nameEnd);
        Option option = declaration.option(name);
        if (option == null) {
            problems.add(unknown(meant(word, name)));
            return next;
        }
        boolean joined = nameEnd < word.length();
        if (!option.takesValue()) {
            if (joined) {
                problems.add(
                        problem(
                                CommandLineCode.OPTION_WITH_VALUE,
                                "`" + name + "` takes no value"));
            }
            accept(option, "");
            return next;
        }
        if (joined) {
            int valueStart = word.charAt(nameEnd) == '=' ? nameEnd + 1 : nameEnd;
            accept(option, word.substring(valueStart));
            return next;
        }
        if (next == words.size() || looksLikeOption(words.get(next))) {
            problems.add(
                    problem(
                            CommandLineCode.OPTION_WITHOUT_VALUE,
                            "`" + name + "` needs a value: " + name + " " + option.value()));
            return next;
        }
        accept(option, words.get(next));
        return next + 1;
    }

    /// `-policy` is `--policy` with a hyphen too few, and no option `-p`.
    private String meant(String word, String name) {
        int equals = word.indexOf('=');
        String whole = equals < 0 ? word : word.substring(0, equals);
        return declaration.option("-" + whole) == null ? name : whole;
    }

    private void accept(Option option, String value) {
        if (!option.repeatable() && arguments.has(option)) {
            problems.add(
                    problem(CommandLineCode.OPTION_TWICE, "`" + option.name() + "` stands twice"));
        } else if (!option.choices().isEmpty() && !option.choices().contains(value)) {
            problems.add(
                    problem(
                                    CommandLineCode.WRONG_VALUE,
                                    "`"
                                            + option.name()
                                            + "` takes "
                                            + Words.oneOf(option.choices())
                                            + ", not `"
                                            + value
                                            + "`")
                            .withHint(Suggestions.didYouMean(value, option.choices())));
        } else {
            arguments.add(option, value);
        }
    }

    /// Where the name of an option ends: at `=`, or after one letter for `-Cvalue`.
    private static int nameEnd(String word) {
        if (word.charAt(1) != '-') {
            return 2;
        }
        int equals = word.indexOf('=');
        return equals < 0 ? word.length() : equals;
    }

    private boolean looksLikeOption(String word) {
        return word.length() > 1
                && word.charAt(0) == '-'
                && declaration.option(word.substring(0, nameEnd(word))) != null;
    }

    private void countPositionals() {
        List<String> positionals = arguments.positionals();
        Parameter parameter = declaration.parameter();
        int most = parameter == null ? 0 : parameter.most();
        if (positionals.size() > most) {
            problems.add(
                    problem(
                                    CommandLineCode.UNEXPECTED_ARGUMENT,
                                    "`" + positionals.get(most) + "` is one argument too many")
                            .withHint(usageHint()));
        } else if (parameter != null && positionals.size() < parameter.least()) {
            problems.add(
                    problem(
                                    CommandLineCode.MISSING_ARGUMENT,
                                    "`" + parameter.label() + "` is missing")
                            .withHint(usageHint()));
        }
    }

    private Diagnostic unknown(String name) {
        List<String> known = new ArrayList<>();
        for (Option option : declaration.options()) {
            known.addAll(option.names());
        }
        String near = Suggestions.didYouMean(name, known);
        return problem(
                        CommandLineCode.UNKNOWN_OPTION,
                        "`" + declaration.name() + "` has no option `" + name + "`")
                .withHint(near == null ? usageHint() : near);
    }

    private String usageHint() {
        return "`brayer " + declaration.name() + " --help` shows what it takes";
    }

    private static Diagnostic problem(CommandLineCode code, String message) {
        return Diagnostic.error(code, null, message);
    }
}
