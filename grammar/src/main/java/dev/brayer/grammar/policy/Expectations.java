package dev.brayer.grammar.policy;

import static dev.brayer.grammar.policy.PolicyGrammarParser.*;

import dev.brayer.text.Diagnostic;
import dev.brayer.text.Place;
import dev.brayer.text.Source;
import dev.brayer.text.Span;
import dev.brayer.text.Suggestions;
import java.util.List;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/// Says in words of the language what was expected where a token does not fit.
final class Expectations {
    private static final List<String> ITEM_WORDS =
            List.of("rule", "var", "param", "def", "import", "test");
    private static final List<String> ACTION_WORDS = List.of("ensure", "warn", "signoff");
    private static final List<String> OPERATOR_WORDS =
            List.of("exists", "matches", "default", "and", "or", "in", "not", "where");
    private static final List<String> QUANTIFIER_WORDS = List.of("every", "any");
    private static final List<String> CASE_WORDS =
            List.of("passes", "skips", "fails", "with", "before", "on", "at");

    private final Source source;
    private final List<Token> tokens;

    Expectations(Source source, List<Token> tokens) {
        this.source = source;
        this.tokens = tokens;
    }

    /// For a token at the top level that begins no item.
    Diagnostic item(int index) {
        Token found = tokens.get(index);
        if (found.getType() == RBRACE) {
            return error(PolicySyntaxCode.SYNTAX, found, "this `}` closes nothing")
                    .withHint("remove it, or look for a brace that closes a rule too early");
        }
        Diagnostic operator = index == 0 ? null : comparisonTwice(found);
        if (operator != null) {
            return operator;
        }
        String message =
                "expected `rule`, `var`, `param`, `def`, `import` or `test`, found " + show(found);
        String hint =
                SoftWords.isWord(found.getType())
                        ? Suggestions.didYouMean(found.getText(), ITEM_WORDS)
                        : null;
        if (hint == null && index > 0) {
            hint = misspeltBefore(found);
        }
        return error(PolicySyntaxCode.SYNTAX, found, message).withHint(hint);
    }

    Diagnostic describe(Parser parser, RecognitionException problem) {
        Token found = problem.getOffendingToken();
        ParserRuleContext context = parser.getContext();
        int rule = context.getRuleIndex();
        // A name knows nothing of what it names; the rule around it does.
        while (rule == RULE_name || rule == RULE_word || rule == RULE_softWord) {
            context = context.getParent();
            rule = context.getRuleIndex();
        }
        int single = singleExpected(problem);
        return switch (rule) {
            case RULE_item -> inItem(context, single, found);
            case RULE_action -> inAction(single, found);
            case RULE_selector -> expected("a kind, `workload` or `any`", found);
            case RULE_target -> inTarget(context, found);
            case RULE_importSource ->
                    expected("a file in quotes or a path such as `std/images`", found);
            case RULE_formal -> reserved("the name of a parameter", found);
            case RULE_type -> expected("a type such as `string` or `list of string`", found);
            case RULE_testCase -> inCase(single, found);
            case RULE_testSetting ->
                    expected(
                            single == EQUAL ? "`=` and a value" : "the name of a parameter", found);
            case RULE_expectation ->
                    suggest(expected("`passes`, `skips` or `fails`", found), found, CASE_WORDS);
            case RULE_failure ->
                    expected("a message in quotes, or `at` and a path in quotes", found);
            case RULE_testInput -> expected("YAML in three quotes or a file name in quotes", found);
            case RULE_comparison -> arrow(found);
            case RULE_operator ->
                    expected("`in`", found)
                            .withHint("`not` stands before the whole condition: `not a == b`");
            case RULE_condition -> inCondition(single, found);
            case RULE_trailer -> inTrailer(context, single, found);
            case RULE_symbol ->
                    context.getParent() instanceof ActionContext
                            ? inAction(RPAREN, found)
                            : expected("a word", found);
            case RULE_primary, RULE_unary -> inPrimary(context, single, found);
            case RULE_loneExpression -> afterOperand("an operator or the end", found);
            default -> operand(found);
        };
    }

