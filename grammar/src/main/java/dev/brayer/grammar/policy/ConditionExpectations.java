package dev.brayer.grammar.policy;

import static dev.brayer.grammar.policy.PolicyGrammarParser.*;

import dev.brayer.text.Diagnostic;
import dev.brayer.text.Suggestions;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/// What was expected within a condition or a value.
final class ConditionExpectations {
    private static final List<String> OPERATOR_WORDS =
            List.of("exists", "matches", "default", "and", "or", "in", "not", "where");
    private static final List<String> QUANTIFIER_WORDS = List.of("every", "any");

    /// What can stand behind a condition of a rule.
    static final String IN_BODY = "`and`, `or` or `}`";

    private static final String JOIN = "write `and` between two conditions";

    private final Complaints complaints;

    ConditionExpectations(Complaints complaints) {
        this.complaints = complaints;
    }

    /// A value or a condition is missing.
    Diagnostic operand(Token found) {
        Token before = complaints.previous(found);
        boolean touching = Complaints.touches(before, found);
        if (touching
                && before.getType() == EQUAL
                && (found.getType() == LESS || found.getType() == GREATER)) {
            return complaints
                    .error(
                            PolicySyntaxCode.SYNTAX,
                            found,
                            "there is no operator `=" + found.getText() + "`")
                    .withHint("write `" + found.getText() + "=`");
        }
        if (touching && before.getType() == EQUALS && found.getType() == EQUAL) {
            return complaints
                    .error(PolicySyntaxCode.SYNTAX, found, "there is no operator `===`")
                    .withHint("write `==`");
        }
        if (touching && before.getType() == LESS && found.getType() == GREATER) {
            return complaints
                    .error(PolicySyntaxCode.SYNTAX, found, "there is no operator `<>`")
                    .withHint("write `!=`");
        }
        Diagnostic missing =
                complaints.expected(conditionFollows(before) ? "a condition" : "a value", found);
        if (before.getType() == MATCHES && found.getType() == SLASH) {
            return missing.withHint("a pattern stands in quotes");
        }
        if (before.getType() == LBRACKET && found.getType() == STAR) {
            return missing.withHint(
                    "for all elements write `every x in … : …`, with a condition about `x`");
        }
        return found.getType() == LBRACE && before.getType() != WHERE
                ? missing.withHint(
                        "there are no maps to write; a list is `[1, 2]`, a group `( … )`")
                : missing;
    }

    Diagnostic inCondition(int single, Token found) {
        return switch (single) {
            case IDENT -> complaints.reserved("the name of a loop", found);
            case IN -> {
                Diagnostic missing = complaints.expected("`in` and a list", found);
                yield found.getType() == OF
                        ? missing.withHint("write `in`")
                        : complaints.suggest(missing, found, List.of("in"));
            }
            case COLON -> beforeColon(found);
            default -> operand(found);
        };
    }

    private Diagnostic beforeColon(Token found) {
        Diagnostic twice = comparisonTwice(found);
        if (twice != null) {
            return twice;
        }
        Diagnostic missing = complaints.expected("`:` and a condition", found);
        return found.getType() == LBRACE
                ? missing.withHint("several conditions stand in parentheses behind the colon")
                : complaints.suggest(missing, found, List.of("where"));
    }

    Diagnostic inTrailer(ParserRuleContext context, int single, Token found) {
        return switch (single) {
            case RPAREN -> unclosed(context, LPAREN, "`,` or `)`", found);
            case RBRACKET -> unclosed(context, LBRACKET, "`]`", found);
            default -> complaints.expected("the name of a field or function", found);
        };
    }

    Diagnostic inPrimary(ParserRuleContext context, int single, Token found) {
        return switch (single) {
            case RPAREN -> {
                boolean call = context instanceof NamePrimaryContext;
                yield unclosed(
                        context, LPAREN, call ? "`,` or `)`" : "an operator, `..` or `)`", found);
            }
            case RBRACKET -> unclosed(context, LBRACKET, "`,` or `]`", found);
            default -> operand(found);
        };
    }

    Diagnostic arrow(Token found) {
        return complaints
                .error(
                        PolicySyntaxCode.ARROW,
                        Complaints.isBehind(found) ? complaints.previous(found) : found,
                        "only `console` can stand after `->`")
                .withHint("for \"if a then b\" write `not a or b`");
    }

