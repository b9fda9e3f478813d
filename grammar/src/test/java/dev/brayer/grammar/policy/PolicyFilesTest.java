package dev.brayer.grammar.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brayer.grammar.Golden;
import dev.brayer.grammar.policy.tree.Item;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Source;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The language as files: input beside what is expected.
final class PolicyFilesTest {
    private static final Path TREES = Golden.folder("policy/tree");
    private static final Path ERRORS = Golden.folder("policy/errors");
    private static final Path FORMATS = Golden.folder("policy/format");

    /// What only a huge file brings out; [LimitsTest] does.
    private static final Set<PolicySyntaxCode> TESTED_ELSEWHERE =
            EnumSet.of(PolicySyntaxCode.FILE_SIZE);

    static List<Path> trees() {
        return Golden.files(TREES, ".cop");
    }

    static List<Path> errors() {
        return Golden.files(ERRORS, ".cop");
    }

    static List<Path> formats() {
        return Golden.files(FORMATS, ".cop");
    }

    static List<Path> sound() {
        return Stream.concat(trees().stream(), formats().stream()).toList();
    }

    @ParameterizedTest
    @MethodSource("trees")
    void hasTheTree(Path file) {
        ParsedPolicy parsed = PolicyParser.parse(Golden.source(file));
        Golden.check(
                beside(file, ".tree"),
                Golden.show(parsed.diagnostics())
                        + TreeDump.withPlaces(parsed.tree(), parsed.source()));
        assertTrue(!parsed.hasErrors(), "a policy here has no errors");
    }

    @ParameterizedTest
    @MethodSource("errors")
    void saysWhatIsWrong(Path file) {
        ParsedPolicy parsed = PolicyParser.parse(Golden.source(file));
        StringBuilder survivors = new StringBuilder("\nread: ");
        for (Item item : parsed.tree().items()) {
            survivors.append(name(item)).append(' ');
        }
        Golden.check(
                beside(file, ".errors"),
                Golden.show(parsed.diagnostics()) + survivors.toString().stripTrailing() + "\n");
    }

    private static String name(Item item) {
        return switch (item) {
            case Item.Rule rule -> rule.name().text();
            case Item.Variable variable -> variable.name().text();
            case Item.Parameter parameter -> parameter.name().text();
            case Item.Definition definition -> definition.name().text();
            case Item.Test test -> "test-" + test.rule().text();
            case Item.Import imported -> "import-" + imported.names().size();
            case Item.Broken broken -> "(" + broken.keyword() + ")";
        };
    }

    @ParameterizedTest
    @MethodSource("formats")
    void isWrittenInOneStyle(Path file) {
        ParsedPolicy parsed = PolicyParser.parse(Golden.source(file));
        Golden.check(beside(file, ".formatted"), PolicyFormatter.format(parsed));
    }

    @ParameterizedTest
    @MethodSource("sound")
    void formattingKeepsTheMeaningAndTheComments(Path file) {
        ParsedPolicy parsed = PolicyParser.parse(Golden.source(file));
        String once = PolicyFormatter.format(parsed);
        ParsedPolicy again = PolicyParser.parse(Source.of("formatted.cop", once));
        assertEquals(
                TreeDump.withoutPlaces(parsed.tree().items()),
                TreeDump.withoutPlaces(again.tree().items()));
        assertEquals(texts(parsed), texts(again), "every comment is there once, in the same order");
        assertEquals(once, PolicyFormatter.format(again), "formatting twice changes nothing");
    }

    private static List<String> texts(ParsedPolicy policy) {
        return policy.tree().comments().stream().map(comment -> comment.text().strip()).toList();
    }

    @Test
    void everyCodeHasAFile() {
        Set<String> missing = new TreeSet<>();
        for (PolicySyntaxCode code : PolicySyntaxCode.values()) {
            if (!TESTED_ELSEWHERE.contains(code)) {
                missing.add(code.id());
            }
        }
        for (Path file : errors()) {
            for (Diagnostic diagnostic : PolicyParser.parse(Golden.source(file)).diagnostics()) {
                missing.remove(diagnostic.code().id());
            }
        }
        assertEquals(Set.of(), missing, "codes without an example");
    }

    @Test
    void noExpectationIsAnOrphan() {
        for (Path folder : List.of(TREES, ERRORS, FORMATS)) {
            for (String ending : List.of(".tree", ".errors", ".formatted")) {
                for (Path expected : Golden.files(folder, ending)) {
                    assertTrue(
                            Files.exists(beside(expected, ".cop")),
                            expected + " belongs to nothing");
                }
            }
        }
    }

    private static Path beside(Path file, String ending) {
        String name = String.valueOf(file.getFileName());
        return file.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ending);
    }
}