    private Diagnostic inItem(ParserRuleContext context, int single, Token found) {
        if (single == RBRACE) {
            return context instanceof TestItemContext
                    ? inTest(found)
                    : unfinishedBody(context, found);
        }
        return switch (context.getStart().getType()) {
            case IMPORT ->
                    single == FROM
                            ? suggest(
                                    expected("`from` and where the names come from", found),
                                    found,
                                    List.of("from"))
                            : expected("a name to import", found);
            case VAR ->
                    single == EQUAL
                            ? expected("`=` and a value", found)
                                    .withHint(
                                            found.getType() == EQUALS
                                                    ? "a single `=` defines"
                                                    : null)
                            : reserved("the name of a variable", found);
            case PARAM -> reserved("the name of a parameter", found);
            case DEF -> inDefinition(single, found);
            case TEST ->
                    single == LBRACE
                            ? expected("`{` and the cases of the test", found)
                            : expected("the name of the rule to test", found);
            case RULE -> inRule(single, found);
            default -> expected("`rule`, `var`, `param`, `def`, `import` or `test`", found);
        };
    }

    private Diagnostic inDefinition(int single, Token found) {
        return switch (single) {
            case IDENT -> reserved("the name of a definition", found);
            case LPAREN ->
                    expected("`(` and the parameters", found)
                            .withHint(
                                    "a definition has parentheses even without parameters; a value has `var`");
            case EQUAL -> expected("`=` and what the definition means", found);
            default ->
                    SoftWords.isSoft(found.getType())
                                    && !SoftWords.isWord(previous(found).getType())
                            ? reserved("the name of a parameter", found)
                            : expected("`,` or `)`", found);
        };
    }

    private Diagnostic inRule(int single, Token found) {
        if (single != LBRACE) {
            return reserved("the name of a rule", found);
        }
        boolean hasCondition = false;
        String misspelt = null;
        for (Token token : tokens.subList(0, found.getTokenIndex())) {
            hasCondition |= token.getType() == WHERE;
            if (token.getType() == IDENT && misspelt == null) {
                misspelt =
                        token.getText().equals("when")
                                ? ForeignWords.hint("when")
                                : Suggestions.didYouMean(token.getText(), List.of("where"));
            }
        }
        Diagnostic twice = hasCondition ? comparisonTwice(found) : null;
        if (twice != null) {
            return twice;
        }
        String what = "`on` and kinds, a message in quotes, or the rule's condition in braces";
        Diagnostic missing = expected(what, found);
        return hasCondition || misspelt == null || SoftWords.isWord(found.getType())
                ? suggest(missing, found, List.of("on", "where", "and", "or", "in"))
                : missing.withHint(misspelt);
    }

    private Diagnostic inTest(Token found) {
        return suggest(
                expected("a case such as `passes on \"good/web.yml\"`, or `}`", found),
                found,
                CASE_WORDS);
    }

    private Diagnostic unfinishedBody(ParserRuleContext context, Token found) {
        if (found.getType() == IntStream.EOF) {
            Token name = tokens.get(context.getStart().getTokenIndex() + 1);
            Diagnostic open =
                    error(
                            PolicySyntaxCode.UNCLOSED_BRACKET,
                            previous(found),
                            "the rule " + show(name) + " is not closed");
            return related(
                    open.withHint("write `}` behind its condition"),
                    context,
                    LBRACE,
                    "opened here");
        }
        return afterOperand("`and`, `or` or `}`", found);
    }

    private Diagnostic inAction(int single, Token found) {
        if (single == RPAREN || single == LPAREN || previous(found).getType() == LPAREN) {
            return expected("a role, as in `signoff(:role)`", found);
        }
        Diagnostic hyphenated = hyphenated("the name of a rule", found);
        if (hyphenated != null) {
            return hyphenated;
        }
        Diagnostic missing =
                error(
                        PolicySyntaxCode.ACTION,
                        isBehind(found) ? previous(found) : found,
                        "a rule needs `ensure` or `warn` or `signoff(:role)` after its name");
        Diagnostic suggested = suggest(missing, found, ACTION_WORDS);
        return suggested.hint() != null || !SoftWords.isWord(found.getType())
                ? suggested
                : suggested.withHint(
                        "`ensure` says what has to hold and fails the run, `warn` only reports it");
    }

    private Diagnostic inTarget(ParserRuleContext context, Token found) {
        return context instanceof QuotedTargetContext
                ? expected("a kind", found)
                : expected("a kind, `workload` or `any`", found);
    }

    private Diagnostic inCase(int single, Token found) {
        return single == ON
                ? expected("`on` and the input", found)
                : suggest(expected("`passes`, `skips` or `fails`", found), found, CASE_WORDS);
    }

