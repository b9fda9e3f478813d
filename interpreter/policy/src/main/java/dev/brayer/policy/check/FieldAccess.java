package dev.brayer.policy.check;

import dev.brayer.grammar.policy.tree.Node;
import dev.brayer.policy.PolicyCode;
import dev.brayer.policy.type.SchemaTypes;
import dev.brayer.policy.type.Type;
import dev.brayer.policy.type.Type.Basic;
import dev.brayer.policy.type.Type.ObjectOf;
import dev.brayer.schema.ObjectType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Looks a field up in an object that the schema describes.
final class FieldAccess {
    private static final int MOST_NAMES = 8;

    private final KindCatalog kinds;
    private final Reporter reporter;

    FieldAccess(KindCatalog kinds, Reporter reporter) {
        this.kinds = kinds;
        this.reporter = reporter;
    }

    /// A field of an object.
    ///
    /// @param absence null where the field is always there
    /// @param choices the only texts that it may be; empty where it may be others
    record Found(Type type, Typed.@Nullable Absence absence, List<String> choices) {
        private static final Found UNTYPED = new Found(Basic.UNKNOWN, null, List.of());

        Found {
            choices = List.copyOf(choices);
        }
    }

    /// The field, or null after an error.
    @Nullable Found field(ObjectOf object, String name, Node blamed) {
        Type type = Basic.NULL;
        Typed.Absence absence = null;
        List<String> having = new ArrayList<>();
        List<String> lacking = new ArrayList<>();
        Set<String> choices = new LinkedHashSet<>();
        boolean any = false;
        for (ObjectOf.Shape shape : object.shapes()) {
            ObjectType.Field field = shape.type().field(name);
            if (field != null) {
                type = Type.either(type, SchemaTypes.of(field.type(), shape.kinds()));
                absence = absence == null ? absence(shape.type(), field) : absence;
                having.addAll(owners(shape));
                choices.addAll(field.choices());
                any |= field.choices().isEmpty();
            } else {
                lacking.addAll(owners(shape));
            }
        }
        if (lacking.isEmpty()) {
            return new Found(type, absence, any ? List.of() : List.copyOf(choices));
        }
        if (!having.isEmpty()) {
            onlySome(name, blamed, having, lacking);
            return null;
        }
        String minor = otherMinor(object, name);
        if (minor != null) {
            reporter.warning(
                    PolicyCode.OTHER_VERSION,
                    blamed,
                    "`"
                            + name
                            + "` is a field of `"
                            + object.text()
                            + "` in Kubernetes "
                            + minor
                            + ", not in "
                            + kinds.minor(),
                    "in " + kinds.minor() + " the field is not there, or the API server drops it");
            return Found.UNTYPED;
        }
        reporter.error(
                PolicyCode.UNKNOWN_FIELD,
                blamed,
                "`" + object.text() + "` has no field `" + name + "`",
                Reporter.didYouMean(name, names(object), fewNames(object)));
        return null;
    }

    /// What every object has by the time somebody looks at it is not required by the schema.
    private static Typed.@Nullable Absence absence(ObjectType type, ObjectType.Field field) {
        String name = field.name();
        if (field.required() || name.equals("spec") || name.equals("metadata")) {
            return null;
        }
        boolean identity = name.equals("apiVersion") || name.equals("kind");
        return identity || (name.equals("name") && type.name().equals("ObjectMeta"))
                ? null
                : new Typed.Absence(UsualDefaults.of(type.name(), name));
    }

    private void onlySome(String name, Node blamed, List<String> having, List<String> lacking) {
        reporter.error(
                PolicyCode.FIELD_OF_SOME_KINDS,
                blamed,
                "`" + name + "` is no field of " + enumeration(lacking),
                "only "
                        + enumeration(having)
                        + (having.size() == 1 ? " has it: " : " have it: ")
                        + (having.getFirst().indexOf(' ') > 0
                                ? "select the versions that have it"
                                : "make a rule of its own for "
                                        + (lacking.size() == 1 ? "the other" : "the others")));
    }

    private static List<String> owners(ObjectOf.Shape shape) {
        return shape.kinds().isEmpty() ? List.of(shape.type().name()) : shape.kinds();
    }

    /// `a`, `a and b`, `a, b and c`.
    static String enumeration(List<String> all) {
        Set<String> distinct = new LinkedHashSet<>(all);
        List<String> words = new ArrayList<>(distinct);
        int last = words.size() - 1;
        return last == 0
                ? words.getFirst()
                : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }

    /// Whether only another version of Kubernetes has the field.
    static boolean isOfOtherVersion(ObjectOf object, String name) {
        return otherMinor(object, name) != null;
    }

    private static @Nullable String otherMinor(ObjectOf object, String name) {
        for (ObjectOf.Shape shape : object.shapes()) {
            List<String> minors = shape.type().minorsWith(name);
            if (!minors.isEmpty()) {
                return minors.getLast();
            }
        }
        return null;
    }

    /// The names of all fields.
    static List<String> names(ObjectOf object) {
        Set<String> names = new LinkedHashSet<>();
        for (ObjectOf.Shape shape : object.shapes()) {
            for (ObjectType.Field field : shape.type().fields()) {
                names.add(field.name());
            }
        }
        return List.copyOf(names);
    }

    static @Nullable String fewNames(ObjectOf object) {
        List<String> names = names(object);
        return names.size() > MOST_NAMES
                ? null
                : "the fields are `" + String.join("`, `", names) + "`";
    }
}
