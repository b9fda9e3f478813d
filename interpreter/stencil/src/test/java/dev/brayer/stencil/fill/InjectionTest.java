package dev.brayer.stencil.fill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brayer.document.Document;
import dev.brayer.document.DocumentReader;
import dev.brayer.document.Entry;
import dev.brayer.document.ListNode;
import dev.brayer.document.MapNode;
import dev.brayer.document.Node;
import dev.brayer.document.ReadOptions;
import dev.brayer.document.ScalarNode;
import dev.brayer.stencil.Value;
import dev.brayer.stencil.Word;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Origin;
import dev.brayer.text.Place;
import dev.brayer.text.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Whatever a value is, it stays a value: the structure around it does not change, what is read
/// back is the value, and no character of the stencil outside the scalars with holes is another
/// one.
final class InjectionTest {
    private static final int ROUNDS = 4_000;

    /// Each `%` is a hole of its own; a `§` is one that is a whole unquoted value.
    private static final String[] SCALARS = {
        "§",
        "\"%\"",
        "'%'",
        "x-%",
        "% y",
        "x % y%",
        "\"x % y\"",
        "'x % y'",
        "%%",
        "\"a\n          % b\"",
        "'a\n          %'",
        "a\n          % b",
    };

    private static final String[] BLOCKS = {
        "|\n      %\n",
        "|\n      a %\n      b\n",
        "|-\n      %\n      b\n",
        "|+\n      %\n\n",
        ">\n      a\n      %\n",
        ">-\n      % b\n\n      c\n",
        "|2\n      %\n",
        "|\n      a\n\n      %%\n",
        "|\n      %\n        a\n",
    };

    private final Random random = new Random(20_261_123);
    private final Map<String, String> values = new HashMap<>();

    /// Words of one text each.
    private record Texts(Map<String, String> values, Place place) implements Words {
        @Override
        public Word word(String name, Place hole, boolean inScript) {
            String text = values.get(name);
            assertNotNull(text);
            return new Word(name, new Value.Text(text, null), List.of(new Origin(name, place)));
        }

        @Override
        public Word peek(String name) {
            return word(name, place, false);
        }

        @Override
        public @Nullable Insert partial(Value.Partial partial, Place hole) {
            return null;
        }
    }

    private String hole() {
        String name = "w" + values.size();
        values.put(name, HostileText.next(random));
        return "${" + name + "}";
    }

    private String scalar(String pattern) {
        StringBuilder out = new StringBuilder();
        for (int index = 0; index < pattern.length(); index++) {
            char character = pattern.charAt(index);
            out.append(character == '%' || character == '§' ? hole() : String.valueOf(character));
        }
        return out.toString();
    }

    private String any(String[] patterns) {
        return scalar(patterns[random.nextInt(patterns.length)]);
    }

    private String stencil() {
        String newLine = random.nextInt(4) == 0 ? "\r\n" : "\n";
        StringBuilder out = new StringBuilder("# a comment with ${nothing}\n");
        out.append("top:\n");
        for (int index = 0; index < 1 + random.nextInt(3); index++) {
            out.append("  k").append(index).append(": ");
            switch (random.nextInt(7)) {
                case 0 -> out.append(any(BLOCKS));
                case 1 ->
                        out.append("[x, ")
                                .append(any(SCALARS))
                                .append(", {y: ")
                                .append(any(SCALARS))
                                .append("}]\n");
                case 2 ->
                        out.append("{ ")
                                .append(hole())
                                .append("k: 1, b: ")
                                .append(any(SCALARS))
                                .append(" } # c\n");
                case 3 ->
                        out.append("\n    - ")
                                .append(any(SCALARS))
                                .append("\n    - a: ")
                                .append(any(SCALARS))
                                .append("\n");
                case 4 ->
                        out.append("&x")
                                .append(index)
                                .append(' ')
                                .append(any(SCALARS))
                                .append(" # note\n");
                case 5 ->
                        out.append("\n    ")
                                .append(hole())
                                .append("q: ")
                                .append(any(SCALARS))
                                .append("\n");
                default -> out.append(any(SCALARS)).append("\n");
            }
        }
        out.append("end: here # done");
        if (random.nextBoolean()) {
            out.append("\n---\nother: ").append(any(SCALARS));
        }
        if (random.nextBoolean()) {
            out.append('\n');
        }
        return out.toString().replace("\n", newLine);
    }

