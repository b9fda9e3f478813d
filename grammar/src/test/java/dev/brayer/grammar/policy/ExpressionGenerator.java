package dev.brayer.grammar.policy;

import static dev.brayer.grammar.policy.TreeGenerator.NOWHERE;

import dev.brayer.grammar.policy.tree.Expression;
import dev.brayer.grammar.policy.tree.Expression.ArithmeticOperator;
import dev.brayer.grammar.policy.tree.Expression.ComparisonOperator;
import dev.brayer.grammar.policy.tree.Expression.Quantifier;
import dev.brayer.grammar.policy.tree.Name;
import dev.brayer.number.Decimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/// Makes random expressions, level by level as the grammar has them, so that each tree can be
/// written down.
final class ExpressionGenerator {
    /// Kinds of primaries: without texts, without texts in three quotes, all.
    static final int WITHOUT_TEXTS = 7;

    static final int WITHOUT_BLOCKS = 8;
    static final int ALL = 9;

    private final Random random;
    private int kinds = ALL;

    ExpressionGenerator(Random random) {
        this.random = random;
    }

    /// In a one-line message no text can stand, in a block none with three quotes.
    void only(int count) {
        kinds = count;
    }

    Expression expression(int depth) {
        return chance(depth, 4)
                ? new Expression.Or(NOWHERE, some(2, 4, () -> conjunction(depth - 1)))
                : conjunction(depth);
    }

    private Expression conjunction(int depth) {
        return chance(depth, 3)
                ? new Expression.And(NOWHERE, some(2, 4, () -> condition(depth - 1)))
                : condition(depth);
    }

    private Expression condition(int depth) {
        if (chance(depth, 6)) {
            return new Expression.Not(NOWHERE, condition(depth - 1));
        }
        if (chance(depth, 4)) {
            return new Expression.Quantified(
                    NOWHERE,
                    pick(List.of(Quantifier.values())),
                    name(),
                    random.nextInt(4) == 0 ? name() : null,
                    sum(depth - 1),
                    random.nextInt(3) == 0 ? condition(depth - 1) : null,
                    condition(depth - 1));
        }
        Expression comparison = comparison(depth);
        return random.nextInt(12) == 0 ? new Expression.Console(NOWHERE, comparison) : comparison;
    }

    private Expression comparison(int depth) {
        return switch (random.nextInt(4)) {
            case 0 -> sum(depth);
            case 1 -> new Expression.Exists(NOWHERE, sum(depth - 1));
            default ->
                    new Expression.Comparison(
                            NOWHERE,
                            sum(depth - 1),
                            pick(List.of(ComparisonOperator.values())),
                            NOWHERE,
                            sum(depth - 1));
        };
    }

    private Expression sum(int depth) {
        return chance(depth, 6)
                ? new Expression.Arithmetic(
                        NOWHERE,
                        sum(depth - 1),
                        random.nextBoolean() ? ArithmeticOperator.ADD : ArithmeticOperator.SUBTRACT,
                        NOWHERE,
                        product(depth - 1))
                : product(depth);
    }

    private Expression product(int depth) {
        return chance(depth, 8)
                ? new Expression.Arithmetic(
                        NOWHERE,
                        product(depth - 1),
                        random.nextBoolean()
                                ? ArithmeticOperator.MULTIPLY
                                : ArithmeticOperator.DIVIDE,
                        NOWHERE,
                        unary(depth - 1))
                : unary(depth);
    }

    private Expression unary(int depth) {
        return chance(depth, 10)
                ? new Expression.Negative(NOWHERE, unary(depth - 1))
                : fallback(depth);
    }

    private Expression fallback(int depth) {
        return chance(depth, 6)
                ? new Expression.Default(NOWHERE, fallback(depth - 1), postfix(depth - 1))
                : postfix(depth);
    }

    private Expression postfix(int depth) {
        if (!chance(depth, 2)) {
            return primary(depth);
        }
        Expression receiver = postfix(depth - 1);
        return switch (random.nextInt(3)) {
            case 0 -> new Expression.Member(NOWHERE, receiver, word());
            case 1 -> new Expression.Index(NOWHERE, receiver, expression(depth - 2));
            default ->
                    new Expression.MethodCall(
                            NOWHERE, receiver, word(), some(0, 3, () -> expression(depth - 2)));
        };
    }

    private Expression primary(int depth) {
        if (depth > 0 && random.nextInt(3) == 0) {
            return switch (random.nextInt(4)) {
                case 0 -> new Expression.Group(NOWHERE, expression(depth - 1));
                case 1 ->
                        new Expression.Range(NOWHERE, expression(depth - 2), expression(depth - 2));
                case 2 ->
                        new Expression.ListLiteral(
                                NOWHERE, some(0, 4, () -> expression(depth - 2)));
                default ->
                        new Expression.Call(
                                NOWHERE, name(), some(0, 3, () -> expression(depth - 2)));
            };
        }
        return switch (random.nextInt(kinds)) {
            case 0 ->
                    new Expression.IntegerLiteral(
                            NOWHERE, new BigInteger(random.nextInt(90), random));
            case 1 ->
                    new Expression.DecimalLiteral(
                            NOWHERE, Decimal.parse(pick(List.of("0.5", "12.340", "3.0"))));
            case 2 -> new Expression.BooleanLiteral(NOWHERE, random.nextBoolean());
            case 3 -> new Expression.NullLiteral(NOWHERE);
            case 4 -> new Expression.SymbolLiteral(NOWHERE, word());
            case 5, 6 ->
                    new Expression.Reference(NOWHERE, random.nextInt(4) == 0 ? softName() : name());
            case 7 -> new Expression.TextLiteral(NOWHERE, text(), false);
            default -> new Expression.TextLiteral(NOWHERE, block(), true);
        };
    }

    private String text() {
        return String.join(
                "",
                some(
                        0,
                        5,
                        () ->
                                pick(
                                        List.of(
                                                "a", " ", "{x}", "\\\"", "\\d", "\\\\", "\n  ",
                                                "// no", "/* no", "'", "😀"))));
    }

    /// A text that three quotes can hold: some line is not indented, and it does not end with a
    /// quote.
    String block() {
        StringBuilder text = new StringBuilder();
        for (String line :
                some(
                        0,
                        3,
                        () ->
                                pick(
                                        List.of(
                                                "kind: X",
                                                "  a: \"b\" ",
                                                "",
                                                "    - \\d {x}",
                                                "\ttab")))) {
            text.append(line).append('\n');
        }
        text.append("end");
        return random.nextBoolean() ? text.append('\n').toString() : text.toString();
    }

    private Name name() {
        return new Name(NOWHERE, pick(TreeGenerator.names()));
    }

    private Name softName() {
        return new Name(NOWHERE, pick(TreeGenerator.softNames()));
    }

    private Name word() {
        return new Name(
                NOWHERE,
                pick(random.nextBoolean() ? TreeGenerator.words() : TreeGenerator.names()));
    }

    private boolean chance(int depth, int of) {
        return depth > 0 && random.nextInt(of) == 0;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private <T> List<T> some(int least, int most, Supplier<T> maker) {
        return some(random, least, most, maker);
    }

    static <T> List<T> some(Random random, int least, int most, Supplier<T> maker) {
        int count = least + random.nextInt(most - least + 1);
        List<T> made = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            made.add(maker.get());
        }
        return made;
    }
}
