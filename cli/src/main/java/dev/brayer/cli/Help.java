package dev.brayer.cli;

import java.util.List;
import picocli.CommandLine;

/// The text behind `--help`.
final class Help {
    private Help() {}

    static String ofProgram(Paint paint) {
        StringBuilder text = new StringBuilder();
        text.append(
                        "brayer fills plain Kubernetes files, judges them by policies and deploys exactly what was judged.\n\n")
                .append(paint.bold("Usage: brayer"))
                .append(" COMMAND [ARGUMENTS…]\n\n")
                .append(paint.bold("Commands"))
                .append('\n');
        int width = 0;
        for (String name : Commands.NAMES) {
            width = Math.max(width, name.length());
        }
        for (Declaration declaration : Commands.declarations()) {
            text.append("  ")
                    .append(paint.cyan(declaration.name()))
                    .append(" ".repeat(width - declaration.name().length() + 2))
                    .append(declaration.summary())
                    .append('\n');
        }
        text.append('\n').append(paint.bold("Options")).append('\n');
        text.append("  ")
                .append(paint.cyan("-C FOLDER"))
                .append("   works on the project of this folder\n");
        text.append("  ")
                .append(paint.cyan("--version"))
                .append("   shows the version of brayer and of its Java\n\n");
        text.append(paint.bold("Examples")).append('\n');
        appendExamples(text, EXAMPLES, paint);
        text.append("\n`brayer COMMAND --help` says more about a command.\n");
        return text.toString();
    }

    private static final List<Declaration.Example> EXAMPLES =
            List.of(
                    new Declaration.Example(
                            "brayer check", "render every formation of the project and judge it"),
                    new Declaration.Example(
                            "brayer run", "build, check and deploy what pipeline.yml says"),
                    new Declaration.Example(
                            "brayer explain word-undefined",
                            "what an error means, and what to do"));

    static String of(Declaration declaration, Paint paint) {
        CommandLine.Help help = Picocli.help(Picocli.command(declaration), paint);
        StringBuilder text = new StringBuilder();
        text.append(declaration.summary()).append(".\n\n");
        text.append(paint.bold("Usage: brayer ")).append(paint.bold(declaration.name()));
        if (!declaration.options().isEmpty()) {
            text.append(" [OPTIONS]");
        }
        Parameter parameter = declaration.parameter();
        if (parameter != null) {
            text.append(' ').append(usage(parameter));
        }
        text.append("\n\n").append(declaration.details()).append("\n\n");
        if (parameter != null) {
            text.append(paint.bold("Arguments")).append('\n').append(help.parameterList());
            text.append('\n');
        }
        text.append(paint.bold("Options")).append('\n').append(help.optionList()).append('\n');
        text.append(paint.bold("Examples")).append('\n');
        appendExamples(text, declaration.examples(), paint);
        return text.toString();
    }

    /// `PATH`, `[PATH]`, `[PATH…]` or `PATH…`; a label of several words stands for that many
    /// arguments.
    static String usage(Parameter parameter) {
        boolean several = parameter.most() > 1 && parameter.label().indexOf(' ') < 0;
        String label = several ? parameter.label() + "…" : parameter.label();
        return parameter.least() == 0 ? "[" + label + "]" : label;
    }

    private static void appendExamples(
            StringBuilder text, List<Declaration.Example> examples, Paint paint) {
        int width = 0;
        for (Declaration.Example example : examples) {
            width = Math.max(width, example.line().length());
        }
        for (Declaration.Example example : examples) {
            text.append("  ")
                    .append(example.line())
                    .append(" ".repeat(width - example.line().length() + 3))
                    .append(paint.faint(example.purpose()))
                    .append('\n');
        }
    }
}
