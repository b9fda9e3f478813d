package dev.brayer.policy.builtin;

import dev.brayer.policy.type.Type;
import dev.brayer.policy.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A function or an attribute of the language. Checker, evaluator and reference page read this one
/// declaration.
///
/// @param receiver what stands before the dot; null for a function
/// @param name as it is written
/// @param parameters what stands between the parentheses; an attribute without parameters is
///   written without them
/// @param result the type of what comes out, where it does not depend on what goes in
/// @param derivation how the type of what comes out follows from what goes in
/// @param documentation one or two sentences in Markdown
/// @param example a condition that holds; a test runs it
/// @param implementation called with values of the declared types only; missing and wrong ones
///   never reach it
public record Builtin(
        @Nullable Type receiver,
        String name,
        List<Parameter> parameters,
        Type result,
        Derivation derivation,
        String documentation,
        String example,
        Implementation implementation) {

    public Builtin {
        parameters = List.copyOf(parameters);
    }

    /// A builtin whose result has one type.
    Builtin(
            @Nullable Type receiver,
            String name,
            List<Parameter> parameters,
            Type result,
            String documentation,
            String example,
            Implementation implementation) {
        this(
                receiver,
                name,
                parameters,
                result,
                Derivation.FIXED,
                documentation,
                example,
                implementation);
    }

    /// How the type of a result follows from the receiver and the arguments.
    public enum Derivation {
        /// It is the declared one.
        FIXED,
        /// The type of the receiver's elements.
        ELEMENT,
        /// The type of the receiver.
        RECEIVER,
        /// What the symbol names, or a list of it where the receiver is a list.
        CONVERTED,
        /// A list of what the attribute or field of the elements is.
        PICKED,
        /// A list of what the values of the map are.
        ENTRY,
        /// What the elements of the list add up to.
        SUM,
        /// The containers of a pod, as the schema has them.
        CONTAINERS,
        /// The objects of the kind that the text names, as the schema has them.
        OBJECTS
    }

    /// What a literal argument has to be beyond its type; it is read before the run.
    public enum Form {
        ANY,
        JSON_PATH,
        /// An RE2 expression that is searched.
        SEARCH,
        VERSION_RANGE,
        /// A kind of object, or `workload`.
        KIND,
        /// A symbol that names a type.
        CONVERSION,
        /// A symbol that names an attribute or a field.
        ATTRIBUTE,
        /// Not held to anything, and may be a secret, of which no other parameter knows anything.
        SECRET
    }

    /// One parameter.
    public record Parameter(String name, Type type, Form form) {
        Parameter(String name, Type type) {
            this(name, type, Form.ANY);
        }
    }

    /// What a builtin does.
    @FunctionalInterface
    public interface Implementation {
        /// @param world the document that is judged and what is around it
        /// @param values the receiver, if there is one, then the arguments
        Value apply(World world, Value[] values);
    }

    /// Whether a secret reaches the implementation.
    public boolean takesSecrets() {
        for (Parameter parameter : parameters) {
            if (parameter.form() == Form.SECRET) {
                return true;
            }
        }
        return false;
    }

    /// `name(first: type)`, or `type.name` for an attribute.
    public String signature() {
        StringBuilder text =
                new StringBuilder(receiver == null ? "" : receiver.text() + ".").append(name);
        if (parameters.isEmpty()) {
            return text.toString();
        }
        text.append('(');
        for (int index = 0; index < parameters.size(); index++) {
            Parameter parameter = parameters.get(index);
            text.append(index == 0 ? "" : ", ")
                    .append(parameter.name())
                    .append(": ")
                    .append(parameter.type().text());
        }
        return text.append(')').toString();
    }
}
