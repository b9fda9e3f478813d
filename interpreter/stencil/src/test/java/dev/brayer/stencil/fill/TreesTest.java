package dev.brayer.stencil.fill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.brayer.stencil.Value;
import dev.brayer.stencil.Word;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Origin;
import dev.brayer.text.Place;
import dev.brayer.text.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Lists, maps, numbers and nothing, in every place where a whole hole can stand. That what was
/// written is what was meant, the filler itself checks: a difference would be a diagnostic.
final class TreesTest {
    private static final int ROUNDS = 4_000;

    /// `§` is a hole for any value, `¤` one for a map.
    private static final String[] ENTRIES = {
        "a: §",
        "a: § # note",
        "a:\n  §",
        "a: [x, §, y]",
        "a: [§]",
        "a: {b: §, c: §}",
        "a: {b: §} # note",
        "a:\n  - §\n  - x\n  - §",
        "a:\n- §\n- § # note",
        "a:\n  - b: §\n    c: §",
        "a:\n  - - §\n    - §",
        "a:\n  - b: §\n    # about c\n    c: 1",
        "a:\n  <<: ¤\n  b: §",
        "a: {<<: ¤, b: §}",
        "a:\n  b:\n    c: §",
        "a: &x §\nb: *x",
        "a: # why\n  b: §",
        "a:\n  [\n    §, # one\n    §,\n    x # three\n  ]",
        "a: [b: §]",
        "a:\n  # only\n  b: §",
        "a:\n  - §\n\n\n",
        "a:\n  - # note\n    §",
        "a: &y\n  b: §\nc: *y",
        "? a\n: §",
        "a:\n  <<: ¤ # note\n  b: |\n    text",
        "a:\n  b: |+\n    text\n\n  c: §",
    };

    private final Random random = new Random(7);
    private final Map<String, Value> values = new HashMap<>();

    private record Given(Map<String, Value> values, Place place) implements Words {
        @Override
        public Word word(String name, Place hole, boolean inScript) {
            Value value = values.get(name);
            assertNotNull(value);
            return new Word(name, value, List.of(new Origin(name, place)));
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

    private Value value(int depth) {
        return switch (random.nextInt(depth > 2 ? 4 : 7)) {
            case 0 -> new Value.Numeric(random.nextBoolean() ? "1.10" : "0x1F", null);
            case 1 -> new Value.Bool(random.nextBoolean(), null);
            case 2 -> new Value.Nothing(null);
            case 3 -> new Value.Text(HostileText.next(random), null);
            case 4, 5 -> map(depth);
            default -> {
                List<Value> items = new ArrayList<>();
                for (int count = random.nextInt(4); count > 0; count--) {
                    items.add(value(depth + 1));
                }
                yield new Value.Items(items, null);
            }
        };
    }

    private Value map(int depth) {
        List<Value.Field> fields = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (int count = random.nextInt(4); count > 0; count--) {
            String key = random.nextBoolean() ? "b" : "k" + HostileText.next(random);
            if (keys.add(key)) {
                fields.add(new Value.Field(key, null, value(depth + 1)));
            }
        }
        return new Value.Fields(fields, null);
    }

    private String hole(Value value) {
        String name = "w" + values.size();
        values.put(name, value);
        return "${" + name + "}";
    }

    private String stencil() {
        StringBuilder out = new StringBuilder();
        for (int index = 0; index < 1 + random.nextInt(3); index++) {
            String entry = ENTRIES[random.nextInt(ENTRIES.length)];
            out.append("e").append(index).append(":\n");
            for (String line : entry.split("\n", -1)) {
                out.append(line.isEmpty() ? "" : "  ");
                for (int at = 0; at < line.length(); at++) {
                    char character = line.charAt(at);
                    if (character == '§') {
                        Value value = value(0);
                        // A list in the place of an anchored entry or pair is told apart elsewhere.
                        out.append(hole(value));
                    } else if (character == '¤') {
                        out.append(hole(random.nextInt(5) == 0 ? new Value.Nothing(null) : map(0)));
                    } else {
                        out.append(character);
                    }
                }
                out.append('\n');
            }
        }
        if (random.nextBoolean()) {
            out.append("end: here\n");
        } else if (random.nextBoolean()) {
            out.setLength(out.length() - 1);
        }
        return random.nextInt(4) == 0 ? out.toString().replace("\n", "\r\n") : out.toString();
    }

    @Test
    void whatIsWrittenIsWhatWasMeant() {
        for (int round = 0; round < ROUNDS; round++) {
            values.clear();
            Source stencil = Source.of("a.yml", stencil());
            Diagnostics diagnostics = new Diagnostics();
            var filled = Filler.fill(stencil, new Given(values, stencil.place(0, 1)), diagnostics);
            String report = "round " + round + "\n" + stencil.text() + "\n" + values;
            assertEquals(List.of(), diagnostics.toList(), report);
            assertNotNull(filled, report);
        }
    }
}
