package dev.brayer.cli;

import dev.brayer.text.Diagnostic;
import dev.brayer.text.Outcome;
import dev.brayer.text.Suggestions;
import java.util.List;
import picocli.AutoComplete;

/// `brayer completion bash|zsh|fish`.
final class CompletionCommand implements Command {
    private static final List<String> SHELLS = List.of("bash", "zsh", "fish");

    @Override
    public Declaration declaration() {
        return new Declaration(
                "completion",
                "Prints a script that completes commands and options in a shell",
                """
                The script goes to where the shell looks for such scripts, or is read at its start.\
                """,
                new Parameter("SHELL", 1, 1, Option.Suggests.NOTHING, "`bash`, `zsh` or `fish`"),
                List.of(Options.HELP),
                List.of(
                        new Declaration.Example("source <(brayer completion bash)", "in ~/.bashrc"),
                        new Declaration.Example(
                                "source <(brayer completion zsh)", "in ~/.zshrc, after compinit"),
                        new Declaration.Example(
                                "brayer completion fish > ~/.config/fish/completions/brayer.fish",
                                "once, for fish")));
    }

    @Override
    public Outcome run(Arguments arguments, Surroundings surroundings) {
        String shell = arguments.positionals().getFirst();
        switch (shell) {
            // The script for bash asks zsh for its bash emulation by itself.
            case "bash", "zsh" ->
                    surroundings.print(AutoComplete.bash("brayer", Picocli.program()));
            case "fish" -> surroundings.print(fish());
            default -> {
                Diagnostic unknown =
                        Diagnostic.error(
                                        CommandLineCode.WRONG_VALUE,
                                        null,
                                        "there is a script for "
                                                + Words.oneOf(SHELLS)
                                                + ", not for `"
                                                + shell
                                                + "`")
                                .withHint(Suggestions.didYouMean(shell, SHELLS));
                return new Reporter(List.of(), surroundings)
                        .report(Report.ofDiagnostics(List.of(unknown)));
            }
        }
        return Outcome.SUCCESS;
    }

    private static String fish() {
        StringBuilder script =
                new StringBuilder("# Completes brayer in fish.\ncomplete -c brayer -f\n");
        for (Declaration declaration : Commands.declarations()) {
            String[] words = declaration.name().split(" ", -1);
            String before =
                    words.length == 1
                            ? "__fish_use_subcommand"
                            : "'__fish_seen_subcommand_from " + words[0] + "'";
            if (words.length > 1) {
                script.append("complete -c brayer -n __fish_use_subcommand -a ")
                        .append(words[0])
                        .append('\n');
            }
            script.append("complete -c brayer -n ")
                    .append(before)
                    .append(" -a ")
                    .append(words[words.length - 1])
                    .append(" -d ")
                    .append(quoted(declaration.summary()))
                    .append('\n');
            String condition =
                    "'__fish_seen_subcommand_from "
                            + String.join("; and __fish_seen_subcommand_from ", words)
                            + "'";
            for (Option option : declaration.options()) {
                appendOption(script, condition, option);
            }
            Parameter parameter = declaration.parameter();
            if (parameter != null && parameter.suggests() != Option.Suggests.NOTHING) {
                script.append("complete -c brayer -F -n ").append(condition).append('\n');
            }
        }
        return script.toString();
    }

    private static void appendOption(StringBuilder script, String condition, Option option) {
        script.append("complete -c brayer -n ").append(condition);
        for (String name : option.names()) {
            script.append(
                    name.startsWith("--")
                            ? " -l " + name.substring(2)
                            : " -s " + name.substring(1));
        }
        if (option.takesValue()) {
            boolean files =
                    option.suggests() == Option.Suggests.FILES
                            || option.suggests() == Option.Suggests.FOLDERS;
            script.append(files ? " -r -F" : " -x");
            if (!option.choices().isEmpty()) {
                script.append(" -a ").append(quoted(String.join(" ", option.choices())));
            }
        }
        script.append(" -d ").append(quoted(option.description())).append('\n');
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
