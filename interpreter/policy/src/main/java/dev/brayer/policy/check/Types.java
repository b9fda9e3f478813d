package dev.brayer.policy.check;

import dev.brayer.policy.ir.Operand;
import dev.brayer.policy.type.Type;
import dev.brayer.policy.type.Type.Basic;
import java.util.List;

/// Which types the operators join.
final class Types {
    private static final List<Type> ORDERED =
            List.of(
                    Basic.NUMBER,
                    Basic.STRING,
                    Basic.NUMBER_OR_STRING,
                    Basic.QUANTITY,
                    Basic.DURATION,
                    Basic.DATE,
                    Basic.SEMVER,
                    Basic.IP);

    /// A text beside one of these is read as one.
    private static final List<Type> READ =
            List.of(
                    Basic.QUANTITY,
                    Basic.DURATION,
                    Basic.DATE,
                    Basic.IMAGE,
                    Basic.SEMVER,
                    Basic.IP,
                    Basic.FILENAME);

    private Types() {}

    static boolean isOrdered(Type type) {
        return type.isUnknown() || type == Basic.NULL || ORDERED.contains(type);
    }

    /// Whether values of the types can be equal or in order.
    static boolean comparable(Type left, Type right) {
        if (left.isUnknown()
                || right.isUnknown()
                || left == Basic.NULL
                || right == Basic.NULL
                || left.equals(right)) {
            return true;
        }
        if ((left.isList() && right.isList()) || (left.isMap() && right.isMap())) {
            return true;
        }
        if (isPlain(left) && isPlain(right)) {
            return left == Basic.NUMBER_OR_STRING
                    || right == Basic.NUMBER_OR_STRING
                    || (left != Basic.NUMBER && right != Basic.NUMBER);
        }
        return reads(left, right)
                || reads(right, left)
                || (left == Basic.QUANTITY && right == Basic.NUMBER)
                || (left == Basic.NUMBER && right == Basic.QUANTITY);
    }

    /// What is written as a number or a text without further meaning.
    private static boolean isPlain(Type type) {
        return type == Basic.NUMBER
                || type == Basic.STRING
                || type == Basic.BYTES
                || type == Basic.NUMBER_OR_STRING;
    }

    /// Whether a text beside a value of the rich type is read as one.
    static boolean reads(Type rich, Type text) {
        return text == Basic.STRING && READ.contains(rich);
    }

    /// Whether it can be calculated with.
    static boolean isMeasured(Type type) {
        return type.isUnknown()
                || type == Basic.NULL
                || type == Basic.NUMBER
                || type == Basic.NUMBER_OR_STRING
                || type == Basic.QUANTITY
                || type == Basic.DURATION
                || type == Basic.DATE
                || type == Basic.STRING;
    }

    private static boolean isUnit(Type type) {
        return type == Basic.QUANTITY || type == Basic.DURATION;
    }

    /// The type of a calculation, where it can be said.
    static Type result(Operand.Operation operation, Type left, Type right) {
        if (left == Basic.NUMBER && right == Basic.NUMBER) {
            return Basic.NUMBER;
        }
        boolean sum = operation == Operand.Operation.ADD || operation == Operand.Operation.SUBTRACT;
        if (sum && left.equals(right) && (left == Basic.QUANTITY || left == Basic.DURATION)) {
            return left;
        }
        boolean scaling =
                operation == Operand.Operation.MULTIPLY || operation == Operand.Operation.DIVIDE;
        if (scaling && isUnit(left) && right == Basic.NUMBER) {
            return left;
        }
        if (operation == Operand.Operation.MULTIPLY && left == Basic.NUMBER && isUnit(right)) {
            return right;
        }
        if (operation == Operand.Operation.DIVIDE && isUnit(left) && left.equals(right)) {
            return Basic.NUMBER;
        }
        if (left == Basic.DATE && sum) {
            return right == Basic.DATE
                    ? Basic.DURATION
                    : right == Basic.DURATION || right == Basic.STRING ? Basic.DATE : Basic.UNKNOWN;
        }
        if (operation == Operand.Operation.ADD && left.isList() && right.isList()) {
            return Type.either(left, right);
        }
        return Basic.UNKNOWN;
    }
}
