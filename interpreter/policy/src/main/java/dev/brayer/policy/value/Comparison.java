package dev.brayer.policy.value;

import dev.brayer.policy.value.Value.Address;
import dev.brayer.policy.value.Value.Amount;
import dev.brayer.policy.value.Value.Bool;
import dev.brayer.policy.value.Value.FileName;
import dev.brayer.policy.value.Value.Image;
import dev.brayer.policy.value.Value.Items;
import dev.brayer.policy.value.Value.Missing;
import dev.brayer.policy.value.Value.Moment;
import dev.brayer.policy.value.Value.NoEntries;
import dev.brayer.policy.value.Value.Numeral;
import dev.brayer.policy.value.Value.Open;
import dev.brayer.policy.value.Value.Prepared;
import dev.brayer.policy.value.Value.Range;
import dev.brayer.policy.value.Value.Symbol;
import dev.brayer.policy.value.Value.Text;
import dev.brayer.policy.value.Value.Time;
import dev.brayer.policy.value.Value.Tree;
import dev.brayer.policy.value.Value.Version;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the operators of comparison say of two values, after the specification's table of missing,
/// empty and wrong. It is as long as that table is.
public final class Comparison {
    /// An operator between two values.
    public enum Operator {
        EQUAL("=="),
        NOT_EQUAL("!="),
        LESS("<"),
        LESS_OR_EQUAL("<="),
        GREATER(">"),
        GREATER_OR_EQUAL(">=");

        private final String text;

        Operator(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }

        /// The operator that holds exactly where this one fails.
        public Operator opposite() {
            return switch (this) {
                case EQUAL -> NOT_EQUAL;
                case NOT_EQUAL -> EQUAL;
                case LESS -> GREATER_OR_EQUAL;
                case LESS_OR_EQUAL -> GREATER;
                case GREATER -> LESS_OR_EQUAL;
                case GREATER_OR_EQUAL -> LESS;
            };
        }
    }

    /// Who pays for comparing long lists: lists within lists may be far longer than what is
    /// written.
    @FunctionalInterface
    public interface Effort {
        void spend(int steps);
    }

    /// So many elements are as quickly compared as one step of a rule is done.
    private static final int ELEMENTS_PER_STEP = 16;

    private Comparison() {}

    /// As [#compare(Operator, Value, Value, Effort)], for values that are known to be small.
    public static Truth compare(Operator operator, Value left, Value right) {
        return compare(operator, left, right, _ -> {});
    }

    public static Truth compare(Operator operator, Value left, Value right, Effort effort) {
        if (left instanceof Open || right instanceof Open) {
            boolean bothMissing = left instanceof Missing && right instanceof Missing;
            return switch (operator) {
                case EQUAL -> bothMissing ? Truth.HOLDS : Truth.OPEN;
                case NOT_EQUAL -> bothMissing ? Truth.FAILS : Truth.OPEN;
                default -> Truth.OPEN;
            };
        }
        return switch (operator) {
            case EQUAL -> equal(left, right, effort);
            case NOT_EQUAL -> equal(left, right, effort).not();
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> ordered(operator, left, right);
        };
    }

    /// As [#in(Value, Value, Effort)], for values that are known to be small.
    public static Truth in(Value left, Value right) {
        return in(left, right, _ -> {});
    }

    /// `left in right`, for lists, ranges and networks.
    public static Truth in(Value left, Value right, Effort effort) {
        if (left instanceof Open || right instanceof Open) {
            return Truth.OPEN;
        }
        return switch (right) {
            case Items items -> contains(items, left, effort);
            case Range(Value low, Value high, _) ->
                    ordered(Operator.GREATER_OR_EQUAL, left, low)
                            .and(ordered(Operator.LESS_OR_EQUAL, left, high));
            case Address(IpNetwork network, _) ->
                    Conversion.beside(left, right) instanceof Address(IpNetwork other, _)
                            ? Truth.of(network.covers(other))
                            : Truth.OPEN;
            default -> Truth.OPEN;
        };
    }

    /// Whether an element equals the value. Open where no element is of the value's type, so that
    /// nothing was compared.
    private static Truth contains(Items items, Value value, Effort effort) {
        effort.spend(items.elements().size() / ELEMENTS_PER_STEP);
        boolean compared = items.elements().isEmpty();
        boolean open = false;
        for (Value element : items.elements()) {
            if (element instanceof Missing) {
                continue;
            }
            Truth equal = element instanceof Open ? Truth.OPEN : equal(element, value, effort);
            if (equal == Truth.HOLDS) {
                return Truth.HOLDS;
            }
            compared |= equal == Truth.FAILS;
            open |=
                    element instanceof Open
                            || (equal == Truth.OPEN && hidden(element, value, effort) != null);
        }
        return compared && !open ? Truth.FAILS : Truth.OPEN;
    }

