package dev.brayer.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brayer.number.Decimal;
import dev.brayer.text.Source;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Whether files mean to brayer what they mean to kubectl, by tables that kubectl itself has
/// filled.
class KubectlTest {
    @TestFactory
    Stream<DynamicTest> scalars() {
        return Resources.table("kubectl/scalars.tsv").stream()
                .map(row -> DynamicTest.dynamicTest(row[0], () -> scalar(row)));
    }

    private static void scalar(String[] row) {
        ReadResult result = DocumentReader.read(Source.of("table", "v: " + row[0] + "\n"));
        if (row[1].equals("error")) {
            assertEquals(row.length < 3, result.hasErrors());
            return;
        }
        assertEquals("[]", result.diagnostics().toString());
        ScalarNode value = scalar(only(result));
        switch (row[1]) {
            case "null" -> assertEquals(ScalarType.NULL, value.type());
            case "boolean" -> {
                assertEquals(ScalarType.BOOLEAN, value.type());
                assertEquals(row[2], String.valueOf(value.isTrue()));
            }
            case "number" -> {
                assertEquals(ScalarType.NUMBER, value.type());
                // kubectl rounds to 64 bits, brayer keeps what is written.
                assertEquals(Double.parseDouble(row[2]), value.number().doubleValue());
            }
            default -> {
                assertEquals(ScalarType.STRING, value.type());
                String expected =
                        scalar(
                                        only(
                                                DocumentReader.read(
                                                        Source.of(
                                                                "json",
                                                                "{\"v\": " + row[2] + "}"))))
                                .text();
                assertEquals(expected, value.text());
            }
        }
    }

    private static ScalarNode scalar(MapNode map) {
        if (map.get("v") instanceof ScalarNode scalar) {
            return scalar;
        }
        throw new AssertionError("no scalar in " + map);
    }

    @TestFactory
    Stream<DynamicTest> keys() {
        return Resources.table("kubectl/keys.tsv").stream()
                .map(row -> DynamicTest.dynamicTest(row[0], () -> key(row)));
    }

    private static void key(String[] row) {
        ReadResult result = DocumentReader.read(Source.of("table", row[0] + ": 1\n"));
        boolean refused = row[1].equals("error") ? row.length < 3 : row.length == 3;
        assertEquals(refused, result.hasErrors(), result.diagnostics()::toString);
        if (!refused && !row[1].equals("error")) {
            assertEquals(row[1], only(result).names().getFirst());
        }
    }

    @Test
    void structures() {
        MapNode read = only(read("kubectl/structures.yml"));
        MapNode expected = only(read("kubectl/structures.json"));
        for (Entry entry : expected.entries()) {
            assertEquals(
                    Values.toJson(entry.value()),
                    Values.toJson(sorted(read.get(entry.name()), entry.value())),
                    entry.name());
        }
        assertTrue(Values.equal(expected, read));
    }

    /// The same value with the other one's order of keys, if both are equal, to compare them as
    /// texts.
    private static Node sorted(@Nullable Node node, Node like) {
        assertTrue(node != null, "a key is absent that should be " + like);
        return Values.equal(node, like) ? like : node;
    }

    @Test
    void wordsThatMeanTheSameKeyCollide() {
        ReadResult result = DocumentReader.read(Source.of("f.yml", "on: 1\nyes: 2\n"));
        assertEquals(
                "[f.yml:2:1: error: the key `true` stands twice in this map, as kubectl reads both keys"
                        + " [document-duplicate-key]]",
                result.diagnostics().toString());
    }

    @Test
    void numbersKeepTheirSpelling() {
        ScalarNode version = scalar(only(DocumentReader.read(Source.of("f.yml", "v: 1.10"))));
        assertEquals("1.10", version.text());
        assertEquals(0, Decimal.parse("1.1").compareTo(version.number()));
    }

    private static ReadResult read(String name) {
        ReadResult result =
                DocumentReader.read(Source.of(name, Resources.read(Resources.folder(name))));
        assertEquals("[]", result.diagnostics().toString());
        return result;
    }

    private static MapNode only(ReadResult result) {
        assertEquals(1, result.documents().size(), result.diagnostics()::toString);
        return (MapNode) result.documents().getFirst().root();
    }
}
