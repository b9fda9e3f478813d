package dev.brayer.cli;

import java.io.File;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// The declarations as picocli's model, for help and completion.
final class Picocli {
    private Picocli() {}

    static CommandLine program() {
        CommandSpec program = CommandSpec.create().name("brayer");
        program.addOption(option(Options.FOLDER));
        program.addOption(option(Options.HELP));
        program.addOption(option(Options.VERSION));
        for (Declaration declaration : Commands.declarations()) {
            add(declaration, program);
        }
        return new CommandLine(program);
    }

    /// A command of two words is a command of a command.
    private static void add(Declaration declaration, CommandSpec program) {
        String name = declaration.name();
        int space = name.indexOf(' ');
        if (space < 0) {
            program.addSubcommand(name, specification(declaration));
            return;
        }
        String family = name.substring(0, space);
        CommandLine known = program.subcommands().get(family);
        CommandSpec parent = known == null ? CommandSpec.create() : known.getCommandSpec();
        if (known == null) {
            program.addSubcommand(family, parent);
        }
        parent.addSubcommand(name.substring(space + 1), specification(declaration));
    }

    static CommandLine command(Declaration declaration) {
        return new CommandLine(specification(declaration));
    }

    private static CommandSpec specification(Declaration declaration) {
        CommandSpec specification = CommandSpec.create().name(declaration.name());
        specification.usageMessage().description(declaration.summary());
        for (Option option : declaration.options()) {
            specification.addOption(option(option));
        }
        Parameter parameter = declaration.parameter();
        if (parameter != null) {
            specification.addPositional(positional(parameter));
        }
        return specification;
    }

    private static OptionSpec option(Option option) {
        OptionSpec.Builder builder =
                OptionSpec.builder(option.names().toArray(new String[0]))
                        .description(escape(option.description()) + ".")
                        .required(false);
        if (!option.takesValue()) {
            return builder.type(boolean.class).build();
        }
        builder.paramLabel(option.value()).arity("1").hideParamSyntax(false);
        if (!option.choices().isEmpty()) {
            builder.completionCandidates(option.choices());
        }
        Class<?> type = type(option.suggests());
        return option.repeatable()
                ? builder.type(List.class).auxiliaryTypes(type).build()
                : builder.type(type).build();
    }

    private static PositionalParamSpec positional(Parameter parameter) {
        String most = parameter.most() == Parameter.MANY ? "*" : Integer.toString(parameter.most());
        return PositionalParamSpec.builder()
                .paramLabel(parameter.label())
                // A label of several words says by itself how many arguments there are.
                .hideParamSyntax(parameter.label().indexOf(' ') >= 0)
                .description(escape(parameter.description()) + ".")
                .arity(parameter.least() + ".." + most)
                .type(List.class)
                .auxiliaryTypes(type(parameter.suggests()))
                .build();
    }

    /// Picocli completes files where the type is a file.
    private static Class<?> type(Option.Suggests suggests) {
        return switch (suggests) {
            case FILES, FOLDERS -> File.class;
            case NOTHING, FORMATIONS -> String.class;
        };
    }

    /// Picocli reads `%` as the beginning of a format and `@|` as one of a style.
    private static String escape(String text) {
        return text.replace("%", "%%").replace("@|", "@@|");
    }

    static CommandLine.Help help(CommandLine commandLine, Paint paint) {
        return new CommandLine.Help(
                commandLine.getCommandSpec(),
                CommandLine.Help.defaultColorScheme(
                        paint.enabled() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
    }
}
