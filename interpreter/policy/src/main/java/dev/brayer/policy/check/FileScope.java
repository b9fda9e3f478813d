package dev.brayer.policy.check;

import dev.brayer.grammar.policy.tree.Item;
import dev.brayer.policy.ir.Operand;
import dev.brayer.text.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a file declares and imports.
final class FileScope {
    /// A variable, a parameter, or an imported one.
    ///
    /// @param from the offset behind which it is seen
    /// @param fetches whether its value comes from a `fetch`
    record Named(
            String name, int from, Typed value, Place place, boolean parameter, boolean fetches) {}

    /// A `def` with the file whose names its body sees.
    record Defined(Item.Definition item, FileScope home) {}

    private final Reporter reporter;
    private final Map<String, List<Named>> values = new LinkedHashMap<>();
    private final Map<String, Defined> definitions = new HashMap<>();
    private final Set<String> absent = new HashSet<>();

    FileScope(Reporter reporter) {
        this.reporter = reporter;
    }

    Reporter reporter() {
        return reporter;
    }

    void declare(Named named) {
        values.computeIfAbsent(named.name(), ignored -> new ArrayList<>()).add(named);
    }

    void declare(String name, Defined definition) {
        definitions.put(name, definition);
    }

    /// A name that an import promises and does not bring: one error says so, and its uses none.
    void declareAbsent(String name) {
        absent.add(name);
    }

    boolean isAbsent(String name) {
        return absent.contains(name);
    }

    @Nullable Defined definition(String name) {
        return definitions.get(name);
    }

    /// The value of a name as it is seen from an offset, or null.
    @Nullable Named value(String name, int offset) {
        List<Named> all = values.getOrDefault(name, List.of());
        for (int index = all.size() - 1; index >= 0; index--) {
            if (all.get(index).from() <= offset) {
                return all.get(index);
            }
        }
        return null;
    }

    /// The last value of a name in the whole file.
    @Nullable Named last(String name) {
        List<Named> all = values.getOrDefault(name, List.of());
        return all.isEmpty() ? null : all.getLast();
    }

    Iterable<String> valueNames() {
        return values.keySet();
    }

    Iterable<String> definitionNames() {
        return definitions.keySet();
    }

    /// The same value where it is read: made texts show the place of the use.
    static Operand at(Place place, Named named) {
        return switch (named.value().operand()) {
            case Operand.Constant(var ignored, var value) -> new Operand.Constant(place, value);
            case Operand.Variable(var ignored, int slot) -> new Operand.Variable(place, slot);
            case Operand.Read(var ignored, Operand.Variable(var also, int slot), var reading) ->
                    new Operand.Read(place, new Operand.Variable(place, slot), reading);
            default -> named.value().operand();
        };
    }
}
