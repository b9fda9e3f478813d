package dev.brayer.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brayer.text.Source;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Files that were made to do harm end with one clear sentence, and their other documents are read.
class LimitsTest {
    private static final String GOOD = "\n---\nok: 1\n";

    @Test
    void billionLaughs() {
        StringBuilder text = new StringBuilder("a0: &a0 [lol]\n");
        for (int level = 1; level < 40; level++) {
            String alias = "*a" + (level - 1);
            text.append(
                    "a" + level + ": &a" + level + " [" + (alias + ", ").repeat(8) + alias + "]\n");
        }
        assertRefused(
                text + GOOD, "the aliases of this document stand for more than 1000000 values");
    }

    @Test
    void billionLaughsByMerges() {
        StringBuilder text = new StringBuilder("a0: &a0 {x: 1}\n");
        for (int level = 1; level < 100; level++) {
            String alias = "*a" + (level - 1);
            text.append(
                    "a" + level + ": &a" + level + " {<<: " + alias + ", k" + level + ": " + alias
                            + "}\n");
        }
        assertRefused(
                text + GOOD, "the aliases of this document stand for more than 1000000 values");
    }

    @Test
    void depth() {
        String message = "maps and lists are nested more than 200 deep";
        assertRefused("[".repeat(100_000) + GOOD, message);
        assertRefused("{a: ".repeat(100_000) + GOOD, message);
        assertRefused("- ".repeat(100_000) + GOOD, message);
    }

    @Test
    void depthThroughAliases() {
        StringBuilder text = new StringBuilder("a0: &a0 [x]\n");
        for (int level = 1; level < 300; level++) {
            text.append("a" + level + ": &a" + level + " [*a" + (level - 1) + "]\n");
        }
        assertRefused(text + GOOD, "maps and lists are nested more than 200 deep");
    }

    @Test
    void documents() {
        Limits few = new Limits(1000, 10, 100, 3, 10);
        ReadResult result = read("a\n---\nb\n---\nc\n---\nd\n", few);
        assertEquals(3, result.documents().size());
        assertEquals(
                "[f.yml:6:1: error: more than 3 documents [document-limit]]", messages(result));
    }

    @Test
    void size() {
        Limits small = new Limits(10, 10, 100, 3, 10);
        assertEquals(
                "[f.yml:1:1: error: f.yml is larger than 10 characters, the limit [document-limit]]",
                messages(read("a: 12345678", small)));
    }

    @Test
    void errors() {
        Limits few = new Limits(10_000, 10, 100, 1000, 3);
        ReadResult broken = read("a: @\n---\n".repeat(100), few);
        assertEquals(4, broken.diagnostics().size());
        assertEquals(DocumentCode.LIMIT, broken.diagnostics().getLast().code());
        ReadResult duplicates = read("a: 1\n".repeat(100), few);
        assertEquals(4, duplicates.diagnostics().size());
        assertEquals(
                "f.yml:5:1: error: more errors follow and are not listed [document-limit]",
                duplicates.diagnostics().getLast().toString());
    }

    @Test
    void numbersWithMillionsOfDigits() {
        String digits = "1".repeat(1_000_000);
        ReadResult result =
                read(
                        "a: "
                                + digits
                                + "\nb: 0x"
                                + digits
                                + "\nc: 1e"
                                + digits
                                + "\nd: 1e-999999999",
                        Limits.DEFAULT);
        assertEquals("[]", messages(result));
        MapNode map = (MapNode) result.documents().getFirst().root();
        assertTrue(map.get("a") instanceof ScalarNode scalar && scalar.isString());
        assertTrue(map.get("d") instanceof ScalarNode scalar && scalar.number().signum() == 0);
    }

    private static void assertRefused(String text, String message) {
        ReadResult result = read(text, Limits.DEFAULT);
        assertEquals(1, result.diagnostics().size());
        assertEquals(DocumentCode.LIMIT, result.diagnostics().getFirst().code());
        assertEquals(message, result.diagnostics().getFirst().message());
        assertEquals(
                "[{\"ok\":1}]",
                result.documents().stream().map(Document::root).toList().toString());
    }

    private static ReadResult read(String text, Limits limits) {
        return DocumentReader.read(
                Source.of("f.yml", text), ReadOptions.MANIFESTS.withLimits(limits));
    }

    private static String messages(ReadResult result) {
        return List.copyOf(result.diagnostics()).toString();
    }
}