    private Diagnostic arrow(Token found) {
        return error(
                        PolicySyntaxCode.ARROW,
                        isBehind(found) ? previous(found) : found,
                        "only `console` can stand after `->`")
                .withHint("for \"if a then b\" write `not a or b`");
    }

    private Diagnostic inCondition(int single, Token found) {
        return switch (single) {
            case IDENT -> reserved("the name of a loop", found);
            case IN -> suggest(expected("`in` and a list", found), found, List.of("in"));
            case COLON -> beforeColon(found);
            default -> operand(found);
        };
    }

    private Diagnostic beforeColon(Token found) {
        Diagnostic twice = comparisonTwice(found);
        if (twice != null) {
            return twice;
        }
        Diagnostic missing = expected("`:` and a condition", found);
        return found.getType() == LBRACE
                ? missing.withHint("several conditions stand in parentheses behind the colon")
                : suggest(missing, found, List.of("where"));
    }

    private Diagnostic inTrailer(ParserRuleContext context, int single, Token found) {
        return switch (single) {
            case RPAREN -> unclosed(context, LPAREN, "`,` or `)`", found);
            case RBRACKET -> unclosed(context, LBRACKET, "`]`", found);
            default -> expected("the name of a field or function", found);
        };
    }

    private Diagnostic inPrimary(ParserRuleContext context, int single, Token found) {
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

    /// A bracket that is not closed: the error stands where the end was expected and points back at
    /// the beginning.
    private Diagnostic unclosed(ParserRuleContext context, int opening, String what, Token found) {
        Diagnostic misplaced = afterOperand(what, found);
        if (misplaced.code() != PolicySyntaxCode.SYNTAX) {
            return misplaced;
        }
        boolean ended = isBehind(found) || found.getType() == RBRACE;
        Diagnostic result =
                ended
                        ? new Diagnostic(
                                PolicySyntaxCode.UNCLOSED_BRACKET,
                                misplaced.severity(),
                                misplaced.place(),
                                misplaced.message(),
                                misplaced.hint(),
                                List.of())
                        : misplaced;
        return related(result, context, opening, "opened here");
    }

    private Diagnostic related(
            Diagnostic diagnostic, ParserRuleContext context, int opening, String saying) {
        for (int index = context.getStart().getTokenIndex(); index < tokens.size(); index++) {
            if (tokens.get(index).getType() == opening) {
                return diagnostic.withRelated(place(tokens.get(index)), saying);
            }
        }
        return diagnostic;
    }

    /// Something stands where only an operator or an end could.
    private Diagnostic afterOperand(String what, Token found) {
        Diagnostic twice = comparisonTwice(found);
        if (twice != null) {
            return twice;
        }
        Diagnostic missing = expected(what, found);
        if (!SoftWords.isWord(found.getType())) {
            return missing;
        }
        String hint = ForeignWords.hint(found.getText());
        if (hint == null) {
            hint = misspeltBefore(found);
        }
        return missing.withHint(
                hint == null ? Suggestions.didYouMean(found.getText(), OPERATOR_WORDS) : hint);
    }

    /// `evrey c in xs` reads as the name `evrey` with something behind it.
    private @Nullable String misspeltBefore(Token found) {
        Token before = previous(found);
        if (before.getType() != IDENT || !SoftWords.isWord(found.getType())) {
            return null;
        }
        String hint = ForeignWords.hint(before.getText());
        boolean couldBe = hint == null && before.getText().length() > 2;
        return couldBe ? Suggestions.didYouMean(before.getText(), QUANTIFIER_WORDS) : hint;
    }

    /// `a < b < c`, or an operator that another language writes with two signs.
    private @Nullable Diagnostic comparisonTwice(Token found) {
        if (!isComparison(found.getType())) {
            return null;
        }
        return error(
                        PolicySyntaxCode.CHAINED_COMPARISON,
                        found,
                        "a comparison has two sides, so no second " + show(found) + " can follow")
                .withHint("join two comparisons with `and`, or compare a part in parentheses");
    }

    /// `no-latest` as a name.
    private @Nullable Diagnostic hyphenated(String what, Token found) {
        if (found.getType() != MINUS || !touches(previous(found), found)) {
            return null;
        }
        StringBuilder joined = new StringBuilder();
        int index = found.getTokenIndex() - 1;
        Token part = tokens.get(index);
        while (part.getType() == MINUS || SoftWords.isWord(part.getType())) {
            if (part.getType() != MINUS) {
                String text = part.getText();
                joined.append(Character.toUpperCase(text.charAt(0))).append(text.substring(1));
            }
            Token next = tokens.get(++index);
            if (!touches(part, next)) {
                break;
            }
            part = next;
        }
        return error(PolicySyntaxCode.SYNTAX, found, what + " has no hyphens")
                .withHint("write `" + joined + "`");
    }

    private static boolean touches(Token left, Token right) {
        return left.getStopIndex() + 1 == right.getStartIndex();
    }

    /// A value or a condition is missing.
    private Diagnostic operand(Token found) {
        Token before = previous(found);
        boolean touching = before.getStopIndex() + 1 == found.getStartIndex();
        if (touching
                && before.getType() == EQUAL
                && (found.getType() == LESS || found.getType() == GREATER)) {
            return error(
                            PolicySyntaxCode.SYNTAX,
                            found,
                            "there is no operator `=" + found.getText() + "`")
                    .withHint("write `" + found.getText() + "=`");
        }
        if (touching && before.getType() == EQUALS && found.getType() == EQUAL) {
            return error(PolicySyntaxCode.SYNTAX, found, "there is no operator `===`")
                    .withHint("write `==`");
        }
        Diagnostic missing = expected(conditionFollows(before) ? "a condition" : "a value", found);
        return found.getType() == LBRACE && before.getType() != WHERE
                ? missing.withHint(
                        "there are no maps to write; a list is `[1, 2]`, a group `( … )`")
                : missing;
    }

    private static boolean conditionFollows(Token before) {
        return switch (before.getType()) {
            case AND, OR, AMPERSAND, AMPERSANDS, PIPE, PIPES, NEGATION, COLON, WHERE, LBRACE ->
                    true;
            default -> false;
        };
    }

    /// A missing name; a word of the language in its place is a case of its own.
    private Diagnostic reserved(String what, Token found) {
        if (SoftWords.isSoft(found.getType()) || SoftWords.isReserved(found.getType())) {
            return error(
                            PolicySyntaxCode.RESERVED_NAME,
                            found,
                            show(found) + " is a word of the language and cannot be " + what)
                    .withHint("choose another name");
        }
        return expected(what, found);
    }

    private Diagnostic suggest(Diagnostic diagnostic, Token found, List<String> words) {
        return SoftWords.isWord(found.getType()) && !words.contains(found.getText())
                ? diagnostic.withHint(Suggestions.didYouMean(found.getText(), words))
                : diagnostic;
    }

    /// `expected WHAT after X, found Y`: at Y, or at X when Y is far away.
    private Diagnostic expected(String what, Token found) {
        StringBuilder message = new StringBuilder("expected ").append(what);
        boolean first = found.getTokenIndex() == 0;
        if (!first) {
            message.append(" after ").append(show(previous(found)));
        }
        boolean behind = !first && isBehind(found);
        if (!behind) {
            message.append(", found ").append(show(found));
        }
        return error(PolicySyntaxCode.SYNTAX, behind ? previous(found) : found, message.toString());
    }

    /// Whether a token says nothing about what was expected before it: the end of the item.
    private static boolean isBehind(Token found) {
        return found.getTokenIndex() > 0 && found.getType() == IntStream.EOF;
    }

    private Token previous(Token found) {
        return tokens.get(Math.max(0, found.getTokenIndex() - 1));
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

    /// The one token that would have fitted, or 0 when there are several.
    private static int singleExpected(RecognitionException problem) {
        var set = problem.getExpectedTokens();
        return set != null && set.size() == 1 ? set.getMinElement() : 0;
    }

    private String show(Token token) {
        if (token.getType() == IntStream.EOF) {
            return "the end";
        }
        String text = token.getText();
        int line = text.indexOf('\n');
        if (line >= 0 || text.length() > 30) {
            text = text.substring(0, Math.min(line < 0 ? 30 : line, 30)).stripTrailing() + "…";
        }
        return "`" + text + "`";
    }

    private Diagnostic error(PolicySyntaxCode code, Token at, String message) {
        return Diagnostic.error(code, place(at), message);
    }

    private Place place(Token token) {
        Span span = TokenReader.span(token);
        return source.place(span);
    }
}
