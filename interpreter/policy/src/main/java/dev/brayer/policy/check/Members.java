package dev.brayer.policy.check;

import dev.brayer.grammar.policy.tree.Expression;
import dev.brayer.grammar.policy.tree.Name;
import dev.brayer.grammar.policy.tree.Node;
import dev.brayer.policy.PolicyCode;
import dev.brayer.policy.builtin.Builtin;
import dev.brayer.policy.builtin.Builtins;
import dev.brayer.policy.ir.Operand;
import dev.brayer.policy.type.Type;
import dev.brayer.policy.type.Type.Basic;
import dev.brayer.text.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Checks what stands after a dot or in brackets: fields of objects and maps, elements of lists,
/// attributes of everything else.
final class Members {
    /// Maps whose keys often have dots and slashes.
    private static final List<String> KEYED =
            List.of("labels", "annotations", "matchLabels", "nodeSelector", "selector");

    private final Expressions expressions;
    private final Reporter reporter;

    Members(Expressions expressions) {
        this.expressions = expressions;
        this.reporter = expressions.reporter();
    }

    Typed member(Expression.Member member) {
        Typed receiver = expressions.value(member.receiver());
        Place place = reporter.place(member);
        String name = member.name().text();
        Type type = receiver.type();
        if (type instanceof Type.ObjectOf object) {
            return field(object, receiver, name, member.name(), place);
        }
        if (type instanceof Type.MapOf(Type value, boolean declared)) {
            Operand field = new Operand.Field(place, receiver.operand(), name);
            return new Typed(
                    Readings.of(field, value), value, declared ? Typed.Absence.PLAIN : null);
        }
        if (type == Basic.NULL) {
            return new Typed(new Operand.Field(place, receiver.operand(), name), Basic.UNKNOWN);
        }
        if (type.isUnknown() || type == Basic.NUMBER_OR_STRING) {
            return new Typed(new Operand.Member(place, receiver.operand(), name), Basic.UNKNOWN);
        }
        Builtin builtin = Builtins.attribute(type, name);
        if (builtin == null) {
            String key = dottedKey(member);
            if (key == null) {
                unknownAttribute(member.name(), type);
            } else {
                reporter.error(
                        PolicyCode.UNKNOWN_ATTRIBUTE,
                        member.name(),
                        Builtins.withArticle(type) + " has no `" + member.name() + "`",
                        "a key with dots stands in brackets: `" + key + "`");
            }
            return Typed.broken(place);
        }
        return expressions.calls().checked(member.name(), builtin, receiver, List.of(), place);
    }

    /// A field of an object that the schema describes.
    private Typed field(
            Type.ObjectOf object, Typed receiver, String name, Node written, Place place) {
        FieldAccess.Found found = expressions.fields().field(object, name, written);
        if (found == null) {
            return Typed.broken(place);
        }
        Typed.Absence absence = found.absence();
        return new Typed(
                Readings.of(new Operand.Field(place, receiver.operand(), name), found.type()),
                found.type(),
                absence == null && receiver.absence() != null ? Typed.Absence.PLAIN : absence,
                found.choices());
    }

    /// `labels["app.kubernetes.io/name"]` for `labels.app.kubernetes.io/name`, or `null` where the
    /// attribute is none of something in a map.
    private @Nullable String dottedKey(Expression.Member member) {
        if (!(member.receiver() instanceof Expression.Member first)
                || !(expressions.value(first.receiver()).type() instanceof Type.MapOf)) {
            return null;
        }
        return key(first.receiver(), first.name().span().start(), member.span().end());
    }

    /// Whether `labels.app.kubernetes.io/name` is meant, which would be a division; complains then.
    /// Where the type of the map is known, its first dot too many was an error before.
    boolean isKey(Expression.Arithmetic arithmetic) {
        Expression part = arithmetic.left();
        while (part instanceof Expression.Member member) {
            if (member.receiver() instanceof Expression.Member map
                    && KEYED.contains(map.name().text())
                    && member.span().end() < arithmetic.left().span().end()) {
                String key = key(map, member.name().span().start(), arithmetic.span().end());
                reporter.error(
                        PolicyCode.UNKNOWN_ATTRIBUTE,
                        arithmetic,
                        "this is a division, not a key with dots and slashes",
                        "such a key stands in brackets: `" + key + "`");
                return true;
            }
            part = member.receiver();
        }
        return false;
    }

    private String key(Expression map, int start, int atLeast) {
        String text = reporter.source().text();
        int end = atLeast;
        while (end < text.length() && isPartOfKey(text.charAt(end))) {
            end++;
        }
        return reporter.source().text(map.span()) + "[\"" + text.substring(start, end) + "\"]";
    }

    private static boolean isPartOfKey(char character) {
        return Character.isLetterOrDigit(character)
                || character == '.'
                || character == '-'
                || character == '_'
                || character == '/';
    }

    void unknownAttribute(Name name, Type type) {
        String hint = OtherNames.attribute(name.text());
        if (hint == null && type.isList()) {
            hint = "ask the elements with `pick(:" + name + ")`, or with `every x in … :`";
        }
        reporter.error(
                PolicyCode.UNKNOWN_ATTRIBUTE,
                name,
                Builtins.withArticle(type) + " has no `" + name + "`",
                Reporter.didYouMean(name.text(), Builtins.attributeNames(type), hint));
    }

    Typed index(Expression.Index index) {
        Typed receiver = expressions.value(index.receiver());
        Typed key = expressions.value(index.key());
        Place place = reporter.place(index);
        boolean list = receiver.type().isList();
        boolean map = receiver.type().isMap();
        Type wanted = list ? Basic.NUMBER : map ? Basic.STRING : Basic.UNKNOWN;
        if (!list && !map && !receiver.type().isUnknown() && receiver.type() != Basic.NULL) {
            reporter.error(
                    PolicyCode.OPERAND_TYPE,
                    index.receiver(),
                    "`[…]` needs a map or a list, not " + Builtins.withArticle(receiver.type()));
        } else if (!wanted.accepts(key.type())) {
            reporter.error(
                    PolicyCode.OPERAND_TYPE,
                    index.key(),
                    "the key of "
                            + (list ? "a list is a number" : "a map is a string")
                            + ", not "
                            + Builtins.withArticle(key.type()));
        }
        String name = key.constantText();
        if (receiver.type() instanceof Type.ObjectOf object && name != null) {
            return field(object, receiver, name, index.key(), place);
        }
        Type element = elementOf(receiver.type());
        boolean declared = element != Basic.UNKNOWN;
        return new Typed(
                Readings.of(new Operand.Index(place, receiver.operand(), key.operand()), element),
                element,
                declared ? Typed.Absence.PLAIN : null);
    }

    /// What stands in a list or a map.
    static Type elementOf(Type type) {
        return switch (type) {
            case Type.ListOf(Type inside, var ignored) ->
                    inside == Basic.NULL ? Basic.UNKNOWN : inside;
            case Type.MapOf(Type inside, var ignored) -> inside;
            case Type.ObjectOf ignored -> Basic.UNKNOWN;
            case Basic ignored -> Basic.UNKNOWN;
        };
    }
}