    /// As [#equal(Value, Value, Effort)], for values that are known to be small.
    public static Truth equal(Value left, Value right) {
        return equal(left, right, _ -> {});
    }

    /// Equality of two values that are there; open for values of different types.
    public static Truth equal(Value left, Value right, Effort effort) {
        if (left instanceof Items(List<Value> lefts, _)
                && right instanceof Items(List<Value> rights, _)) {
            if (hidden(left, right, effort) != null) {
                return Truth.OPEN;
            }
            return Truth.of(
                    lefts.size() == rights.size()
                            && withoutPartner(lefts, rights, effort).isEmpty());
        }
        return switch (Conversion.beside(left, right)) {
            case Text(String text, _) ->
                    other(left, right) instanceof Text(String two, _)
                            ? Truth.of(text.equals(two))
                            : Truth.OPEN;
            case Numeral(var number, _) ->
                    right instanceof Numeral(var two, _)
                            ? Truth.of(number.compareTo(two) == 0)
                            : Truth.OPEN;
            case Bool(boolean bool, _) ->
                    right instanceof Bool(boolean two, _) ? Truth.of(bool == two) : Truth.OPEN;
            case Tree(Site site) ->
                    switch (right) {
                        case Tree(Site two) ->
                                hidden(left, right, effort) != null
                                        ? Truth.OPEN
                                        : Truth.of(Nodes.same(site.node(), two.node()));
                        case NoEntries _ -> Truth.of(Nodes.values(site).isEmpty());
                        default -> Truth.OPEN;
                    };
            case NoEntries _ ->
                    switch (right) {
                        case Tree(Site two) -> Truth.of(Nodes.values(two).isEmpty());
                        case NoEntries _ -> Truth.HOLDS;
                        default -> Truth.OPEN;
                    };
            case Amount(var amount, _, _) ->
                    other(left, right) instanceof Amount(var two, _, _)
                            ? Truth.of(amount.compareTo(two) == 0)
                            : Truth.OPEN;
            case Time(var seconds, _, _) ->
                    other(left, right) instanceof Time(var two, _, _)
                            ? Truth.of(seconds.compareTo(two) == 0)
                            : Truth.OPEN;
            case Moment(var instant, _, _) ->
                    other(left, right) instanceof Moment(var two, _, _)
                            ? Truth.of(instant.equals(two))
                            : Truth.OPEN;
            case Image(var image, _, _) ->
                    other(left, right) instanceof Image(var two, _, _)
                            ? Truth.of(image.same(two))
                            : Truth.OPEN;
            case Version(var version, _, _) ->
                    other(left, right) instanceof Version(var two, _, _)
                            ? Truth.of(version.compareTo(two) == 0)
                            : Truth.OPEN;
            case Address(var network, _) ->
                    other(left, right) instanceof Address(var two, _)
                            ? Truth.of(network.equals(two))
                            : Truth.OPEN;
            case Range(Value low, Value high, _) ->
                    right instanceof Range(Value low2, Value high2, _)
                            ? equal(low, low2).and(equal(high, high2))
                            : Truth.OPEN;
            case FileName(String name) ->
                    right instanceof FileName(String two)
                            ? Truth.of(name.equals(two))
                            : right instanceof Text(String text, _)
                                    ? Truth.of(name.equals(text))
                                    : Truth.OPEN;
            case Items _, Symbol _, Prepared _, Open _ -> Truth.OPEN;
        };
    }

    /// The elements of the first list for which the second has no equal element left; the order
    /// does not matter.
    public static List<Value> withoutPartner(
            List<Value> elements, List<Value> partners, Effort effort) {
        List<Value> left = new ArrayList<>(partners);
        List<Value> alone = new ArrayList<>();
        for (Value element : elements) {
            int found = -1;
            int compared = 0;
            while (compared < left.size() && found < 0) {
                if (deeplyEqual(element, left.get(compared), effort)) {
                    found = compared;
                }
                compared++;
            }
            effort.spend(1 + compared / ELEMENTS_PER_STEP);
            if (found < 0) {
                alone.add(element);
            } else {
                left.remove(found);
            }
        }
        return alone;
    }

