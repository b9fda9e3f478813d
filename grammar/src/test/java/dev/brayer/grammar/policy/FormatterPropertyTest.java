package dev.brayer.grammar.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brayer.grammar.Golden;
import dev.brayer.grammar.policy.tree.Item;
import dev.brayer.grammar.policy.tree.PolicyFile;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Source;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// What holds for every policy, not only for those that somebody thought of.
final class FormatterPropertyTest {
    @Property(tries = 1000)
    void parsingWhatWasFormattedGivesTheSameTree(@ForAll long seed) {
        PolicyFile tree = new TreeGenerator(seed).file();
        String text = PolicyFormatter.format(tree);
        ParsedPolicy parsed = PolicyParser.parse(Source.of("made.cop", text));
        assertFalse(parsed.hasErrors(), () -> text + Golden.show(parsed.diagnostics()));
        assertEquals(
                TreeDump.withoutPlaces(tree.items()),
                TreeDump.withoutPlaces(parsed.tree().items()),
                text);
    }

    @Property(tries = 500)
    void formattingTwiceChangesNothing(@ForAll long seed) {
        String once = formatted(PolicyFormatter.format(new TreeGenerator(seed).file()));
        assertEquals(once, formatted(once));
    }

    private static String formatted(String text) {
        ParsedPolicy parsed = PolicyParser.parse(Source.of("made.cop", text));
        assertFalse(parsed.hasErrors(), () -> text + Golden.show(parsed.diagnostics()));
        return PolicyFormatter.format(parsed);
    }

    /// Whatever the text: a tree, spans inside the text, and an error unless everything was read.
    @Property(tries = 1500)
    void brokenPoliciesHaveATree(@ForAll long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder(sample(random));
        for (int change = random.nextInt(4); change >= 0; change--) {
            int at = random.nextInt(text.length() + 1);
            switch (random.nextInt(3)) {
                case 0 -> text.delete(at, Math.min(text.length(), at + random.nextInt(12)));
                case 1 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                default -> text.setLength(at);
            }
        }
        Source source = Source.of("broken.cop", text.toString());
        ParsedPolicy parsed = PolicyParser.parse(source);
        for (Item item : parsed.tree().items()) {
            assertTrue(item.span().end() <= text.length());
            assertTrue(parsed.hasErrors() || !(item instanceof Item.Broken), text::toString);
        }
        for (Diagnostic diagnostic : parsed.diagnostics()) {
            assertTrue(
                    diagnostic.place() != null && diagnostic.place().span().end() <= text.length());
        }
        if (!parsed.hasErrors()) {
            PolicyFormatter.format(parsed);
        }
    }

    private static final List<String> PIECES =
            List.of(
                    "\"",
                    "\"\"\"",
                    "{",
                    "}",
                    "(",
                    ")",
                    "[",
                    "]",
                    " and ",
                    " not ",
                    " every x in ",
                    ":",
                    "rule ",
                    "\nrule A ensure {",
                    "/*",
                    "*/",
                    "//",
                    "$",
                    "'",
                    "1Gi",
                    " -> ",
                    ".",
                    "..",
                    "=",
                    "<",
                    " exists",
                    " default ",
                    " on ",
                    "\u0000",
                    "\u202e",
                    "😀",
                    "\\",
                    ",",
                    " any ",
                    "where",
                    "\nvar x",
                    "\n",
                    " test ",
                    "\r\n",
                    "0.",
                    "-");

    private static String sample(Random random) {
        List<Path> files =
                Golden.files(
                        Golden.folder(random.nextBoolean() ? "policy/tree" : "policy/errors"),
                        ".cop");
        String text = Golden.read(files.get(random.nextInt(files.size())));
        int from = random.nextInt(text.length());
        return text.substring(from, Math.min(text.length(), from + 400));
    }
}
