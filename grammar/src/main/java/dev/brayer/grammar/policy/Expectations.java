package dev.brayer.grammar.policy;

import static dev.brayer.grammar.policy.PolicyGrammarParser.*;

import dev.brayer.text.Diagnostic;
import dev.brayer.text.Source;
import dev.brayer.text.Suggestions;
import java.util.List;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/// Says in words of the language what was expected where a token does not fit.
///
/// What it says is put together from other types, made when there is something to say: most files
/// have no error.
final class Expectations {
    private static final List<String> ITEM_WORDS =
            List.of("rule", "var", "param", "def", "import", "test");

    private final Source source;
    private final List<Token> tokens;

    Expectations(Source source, List<Token> tokens) {
        this.source = source;
        this.tokens = tokens;
    }

    /// For a token at the top level that begins no item.
    Diagnostic item(int index) {
        Token found = tokens.get(index);
        Complaints complaints = new Complaints(source, tokens);
        ConditionExpectations conditions = new ConditionExpectations(complaints);
        if (found.getType() == RBRACE) {
            return complaints
                    .error(PolicySyntaxCode.SYNTAX, found, "this `}` closes nothing")
                    .withHint("remove it, or look for a brace that closes a rule too early");
        }
        Diagnostic operator = index == 0 ? null : conditions.comparisonTwice(found);
        if (operator != null) {
            return operator;
        }
        String message =
                "expected `rule`, `var`, `param`, `def`, `import` or `test`, found "
                        + complaints.show(found);
        String hint =
                SoftWords.isWord(found.getType())
                        ? Suggestions.didYouMean(found.getText(), ITEM_WORDS)
                        : null;
        if (hint == null) {
            hint = insteadOfItem(index, found, complaints);
        }
        if (hint == null && index > 0) {
            hint = conditions.misspeltBefore(found);
        }
        return complaints.error(PolicySyntaxCode.SYNTAX, found, message).withHint(hint);
    }

    private static @Nullable String insteadOfItem(int index, Token found, Complaints complaints) {
        boolean afterParameter = index > 1 && complaints.tokens().get(index - 2).getType() == PARAM;
        if (afterParameter && SoftWords.isWord(found.getType())) {
            Token name = complaints.previous(found);
            return "a type stands behind a colon: `param "
                    + name.getText()
                    + ": "
                    + found.getText()
                    + "`";
        }
        if (found.getType() == COLON && index > 0) {
            return "a type stands behind the name: `param NAME: TYPE = VALUE`";
        }
        return switch (found.getText()) {
            case "let", "const" -> "write `var`";
            case "function", "func", "fn" -> "write `def`";
            case "from" -> "write `import NAME from …`";
            case "apiVersion", "kind" ->
                    index == 0
                            ? "this looks like a manifest of Kubernetes, not like a policy"
                            : null;
            default -> null;
        };
    }

    /// For a token within an item.
    Diagnostic describe(Parser parser, RecognitionException problem) {
        Token found = problem.getOffendingToken();
        Complaints complaints = new Complaints(source, tokens);
        ConditionExpectations conditions = new ConditionExpectations(complaints);
        ItemExpectations items = new ItemExpectations(complaints, conditions);
        ParserRuleContext context = parser.getContext();
        int rule = context.getRuleIndex();
        // A name knows nothing of what it names; the rule around it does.
        while (rule == RULE_name || rule == RULE_word || rule == RULE_softWord) {
            context = context.getParent();
            rule = context.getRuleIndex();
        }
        int single = singleExpected(problem);
        return switch (rule) {
            case RULE_item -> items.inItem(context, single, found);
            case RULE_action -> items.inAction(single, found);
            case RULE_selector -> items.kind(found);
            case RULE_target -> items.inTarget(context, found);
            case RULE_importSource ->
                    complaints.expected("a file in quotes or a path such as `std/images`", found);
            case RULE_formal -> complaints.reserved("the name of a parameter", found);
            case RULE_type ->
                    complaints.expected("a type such as `string` or `list of string`", found);
            case RULE_testCase -> items.inCase(single, found);
            case RULE_testSetting ->
                    complaints.expected(
                            single == EQUAL ? "`=` and a value" : "the name of a parameter", found);
            case RULE_expectation ->
                    complaints.suggest(
                            complaints.expected("`passes`, `skips` or `fails`", found),
                            found,
                            ItemExpectations.CASE_WORDS);
            case RULE_failure ->
                    complaints.expected("a message in quotes, or `at` and a path in quotes", found);
            case RULE_testInput ->
                    complaints.expected("YAML in three quotes or a file name in quotes", found);
            case RULE_comparison -> conditions.arrow(found);
            case RULE_operator ->
                    complaints
                            .expected("`in`", found)
                            .withHint("`not` stands before the whole condition: `not a == b`");
            case RULE_condition -> conditions.inCondition(single, found);
            case RULE_trailer -> conditions.inTrailer(context, single, found);
            case RULE_symbol ->
                    context.getParent() instanceof ActionContext
                            ? items.inAction(RPAREN, found)
                            : complaints.expected("a word", found);
            case RULE_primary, RULE_unary -> conditions.inPrimary(context, single, found);
            case RULE_loneExpression -> conditions.afterOperand("an operator or the end", found);
            default -> conditions.operand(found);
        };
    }

    /// The one token that would have fitted, or 0 when there are several.
    private static int singleExpected(RecognitionException problem) {
        var set = problem.getExpectedTokens();
        return set != null && set.size() == 1 ? set.getMinElement() : 0;
    }
}
