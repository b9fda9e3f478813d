package dev.brayer.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brayer.grammar.placeholder.PlaceholderScanner;
import dev.brayer.grammar.placeholder.Placeholders;
import dev.brayer.grammar.policy.ParsedExpression;
import dev.brayer.grammar.policy.ParsedPolicy;
import dev.brayer.grammar.policy.PolicyParser;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Source;
import dev.brayer.text.Span;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Executes the marked blocks of the specification, as far as they are about grammar.
///
/// ` ```policy ` has no diagnostics; ` ```policy-error CODE… ` has exactly these codes, warnings
/// included; ` ```expression ` is a lone expression without diagnostics; ` ```stencil ` and `
/// ```stencil-error CODE… ` are the same for holes. Blocks with other marks are for other tests.
final class SpecificationTest {
    private static final List<String> PAGES =
            List.of("language/lexical.md", "language/grammar.md", "stencils/placeholders.md");

    /// A marked block: where it begins, its mark, and its text.
    record Block(String page, int line, String mark, String text) {
        @Override
        public String toString() {
            return page + ":" + line + " " + mark;
        }
    }

    static List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        for (String page : PAGES) {
            Path file = Golden.root().resolve("spec").resolve(page);
            List<String> lines = Golden.read(file).lines().toList();
            String mark = null;
            StringBuilder text = new StringBuilder();
            int start = 0;
            for (int index = 0; index < lines.size(); index++) {
                String line = lines.get(index);
                if (!line.startsWith("```")) {
                    text.append(line).append('\n');
                } else if (mark == null) {
                    mark = line.substring(3).strip();
                    start = index + 1;
                    text.setLength(0);
                } else {
                    if (mark.matches("(policy|expression|stencil).*")) {
                        blocks.add(new Block(page, start, mark, text.toString()));
                    }
                    mark = null;
                }
            }
        }
        return blocks;
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void blockIsAsMarked(Block block) {
        String[] words = block.mark().split(" +");
        Source source = Source.of(block.page() + ":" + block.line(), block.text());
        List<Diagnostic> diagnostics =
                switch (words[0]) {
                    case "policy", "policy-error" -> policy(source);
                    case "expression" -> expression(source);
                    default -> stencil(source);
                };
        Set<String> expected = new TreeSet<>(List.of(words).subList(1, words.length));
        assertEquals(
                words[0].endsWith("-error"), !expected.isEmpty(), "an error block names its codes");
        Set<String> found = new TreeSet<>();
        diagnostics.forEach(diagnostic -> found.add(diagnostic.code().id()));
        assertEquals(expected, found, () -> Golden.show(diagnostics));
    }

    private static List<Diagnostic> policy(Source source) {
        ParsedPolicy parsed = PolicyParser.parse(source);
        return parsed.diagnostics();
    }

    private static List<Diagnostic> expression(Source source) {
        ParsedExpression parsed = PolicyParser.parseExpression(source);
        return parsed.diagnostics();
    }

    private static List<Diagnostic> stencil(Source source) {
        Placeholders found = PlaceholderScanner.scan(source, new Span(0, source.text().length()));
        return found.diagnostics();
    }

    @Test
    void thereAreBlocks() {
        assertTrue(blocks().size() > 20);
        assertFalse(blocks().stream().allMatch(block -> block.mark().equals("policy")));
    }
}
