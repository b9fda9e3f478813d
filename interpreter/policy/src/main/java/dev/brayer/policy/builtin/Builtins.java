package dev.brayer.policy.builtin;

import dev.brayer.policy.builtin.Builtin.Parameter;
import dev.brayer.policy.type.Type;
import dev.brayer.policy.type.Type.Basic;
import dev.brayer.policy.value.Site;
import dev.brayer.policy.value.Trace;
import dev.brayer.policy.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds builtins. Each family is loaded when a policy first uses one of its names.
public final class Builtins {
    private Builtins() {}

    public static @Nullable Builtin function(String name) {
        return named(Functions.ALL, name);
    }

    /// The attribute of a value of a known type, or null.
    public static @Nullable Builtin attribute(Type receiver, String name) {
        return named(family(receiver), name);
    }

    /// The attribute of a value that is there, or null.
    public static @Nullable Builtin attribute(Value receiver, String name) {
        return attribute(typeOf(receiver), name);
    }

    /// Whether any type has an attribute of this name.
    public static boolean isAttribute(String name) {
        for (Builtin builtin : all()) {
            if (builtin.receiver() != null && builtin.name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    /// Attributes that measure a list: where the list is missing they name nothing more that is
    /// missing.
    public static boolean isMeasure(String name) {
        return name.equals("count")
                || name.equals("first")
                || name.equals("last")
                || name.equals("unique");
    }

    public static List<String> functionNames() {
        return names(Functions.ALL);
    }

    /// The names of a type's attributes; of all types for one that is not known.
    public static List<String> attributeNames(Type receiver) {
        return receiver.isUnknown()
                ? names(all().subList(Functions.ALL.size(), all().size()))
                : names(family(receiver));
    }

    /// Every builtin, functions first, in the order of the reference page.
    public static List<Builtin> all() {
        List<Builtin> all = new ArrayList<>(Functions.ALL);
        all.addAll(TextAttributes.ALL);
        all.addAll(ListAttributes.ALL);
        all.addAll(RangeAttributes.ALL);
        all.addAll(ImageAttributes.ALL);
        all.addAll(AddressAttributes.ALL);
        all.addAll(VersionAttributes.ALL);
        all.addAll(FileNameAttributes.ALL);
        return all;
    }

    /// The first value that is not of the declared type, as a value that says so; null if all fit.
    public static @Nullable Value firstWrong(Builtin builtin, Value[] values) {
        Type receiver = builtin.receiver();
        if (receiver != null && !receiver.accepts(typeOf(values[0]))) {
            return new Value.Wrong(withArticle(receiver), values[0]);
        }
        int offset = receiver == null ? 0 : 1;
        for (int index = 0; index < builtin.parameters().size(); index++) {
            Parameter parameter = builtin.parameters().get(index);
            Value value = values[index + offset];
            if (!parameter.type().accepts(typeOf(value)) && !(value instanceof Value.Prepared)) {
                return new Value.Wrong(withArticle(parameter.type()), value);
            }
        }
        return null;
    }

    /// The type of a value that is there.
    public static Type typeOf(Value value) {
        return switch (value) {
            case Value.Text _ -> Basic.STRING;
            case Value.Numeral _ -> Basic.NUMBER;
            case Value.Bool _ -> Basic.BOOL;
            case Value.Items _ -> Type.ListOf.ANY;
            case Value.Tree _, Value.NoEntries _ -> Type.MapOf.ANY;
            case Value.Range _ -> Basic.RANGE;
            case Value.Amount _ -> Basic.QUANTITY;
            case Value.Time _ -> Basic.DURATION;
            case Value.Moment _ -> Basic.DATE;
            case Value.Image _ -> Basic.IMAGE;
            case Value.Version _ -> Basic.SEMVER;
            case Value.Address _ -> Basic.IP;
            case Value.FileName _ -> Basic.FILENAME;
            case Value.Symbol _ -> Basic.SYMBOL;
            case Value.Missing _ -> Basic.NULL;
            case Value.Prepared _, Value.Wrong _, Value.Unfilled _, Value.Secret _ -> Basic.UNKNOWN;
        };
    }

    /// Nothing is there, although the list is.
    public static Value absent(Trace list, String step) {
        if (list instanceof Trace.Nothing(Site nearest, String absent)) {
            return new Value.Missing(nearest, absent);
        }
        List<Site> sites = list.sites();
        return new Value.Missing(sites.isEmpty() ? null : sites.getFirst(), step);
    }

    /// `a string`, `an image`.
    public static String withArticle(Type type) {
        String text = type.text();
        return ("aeiouAEIO".indexOf(text.charAt(0)) >= 0 ? "an " : "a ") + text;
    }

    private static List<Builtin> family(Type receiver) {
        return switch (receiver) {
            case Type.ListOf _ -> ListAttributes.ALL;
            case Type.MapOf _, Type.ObjectOf _ -> List.of();
            case Basic.STRING, Basic.BYTES, Basic.NUMBER_OR_STRING -> TextAttributes.ALL;
            case Basic.RANGE -> RangeAttributes.ALL;
            case Basic.IMAGE -> ImageAttributes.ALL;
            case Basic.IP -> AddressAttributes.ALL;
            case Basic.SEMVER -> VersionAttributes.ALL;
            case Basic.FILENAME -> FileNameAttributes.ALL;
            case Basic.UNKNOWN,
                    Basic.NULL,
                    Basic.BOOL,
                    Basic.NUMBER,
                    Basic.QUANTITY,
                    Basic.DURATION,
                    Basic.DATE,
                    Basic.SYMBOL ->
                    List.of();
        };
    }

    private static @Nullable Builtin named(List<Builtin> builtins, String name) {
        for (Builtin builtin : builtins) {
            if (builtin.name().equals(name)) {
                return builtin;
            }
        }
        return null;
    }

    private static List<String> names(List<Builtin> builtins) {
        List<String> names = new ArrayList<>();
        for (Builtin builtin : builtins) {
            names.add(builtin.name());
        }
        return names;
    }
}