    /// Inside a list the order counts again, and values of different types are simply different.
    private static boolean deeplyEqual(Value left, Value right, Effort effort) {
        if (left instanceof Items(List<Value> lefts, _)
                && right instanceof Items(List<Value> rights, _)) {
            effort.spend(1);
            boolean same = lefts.size() == rights.size();
            for (int index = 0; same && index < lefts.size(); index++) {
                same = deeplyEqual(lefts.get(index), rights.get(index), effort);
            }
            return same;
        }
        if (left instanceof Missing || right instanceof Missing) {
            return left instanceof Missing && right instanceof Missing;
        }
        return equal(left, right, effort) == Truth.HOLDS;
    }

    /// What keeps lists and maps from being compared: a part that is wrong or not known, however
    /// deep. A `null` in a list is a value like others. Null where there is none, and where their
    /// types decide whatever is in them.
    public static @Nullable Open hidden(Value left, Value right, Effort effort) {
        boolean whole = isWhole(left) && isWhole(right);
        if (!whole && !(left instanceof Items) && !(right instanceof Items)) {
            return null;
        }
        Open found = hidden(left, effort);
        return found == null ? hidden(right, effort) : found;
    }

    private static boolean isWhole(Value value) {
        return value instanceof Items || value instanceof Tree || value instanceof NoEntries;
    }

    private static @Nullable Open hidden(Value value, Effort effort) {
        if (value instanceof Items(List<Value> elements, _)) {
            effort.spend(1 + elements.size() / ELEMENTS_PER_STEP);
            for (Value element : elements) {
                Open found =
                        element instanceof Open open && !(element instanceof Missing)
                                ? open
                                : hidden(element, effort);
                if (found != null) {
                    return found;
                }
            }
            return null;
        }
        return value instanceof Tree ? Nodes.unknown(value) : null;
    }

    private static Truth ordered(Operator operator, Value left, Value right) {
        Integer order = order(left, right);
        if (order == null) {
            return Truth.OPEN;
        }
        return Truth.of(
                switch (operator) {
                    case LESS -> order < 0;
                    case LESS_OR_EQUAL -> order <= 0;
                    case GREATER -> order > 0;
                    case GREATER_OR_EQUAL -> order >= 0;
                    case EQUAL -> order == 0;
                    case NOT_EQUAL -> order != 0;
                });
    }

    /// Which value comes first, or null where values of these types have no order.
    private static @Nullable Integer order(Value left, Value right) {
        Value one = Conversion.beside(left, right);
        Value two = Conversion.beside(right, left);
        if (one instanceof Text(String text, _) && two instanceof Text(String other, _)) {
            return orderOfTexts(text, other);
        }
        if (one instanceof Numeral(var number, _) && two instanceof Numeral(var other, _)) {
            return number.compareTo(other);
        }
        if (one instanceof Amount(var amount, _, _) && two instanceof Amount(var other, _, _)) {
            return amount.compareTo(other);
        }
        if (one instanceof Time(var seconds, _, _) && two instanceof Time(var other, _, _)) {
            return seconds.compareTo(other);
        }
        if (one instanceof Moment(var instant, _, _) && two instanceof Moment(var other, _, _)) {
            return instant.compareTo(other);
        }
        if (one instanceof Version(var version, _, _) && two instanceof Version(var other, _, _)) {
            return version.compareTo(other);
        }
        if (one instanceof Address(var network, _)
                && two instanceof Address(var other, _)
                && network.version6() == other.version6()) {
            return network.address().compareTo(other.address());
        }
        return orderWithNumber(one, two);
    }

    /// A YAML number beside the text of a quantity: `cpu: 1` against `"500m"`.
    private static @Nullable Integer orderWithNumber(Value one, Value two) {
        if (one instanceof Numeral(var number, _)
                && two instanceof Text(String text, _)
                && Quantity.hasSuffix(text)) {
            var amount = Quantity.parse(text);
            return amount == null ? null : number.compareTo(amount);
        }
        if (one instanceof Text(String text, _)
                && two instanceof Numeral(var number, _)
                && Quantity.hasSuffix(text)) {
            var amount = Quantity.parse(text);
            return amount == null ? null : amount.compareTo(number);
        }
        return null;
    }

    /// Nothing says yet that a field holds a quantity or a duration, but nobody means `"512Mi" <
    /// "1Gi"` letter by letter.
    private static int orderOfTexts(String left, String right) {
        if (Quantity.hasSuffix(left) || Quantity.hasSuffix(right)) {
            var one = Quantity.parse(left);
            var two = Quantity.parse(right);
            if (one != null && two != null) {
                return one.compareTo(two);
            }
        }
        var one = Duration.parse(left);
        var two = one == null ? null : Duration.parse(right);
        if (one != null && two != null) {
            return one.compareTo(two);
        }
        return left.compareTo(right);
    }

    private static Value other(Value left, Value right) {
        return Conversion.beside(right, left);
    }
}
