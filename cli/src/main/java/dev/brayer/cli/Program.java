package dev.brayer.cli;

import dev.brayer.text.Diagnostic;
import dev.brayer.text.Outcome;
import dev.brayer.text.Suggestions;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// From the words of the command line to an exit code.
final class Program {
    private final List<String> words;
    private final Surroundings surroundings;

    private Program(List<String> words, Surroundings surroundings) {
        this.words = words;
        this.surroundings = surroundings;
    }

    static int run(List<String> words, Surroundings surroundings) {
        Program program = new Program(words, surroundings);
        try {
            return program.run().exitCode();
        } catch (NoClassDefFoundError missingLibrary) {
            Integer exitCode = Restart.withLibraries(words, surroundings);
            return exitCode == null ? program.reportBug(missingLibrary) : exitCode;
        } catch (RuntimeException | Error bug) {
            return program.reportBug(bug);
        }
    }

    private int reportBug(Throwable bug) {
        return refuse(List.of(BugReport.write(bug, words, surroundings))).exitCode();
    }

    private Outcome run() {
        // What stands before the command belongs to it; `brayer -C shop check` is `brayer check -C
        // shop`.
        List<String> rest = new ArrayList<>();
        int index = 0;
        while (index < words.size() && words.get(index).startsWith("-")) {
            String word = words.get(index++);
            switch (word) {
                case "--version" -> {
                    surroundings.print(Version.text());
                    return Outcome.SUCCESS;
                }
                case "--help", "-h" -> {
                    surroundings.print(Help.ofProgram(surroundings.outPaint()));
                    return Outcome.SUCCESS;
                }
                case "-C" -> {
                    rest.add(word);
                    if (index < words.size()) {
                        rest.add(words.get(index++));
                    }
                }
                default -> {
                    return refuse(List.of(unknownOption(word)));
                }
            }
        }
        if (index == words.size()) {
            surroundings.say(Help.ofProgram(surroundings.errPaint()));
            return Outcome.USAGE;
        }
        String name = words.get(index++);
        if (Commands.isFamily(name) && index < words.size() && !words.get(index).startsWith("-")) {
            name = name + " " + words.get(index++);
        }
        rest.addAll(words.subList(index, words.size()));
        if (name.equals("help")) {
            return help(rest);
        }
        Command command = Commands.find(name);
        return command == null ? refuse(List.of(unknownCommand(name))) : run(command, rest);
    }

    private Outcome run(Command command, List<String> rest) {
        for (String word : rest) {
            if (word.equals("--help") || word.equals("-h")) {
                surroundings.print(Help.of(command.declaration(), surroundings.outPaint()));
                return Outcome.SUCCESS;
            }
            if (word.equals("--")) {
                break;
            }
        }
        ArgumentParser.Parsed parsed = ArgumentParser.parse(command.declaration(), rest);
        List<Diagnostic> problems =
                parsed.problems().isEmpty()
                        ? missingFolders(command.declaration(), parsed.arguments())
                        : parsed.problems();
        return problems.isEmpty()
                ? command.run(parsed.arguments(), surroundings)
                : refuse(problems);
    }

    /// A project is looked for upwards, so a misspelt folder would find the one around it.
    private List<Diagnostic> missingFolders(Declaration declaration, Arguments arguments) {
        List<String> folders = new ArrayList<>(arguments.values(Options.FOLDER));
        Parameter parameter = declaration.parameter();
        if (parameter != null && parameter.label().equals(Options.FOLDER.value())) {
            folders.addAll(arguments.positionals());
        }
        List<Diagnostic> missing = new ArrayList<>();
        for (String folder : folders) {
            if (!Files.isDirectory(surroundings.workingFolder().resolve(folder))) {
                missing.add(
                        Diagnostic.error(
                                CommandLineCode.NO_FOLDER,
                                null,
                                "there is no folder `" + folder + "`"));
            }
        }
        return missing;
    }

    private Outcome help(List<String> rest) {
        if (rest.isEmpty()) {
            surroundings.print(Help.ofProgram(surroundings.outPaint()));
            return Outcome.SUCCESS;
        }
        String name = String.join(" ", rest);
        Command command = Commands.find(name);
        if (command == null) {
            return refuse(List.of(unknownCommand(name)));
        }
        surroundings.print(Help.of(command.declaration(), surroundings.outPaint()));
        return Outcome.SUCCESS;
    }

    private static Diagnostic unknownCommand(String name) {
        String near = Suggestions.didYouMean(name, Commands.NAMES);
        String family = family(name);
        if (near == null && !family.isEmpty()) {
            near = "there is " + family;
        }
        return Diagnostic.error(
                        CommandLineCode.UNKNOWN_COMMAND,
                        null,
                        "`" + name + "` is not a command of brayer")
                .withHint(near == null ? "`brayer --help` lists all commands" : near);
    }

    /// The commands that begin with the first word of this one.
    private static String family(String name) {
        int space = name.indexOf(' ');
        String first = space < 0 ? name : name.substring(0, space);
        List<String> members = new ArrayList<>();
        for (String command : Commands.NAMES) {
            if (command.startsWith(first + " ")) {
                members.add("brayer " + command);
            }
        }
        return members.isEmpty() ? "" : Words.oneOf(members);
    }

    private static Diagnostic unknownOption(String word) {
        String near = Suggestions.didYouMean(word, List.of("--version", "--help"));
        return Diagnostic.error(
                        CommandLineCode.UNKNOWN_OPTION,
                        null,
                        "before the command, `" + word + "` is no option")
                .withHint(
                        near == null
                                ? "options stand after the command, as in `brayer check "
                                        + word
                                        + "`; `brayer --help` lists all commands"
                                : near);
    }

    /// Ends with what never became a command, in the formats that were asked for as far as they can
    /// be made out.
    private Outcome refuse(List<Diagnostic> diagnostics) {
        Reporter reporter = new Reporter(formats(), surroundings);
        return reporter.report(Report.ofDiagnostics(diagnostics));
    }

    /// What `--format` asks for, without judging: a wrong command line that asks for JSON gets
    /// JSON.
    private List<ReportFormat> formats() {
        List<ReportFormat> formats = new ArrayList<>();
        for (int index = 0; index < words.size(); index++) {
            String word = words.get(index);
            @Nullable String value = null;
            if (word.startsWith("--format=")) {
                value = word.substring("--format=".length());
            } else if (word.equals("--format") && index + 1 < words.size()) {
                value = words.get(index + 1);
            }
            ReportFormat format = value == null ? null : ReportFormat.parse(value);
            if (format != null) {
                formats.add(format);
            }
        }
        return formats;
    }
}