    /// Something stands where only an operator or an end could.
    Diagnostic afterOperand(String what, Token found) {
        Diagnostic twice = comparisonTwice(found);
        if (twice != null) {
            return twice;
        }
        Diagnostic missing = complaints.expected(what, found);
        boolean inBody = what.equals(IN_BODY);
        if (!SoftWords.isWord(found.getType())) {
            return inBody && found.getType() == COMMA ? missing.withHint(JOIN) : missing;
        }
        String hint = ForeignWords.hint(found.getText());
        if (hint == null) {
            hint = misspeltBefore(found);
        }
        if (hint == null) {
            hint = Suggestions.didYouMean(found.getText(), OPERATOR_WORDS);
        }
        boolean nextLine = complaints.previous(found).getLine() < found.getLine();
        return missing.withHint(hint == null && inBody && nextLine ? JOIN : hint);
    }

    /// `a < b < c`, or an operator that another language writes with two signs.
    @Nullable Diagnostic comparisonTwice(Token found) {
        if (!isComparison(found.getType())) {
            return null;
        }
        return complaints
                .error(
                        PolicySyntaxCode.CHAINED_COMPARISON,
                        found,
                        "a comparison has two sides, so no second "
                                + complaints.show(found)
                                + " can follow")
                .withHint("join two comparisons with `and`, or compare a part in parentheses");
    }

    /// `evrey c in xs` reads as the name `evrey` with something behind it.
    @Nullable String misspeltBefore(Token found) {
        Token before = complaints.previous(found);
        if (before.getType() == EXISTS && SoftWords.isWord(found.getType())) {
            return "`exists` stands behind what it asks for: `spec.replicas exists`";
        }
        if (before.getType() == WHERE && SoftWords.isWord(found.getType())) {
            return "`where` stands before the brace of a rule or the colon of a quantifier; "
                    + "for \"if a then b\" write `not a or b`";
        }
        if (before.getType() != IDENT || !SoftWords.isWord(found.getType())) {
            return null;
        }
        String hint = ForeignWords.hint(before.getText());
        boolean couldBe = hint == null && before.getText().length() > 2;
        return couldBe ? Suggestions.didYouMean(before.getText(), QUANTIFIER_WORDS) : hint;
    }

    /// A bracket that is not closed: the error stands where the end was expected and points back at
    /// the beginning.
    private Diagnostic unclosed(ParserRuleContext context, int opening, String what, Token found) {
        Diagnostic misplaced = afterOperand(what, found);
        if (misplaced.code() != PolicySyntaxCode.SYNTAX) {
            return misplaced;
        }
        boolean ended = Complaints.isBehind(found) || found.getType() == RBRACE;
        Diagnostic result =
                ended
                        ? new Diagnostic(
                                PolicySyntaxCode.UNCLOSED_BRACKET,
                                misplaced.severity(),
                                misplaced.place(),
                                misplaced.message(),
                                misplaced.hint() == null
                                        ? opening == LPAREN
                                                ? "close it with `)`"
                                                : "close it with `]`"
                                        : misplaced.hint(),
                                List.of())
                        : misplaced;
        return related(result, context, opening, "opened here");
    }

    /// With the place where a bracket opened, the first of its kind in a context.
    Diagnostic related(
            Diagnostic diagnostic, ParserRuleContext context, int opening, String saying) {
        for (int index = context.getStart().getTokenIndex();
                index < complaints.tokens().size();
                index++) {
            if (complaints.tokens().get(index).getType() == opening) {
                return diagnostic.withRelated(
                        complaints.place(complaints.tokens().get(index)), saying);
            }
        }
        return diagnostic;
    }

    private static boolean conditionFollows(Token before) {
        return switch (before.getType()) {
            case AND, OR, AMPERSAND, AMPERSANDS, PIPE, PIPES, NEGATION, COLON, WHERE, LBRACE ->
                    true;
            default -> false;
        };
    }

    static boolean isComparison(int type) {
        return switch (type) {
            case EQUALS,
                    EQUAL,
                    NOT_EQUAL,
                    LESS,
                    LESS_EQUAL,
                    GREATER,
                    GREATER_EQUAL,
                    IN,
                    MATCHES,
                    EXISTS ->
                    true;
            default -> false;
        };
    }
}
