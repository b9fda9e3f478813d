package dev.brayer.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.brayer.text.Source;
import org.junit.jupiter.api.Test;

/// What the renderer of stencils needs: a masked text with true places, and what was written beside
/// what is in effect.
class StencilReadingTest {
    @Test
    void placesOfAMaskedTextAreInTheSource() {
        Source source =
                Source.of(
                        "s.yml",
                        "port: ${port}\nlist: [x, ${b}]\n<<: ${labels}\nitems:\n- kind: a\n");
        String masked =
                source.text().replace('$', '\uE000').replace('{', '\uE001').replace('}', '\uE002');
        ReadResult result = DocumentReader.readMasked(source, masked, ReadOptions.STENCIL);
        assertEquals("[]", result.diagnostics().toString());
        assertEquals(1, result.documents().size());
        MapNode root = (MapNode) result.documents().getFirst().root();
        Node port = root.get("port");
        assertNotNull(port);
        assertEquals("${port}", port.place().text());
        assertEquals("[port, list, items]", root.names().toString());
        Entry merge = root.written().get(2);
        assertEquals(Entry.Kind.MERGE_KEY, merge.kind());
        assertEquals("${labels}", merge.value().place().text());
        assertEquals("<<: ${labels}", source.text(merge.span()));
    }

    @Test
    void aliasesAreWhereTheyAreWritten() {
        Source source = Source.of("s.yml", "a: &x [1]\nb: *x\nc: [*x, 2]\n<<: {d: *x}\n");
        MapNode root = (MapNode) DocumentReader.read(source).documents().getFirst().root();
        Entry b = root.entry("b");
        assertNotNull(b);
        assertEquals("s.yml:2:4", b.valuePlace().toString());
        assertEquals("s.yml:1:7", b.value().place().toString());
        ListNode c = (ListNode) root.get("c");
        assertNotNull(c);
        assertEquals("s.yml:3:5", c.itemPlace(0).toString());
        assertEquals("s.yml:3:9", c.itemPlace(1).toString());
        Entry d = root.entry("d");
        assertNotNull(d);
        assertEquals(Entry.Kind.MERGED, d.kind());
        assertEquals("s.yml:4:9", d.valuePlace().toString());
    }

    @Test
    void stringsThatNeedQuotes() {
        assertEquals(ScalarType.BOOLEAN, Scalars.typeOfPlain("y"));
        assertEquals(ScalarType.NUMBER, Scalars.typeOfPlain("1_0"));
        assertEquals(ScalarType.NULL, Scalars.typeOfPlain("~"));
        assertEquals(ScalarType.STRING, Scalars.typeOfPlain("12:30"));
    }
}
