package dev.brayer.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// All commands there are. Only the one that runs is loaded.
final class Commands {
    /// In the order in which the help lists them: the daily ones first.
    static final List<String> NAMES =
            List.of(
                    "run",
                    "plan",
                    "check",
                    "test",
                    "new",
                    "docs",
                    "render",
                    "history",
                    "diff",
                    "rollback",
                    "fmt",
                    "lint",
                    "eval",
                    "explain",
                    "copper check",
                    "copper validate",
                    "completion");

    /// First words of commands of two words, such as `copper check`.
    private static final List<String> FAMILIES = List.of("copper");

    private Commands() {}

    /// Whether a word is only the first of a command.
    static boolean isFamily(String word) {
        return FAMILIES.contains(word);
    }

    static @Nullable Command find(String name) {
        return switch (name) {
            case "run" -> new RunCommand();
            case "plan" -> new PlanCommand();
            case "history" -> new HistoryCommand();
            case "diff" -> new DiffCommand();
            case "rollback" -> new RollbackCommand();
            case "check" -> new CheckCommand();
            case "test" -> new TestCommand();
            case "new" -> new NewCommand();
            case "docs" -> new DocsCommand();
            case "render" -> new RenderCommand();
            case "fmt" -> new FmtCommand();
            case "lint" -> new LintCommand();
            case "eval" -> new EvalCommand();
            case "explain" -> new ExplainCommand();
            case "copper check" -> new CopperCheckCommand();
            case "copper validate" -> new CopperValidateCommand();
            case "completion" -> new CompletionCommand();
            default -> null;
        };
    }

    /// Every command; for help, completion and the reference page, not for the way to a command
    /// that runs.
    static List<Declaration> declarations() {
        List<Declaration> declarations = new java.util.ArrayList<>();
        for (String name : NAMES) {
            Command command = find(name);
            if (command == null) {
                throw new IllegalStateException("`" + name + "` is listed and cannot be found");
            }
            declarations.add(command.declaration());
        }
        return declarations;
    }
}