    @Test
    void valuesStayValues() {
        for (int round = 0; round < ROUNDS; round++) {
            values.clear();
            Source stencil = Source.of("a.yml", stencil());
            Diagnostics diagnostics = new Diagnostics();
            Filler.Filled filled =
                    Filler.fill(stencil, new Texts(values, stencil.place(0, 1)), diagnostics);
            String report =
                    "round "
                            + round
                            + "\n"
                            + stencil.text()
                            + "\n"
                            + values
                            + "\n"
                            + diagnostics.toList();
            assertNotNull(filled, report);
            assertTrue(diagnostics.toList().isEmpty(), report);
            compare(stencil, filled, report + "\n" + filled.source().text());
        }
    }

    /// The stencil read as it is written, every hole a plain text, against what came out.
    private void compare(Source stencil, Filler.Filled filled, String report) {
        Masked masked = Masked.of(stencil);
        List<Document> before =
                DocumentReader.readMasked(stencil, masked.text(), ReadOptions.STENCIL).documents();
        assertEquals(before.size(), filled.documents().size(), report);
        List<ScalarNode> scalarsBefore = new ArrayList<>();
        List<ScalarNode> scalarsAfter = new ArrayList<>();
        for (int index = 0; index < before.size(); index++) {
            collect(before.get(index).root(), scalarsBefore);
            collect(filled.documents().get(index).root(), scalarsAfter);
        }
        assertEquals(scalarsBefore.size(), scalarsAfter.size(), report);
        int doneBefore = 0;
        int doneAfter = 0;
        boolean behindBlock = false;
        String after = filled.source().text();
        for (int index = 0; index < scalarsBefore.size(); index++) {
            ScalarNode old = scalarsBefore.get(index);
            ScalarNode now = scalarsAfter.get(index);
            boolean hasHole = !masked.holes(old.start(), old.end()).isEmpty();
            String gapBefore = stencil.text().substring(doneBefore, old.start());
            String gapAfter = after.substring(doneAfter, now.start());
            // Blank lines that end a block belong to its value.
            assertEquals(
                    behindBlock ? gapBefore.stripLeading() : gapBefore,
                    behindBlock ? gapAfter.stripLeading() : gapAfter,
                    report);
            behindBlock = hasHole && old.style().isBlock();
            if (!hasHole) {
                assertEquals(old.text(), now.text(), report);
            } else if (!old.style().isBlock()) {
                assertEquals(meant(old, masked), now.text(), report);
                assertTrue(now.isString(), report);
            }
            doneBefore = old.end();
            doneAfter = now.end();
        }
        String restBefore = stencil.text().substring(doneBefore).strip();
        assertEquals(restBefore, after.substring(doneAfter).strip(), report);
    }

    private String meant(ScalarNode node, Masked masked) {
        List<Masked.Hole> holes = masked.holes(node.start(), node.end());
        List<String> between = Masked.between(node.text(), holes);
        StringBuilder out = new StringBuilder(between.get(0));
        for (int index = 0; index < holes.size(); index++) {
            out.append(values.get(holes.get(index).word())).append(between.get(index + 1));
        }
        return out.toString();
    }

    private static void collect(Node node, List<ScalarNode> found) {
        switch (node) {
            case ScalarNode scalar -> found.add(scalar);
            case ListNode list -> list.items().forEach(item -> collect(item, found));
            case MapNode map -> {
                for (Entry entry : map.written()) {
                    found.add(entry.key());
                    collect(entry.value(), found);
                }
            }
        }
    }
}
