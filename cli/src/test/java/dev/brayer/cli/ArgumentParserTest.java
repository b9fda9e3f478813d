package dev.brayer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brayer.text.Diagnostic;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class ArgumentParserTest {
    private static final Declaration DECLARATION =
            new Declaration(
                    "check",
                    "Checks",
                    "",
                    new Parameter("PATH", 0, Parameter.MANY, Option.Suggests.FILES, "What"),
                    List.of(
                            Options.FOLDER,
                            Options.SET,
                            Options.FORMAT,
                            Options.FAIL_LEVEL,
                            Options.OUTPUT,
                            Options.HELP),
                    List.of());

    private static Arguments parse(String line) {
        ArgumentParser.Parsed parsed = ArgumentParser.parse(DECLARATION, words(line));
        assertEquals(List.of(), parsed.problems());
        return parsed.arguments();
    }

    private static Diagnostic problem(String line) {
        List<Diagnostic> problems = ArgumentParser.parse(DECLARATION, words(line)).problems();
        assertEquals(1, problems.size(), problems::toString);
        return problems.getFirst();
    }

    private static List<String> words(String line) {
        return line.isEmpty() ? List.of() : List.of(line.split(" ", -1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a.yml",
                "-C shop a.yml b.yml",
                "a.yml -Cshop b.yml",
                "--set a=1 --set=b=2 --set c=",
                "--set=a=--set",
                "--format json=out.json --format text -",
                "--fail-level warn -- --set -C",
                "-o out --output=out2",
            })
    void readsALineAsPicocliDoes(String line) {
        Arguments ours = ArgumentParser.parse(DECLARATION, words(line)).arguments();
        if (line.contains("--output=out2")) {
            assertThrows(CommandLine.OverwrittenOptionException.class, () -> picocli(line));
            return;
        }
        CommandLine.ParseResult theirs = picocli(line);
        for (Option option : DECLARATION.options()) {
            List<String> values =
                    theirs.hasMatchedOption(option.name())
                            ? theirs.matchedOption(option.name()).originalStringValues()
                            : List.of();
            assertEquals(values, ours.values(option), option.name());
        }
        List<String> positionals =
                theirs.matchedPositionals().isEmpty()
                        ? List.of()
                        : theirs.matchedPositionals().getFirst().originalStringValues();
        assertEquals(positionals, ours.positionals());
    }

    private static CommandLine.ParseResult picocli(String line) {
        return Picocli.command(DECLARATION).parseArgs(words(line).toArray(new String[0]));
    }

    @Test
    void keepsTheOrderOfRepeatedValues() {
        assertEquals(List.of("a=1", "b=2"), parse("--set a=1 x --set=b=2").values(Options.SET));
    }

    @Test
    void suggestsTheOptionThatWasMeant() {
        Diagnostic problem = problem("--formt json");
        assertEquals("option-unknown", problem.code().id());
        assertEquals("did you mean `--format`?", problem.hint());
    }

    @Test
    void doesNotSwallowAnOptionAsAValue() {
        assertEquals("option-without-value", problem("--set --format=json").code().id());
    }

    @Test
    void refusesWhatStandsTwice() {
        assertEquals("option-twice", problem("-C a -C b").code().id());
    }

    @Test
    void refusesAValueThatIsNoChoice() {
        Diagnostic problem = problem("--fail-level wran");
        assertEquals("`--fail-level` takes `ensure` or `warn`, not `wran`", problem.message());
        assertEquals("did you mean `warn`?", problem.hint());
    }

    @Test
    void reportsEveryMistake() {
        assertTrue(ArgumentParser.parse(DECLARATION, words("--a --b")).problems().size() == 2);
    }
}
