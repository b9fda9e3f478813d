package dev.brayer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import dev.brayer.text.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// `spec/command-line.md` is made from the declarations of the commands.
class CommandLineReferenceTest {
    private static final Path PAGE = TranscriptRunner.ROOT.resolve("spec/command-line.md");

    /// Above this line the page is written by hand.
    private static final String MARK =
            "<!-- Made from the program below this line; `mvn verify -Dbrayer.golden=write` makes it anew. -->\n";

    @Test
    void pageIsCurrent() throws IOException {
        String page = Files.readString(PAGE);
        int mark = page.indexOf(MARK);
        if (mark < 0) {
            fail(PAGE + " has lost its line " + MARK);
        }
        String current = page.substring(0, mark) + MARK + made();
        if (!page.equals(current) && System.getProperty("brayer.golden", "").equals("write")) {
            Files.writeString(PAGE, current);
            fail(PAGE + " was rewritten; look at it and run again");
        }
        assertEquals(current, page);
    }

    private static String made() {
        StringBuilder text = new StringBuilder("\n## Exit codes\n\n| code | when |\n|---|---|\n");
        for (int code = 0; code <= 9; code++) {
            for (Outcome outcome : Outcome.values()) {
                if (outcome.exitCode() == code) {
                    text.append("| ")
                            .append(code)
                            .append(" | ")
                            .append(outcome.meaning())
                            .append(" |\n");
                }
            }
        }
        text.append("| 130, 143 | interrupted by Ctrl-C, by SIGTERM |\n");
        for (Declaration declaration : Commands.declarations()) {
            append(text, declaration);
        }
        return text.toString();
    }

    private static void append(StringBuilder text, Declaration declaration) {
        text.append("\n## brayer ").append(declaration.name()).append("\n\n");
        text.append(declaration.summary()).append(".\n\n```\nbrayer ").append(declaration.name());
        if (!declaration.options().isEmpty()) {
            text.append(" [OPTIONS]");
        }
        Parameter parameter = declaration.parameter();
        if (parameter != null) {
            text.append(' ').append(Help.usage(parameter));
        }
        text.append("\n```\n\n").append(declaration.details()).append("\n\n");
        text.append("| | |\n|---|---|\n");
        if (parameter != null) {
            text.append("| `").append(parameter.label()).append("` | ");
            text.append(parameter.description()).append(" |\n");
        }
        for (Option option : declaration.options()) {
            text.append("| ");
            for (int index = 0; index < option.names().size(); index++) {
                text.append(index == 0 ? "`" : ", `").append(option.names().get(index));
                text.append(
                        option.takesValue() && index == option.names().size() - 1
                                ? " " + option.value()
                                : "");
                text.append('`');
            }
            text.append(" | ").append(option.description());
            text.append(option.repeatable() ? "; may be repeated" : "").append(" |\n");
        }
        text.append("\n```console\n");
        for (Declaration.Example example : declaration.examples()) {
            text.append("$ ")
                    .append(example.line())
                    .append("   # ")
                    .append(example.purpose())
                    .append('\n');
        }
        text.append("```\n");
    }
}
