package dev.brayer.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Position;
import dev.brayer.text.Source;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SourcePartsTest {
    private final Diagnostics diagnostics = new Diagnostics();

    @Test
    void whatFitsIsOnePart() throws IOException {
        SourceParts parts = parts("kind: Pod\n---\nkind: Service\n", 100);
        Source source = parts.next(diagnostics);
        assertEquals("kind: Pod\n---\nkind: Service\n", source == null ? "" : source.text());
        assertTrue(parts.isWhole());
        assertEquals(null, parts.next(diagnostics));
    }

    @Test
    void anEmptyStreamIsOneEmptySource() throws IOException {
        assertEquals(List.of(""), texts("", 16));
    }

    @Test
    void cutsBeforeDocuments() throws IOException {
        assertEquals(
                List.of("kind: Pod\n", "---\nkind: Service\n", "--- # last\nkind: Job\n"),
                texts("kind: Pod\n---\nkind: Service\n--- # last\nkind: Job\n", 16));
    }

    @Test
    void cutsNowhereElse() throws IOException {
        String document = "note: |\n  ---\n  --- x\nname: a---\n---- : dashes\n";
        assertEquals(List.of(document), texts(document, 8));
        String directive = "a: 1\n...\n%YAML 1.2\n---\nb: 1\n";
        assertEquals(List.of(directive), texts(directive, 8));
        String json = "{\"a\": 1}\n---\n{\"b\": 1}\n---\n";
        assertEquals(List.of(json), texts(json, 8));
    }

    @Test
    void theLimitIsOneOfADocument() throws IOException {
        Limits limits = new Limits(1 << 20, 200, 1, 1, 1);
        String large = "---\na: " + "x".repeat(2 << 20) + "\n";
        assertEquals(1, texts("---\nb: 1\n".repeat(3) + large, 1 << 10, limits).size());
        assertEquals(
                "web.yml:7:1: error: the document that starts here is larger than 1 MiB, the limit"
                        + " [document-limit]",
                diagnostics.toList().getFirst().toString());
        texts(large, 1 << 10, limits);
        assertEquals(
                "web.yml: error: web.yml is larger than 1 MiB, the limit [document-limit]",
                diagnostics.toList().getLast().toString());
    }

    @Test
    void anErrorOfEncodingEndsTheStream() throws IOException {
        byte[] bytes = "a: 1\n---\nb: é\n---\nc: 1\n".getBytes(StandardCharsets.ISO_8859_1);
        SourceParts parts =
                new SourceParts(new ByteArrayInputStream(bytes), "web.yml", Limits.DEFAULT, 9);
        assertEquals(List.of("a: 1\n"), all(parts));
        assertEquals(
                "web.yml is not UTF-8 text, first in line 3",
                diagnostics.toList().getFirst().message());
    }

    /// Whatever the parts are, together they are read as the whole is.
    @Test
    void readsTheSameDocuments() throws IOException {
        List<String> pieces =
                List.of(
                        "kind: Pod\nname: web\n",
                        "---\n",
                        "---\r\nkind: Job\r\n",
                        "--- {kind: Flow}\n",
                        "# nothing\n",
                        "---\nbroken: [\n",
                        "---\ntext: |\n  ---\n  x\n",
                        "...\n",
                        "%YAML 1.2\n",
                        "---\nkind: List\napiVersion: v1\nitems: [{a: 1}, {b: 2}]\n",
                        "---\nä: 😀\n");
        Random random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int piece = random.nextInt(12); piece >= 0; piece--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            List<String> whole = read(text.toString(), 1 << 20);
            List<String> parts = read(text.toString(), 1 + random.nextInt(40));
            // A `%` in a document breaks it; how many errors that is depends on what is behind.
            if (text.indexOf("%") >= 0) {
                whole.removeIf(SourcePartsTest::isError);
                parts.removeIf(SourcePartsTest::isError);
            }
            assertEquals(whole, parts, text.toString());
        }
    }

    private static boolean isError(String line) {
        return line.contains(": error: ");
    }

    private static List<String> read(String text, int usual) throws IOException {
        List<String> read = new ArrayList<>();
        Diagnostics problems = new Diagnostics();
        SourceParts parts = parts(text, usual);
        int index = 0;
        for (Source source = parts.next(problems); source != null; source = parts.next(problems)) {
            ReadResult result =
                    DocumentReader.read(source, ReadOptions.MANIFESTS.withEmptyAllowed(true));
            for (Document document : result.documents()) {
                Position start = source.position(document.root().start());
                read.add(index + document.index() + ": " + start + " " + document.root());
            }
            for (Diagnostic diagnostic : result.diagnostics()) {
                read.add(diagnostic.toString());
            }
            index += result.count();
        }
        read.sort(null);
        return read;
    }

    private List<String> texts(String text, int usual) throws IOException {
        return texts(text, usual, Limits.DEFAULT);
    }

    private List<String> texts(String text, int usual, Limits limits) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return all(new SourceParts(new ByteArrayInputStream(bytes), "web.yml", limits, usual));
    }

    private List<String> all(SourceParts parts) throws IOException {
        List<String> texts = new ArrayList<>();
        for (Source part = parts.next(diagnostics); part != null; part = parts.next(diagnostics)) {
            texts.add(part.text());
        }
        return texts;
    }

    private static SourceParts parts(String text, int usual) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new SourceParts(new ByteArrayInputStream(bytes), "web.yml", Limits.DEFAULT, usual);
    }
}
