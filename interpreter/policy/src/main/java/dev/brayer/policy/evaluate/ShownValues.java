package dev.brayer.policy.evaluate;

import dev.brayer.policy.builtin.Builtins;
import dev.brayer.policy.trace.Carried;
import dev.brayer.policy.trace.Shown;
import dev.brayer.policy.type.Type;
import dev.brayer.policy.value.Site;
import dev.brayer.policy.value.Value;
import java.util.ArrayList;
import java.util.List;

/// Makes values and nodes into what people see.
final class ShownValues {
    /// More nodes or elements nobody reads.
    private static final int MOST = 1_000;

    private ShownValues() {}

    /// The value with its elements, one level deep.
    static Shown whole(Value value) {
        List<Shown> elements = new ArrayList<>();
        if (value instanceof Value.Items(List<Value> items, _)) {
            for (Value item : items) {
                if (elements.size() < MOST) {
                    elements.add(shown(item, List.of()));
                }
            }
        }
        return shown(value, elements);
    }

    /// The value without what is in it.
    static Shown brief(Value value) {
        return shown(value, List.of());
    }

    private static Shown shown(Value value, List<Shown> elements) {
        List<Carried> carried = new ArrayList<>();
        for (Site site : value.trace().sites()) {
            if (carried.size() < MOST) {
                carried.add(carried(site));
            }
        }
        return new Shown(text(value), type(value), carried, elements);
    }

    static Carried carried(Site site) {
        return new Carried(
                site.path().toString(), site.place(), site.subject().document().identity());
    }

    private static String text(Value value) {
        return value instanceof Value.Open open
                        && !(value instanceof Value.Unfilled)
                        && !(value instanceof Value.Secret)
                ? "(" + Reasons.text(open) + ")"
                : Texts.quoted(value);
    }

    private static String type(Value value) {
        return switch (value) {
            case Value.Missing _ -> "missing";
            case Value.Wrong _ -> "wrong type";
            case Value.Unfilled _ -> "undecided";
            case Value.Secret _ -> "secret";
            case Value.Items(List<Value> elements, _) -> {
                Type element = elements.isEmpty() ? Type.Basic.UNKNOWN : null;
                for (Value item : elements) {
                    Type type = Builtins.typeOf(item);
                    element = element == null ? type : Type.either(element, type);
                }
                yield element == null ? "list" : new Type.ListOf(element).text();
            }
            default -> Builtins.typeOf(value).text();
        };
    }
}
