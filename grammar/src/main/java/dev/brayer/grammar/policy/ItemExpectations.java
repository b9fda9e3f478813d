package dev.brayer.grammar.policy;

import static dev.brayer.grammar.policy.PolicyGrammarParser.*;

import dev.brayer.text.Diagnostic;
import dev.brayer.text.Suggestions;
import java.util.List;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/// What was expected between the parts of an item: a rule, a definition, a test.
final class ItemExpectations {
    private static final List<String> ACTION_WORDS = List.of("ensure", "warn", "signoff");
    static final List<String> CASE_WORDS =
            List.of("passes", "skips", "fails", "with", "before", "on", "at");

    private static final String NAMED =
            "what is imported is named: `import pinned from std/images`";

    private final Complaints complaints;
    private final ConditionExpectations conditions;

    ItemExpectations(Complaints complaints, ConditionExpectations conditions) {
        this.complaints = complaints;
        this.conditions = conditions;
    }

    Diagnostic inItem(ParserRuleContext context, int single, Token found) {
        if (single == RBRACE) {
            return context instanceof TestItemContext
                    ? inTest(found)
                    : unfinishedBody(context, found);
        }
        return switch (context.getStart().getType()) {
            case IMPORT ->
                    single == FROM
                            ? complaints.suggest(
                                    complaints
                                            .expected("`from` and where the names come from", found)
                                            .withHint(found.getType() == SLASH ? NAMED : null),
                                    found,
                                    List.of("from"))
                            : complaints
                                    .expected("a name to import", found)
                                    .withHint(found.getType() == STAR ? NAMED : null);
            case VAR ->
                    single == EQUAL
                            ? complaints
                                    .expected("`=` and a value", found)
                                    .withHint(
                                            found.getType() == EQUALS
                                                    ? "a single `=` defines"
                                                    : null)
                            : complaints.reserved("the name of a variable", found);
            case PARAM -> complaints.reserved("the name of a parameter", found);
            case DEF -> inDefinition(single, found);
            case TEST ->
                    single == LBRACE
                            ? complaints.expected("`{` and the cases of the test", found)
                            : complaints.expected("the name of the rule to test", found);
            case RULE -> inRule(single, found);
            default ->
                    complaints.expected("`rule`, `var`, `param`, `def`, `import` or `test`", found);
        };
    }

    private Diagnostic inDefinition(int single, Token found) {
        return switch (single) {
            case IDENT -> complaints.reserved("the name of a definition", found);
            case LPAREN ->
                    complaints
                            .expected("`(` and the parameters", found)
                            .withHint(
                                    "a definition has parentheses even without parameters; a value has `var`");
            case EQUAL ->
                    complaints
                            .expected("`=` and what the definition means", found)
                            .withHint(
                                    found.getType() == LBRACE || found.getType() == COLON
                                            ? "write it behind `=`, as in `def modest(x) = x < 5`"
                                            : null);
            default ->
                    SoftWords.isSoft(found.getType())
                                    && !SoftWords.isWord(complaints.previous(found).getType())
                            ? complaints.reserved("the name of a parameter", found)
                            : complaints.expected("`,` or `)`", found);
        };
    }

    private Diagnostic inRule(int single, Token found) {
        if (single != LBRACE) {
            return found.getType() == STRING
                    ? complaints
                            .expected("the name of a rule", found)
                            .withHint("a name is one word without quotes, as in `NoLatest`")
                    : complaints.reserved("the name of a rule", found);
        }
        boolean hasCondition = false;
        String misspelt = null;
        for (Token token : complaints.tokens().subList(0, found.getTokenIndex())) {
            hasCondition |= token.getType() == WHERE;
            if (token.getType() == IDENT && misspelt == null) {
                misspelt =
                        token.getText().equals("when")
                                ? ForeignWords.hint("when")
                                : Suggestions.didYouMean(token.getText(), List.of("where"));
            }
        }
        Diagnostic twice = hasCondition ? conditions.comparisonTwice(found) : null;
        if (twice != null) {
            return twice;
        }
        String what = "`on` and kinds, a message in quotes, or the rule's condition in braces";
        Diagnostic missing = complaints.expected(what, found);
        Token before = complaints.previous(found);
        if (before.getType() == STRING && Complaints.touches(before, found)) {
            return missing.withHint(
                    "to use quotes in the values of a message, write the message in three quotes");
        }
        if (found.getType() == AND && !hasCondition) {
            return missing.withHint("a comma separates kinds");
        }
        boolean afterAction =
                switch (before.getType()) {
                    case ENSURE, WARN, RPAREN -> true;
                    default -> false;
                };
        if (afterAction && isLikeKind(found)) {
            return missing.withHint("kinds stand behind `on`: `on " + found.getText() + "`");
        }
        return hasCondition || misspelt == null || SoftWords.isWord(found.getType())
                ? complaints.suggest(missing, found, List.of("on", "where", "and", "or", "in"))
                : missing.withHint(misspelt);
    }

    private static boolean isLikeKind(Token found) {
        return switch (found.getType()) {
            case WORKLOAD, ANY -> true;
            case IDENT -> Character.isUpperCase(found.getText().charAt(0));
            default -> false;
        };
    }

    private Diagnostic unfinishedBody(ParserRuleContext context, Token found) {
        if (found.getType() == IntStream.EOF) {
            Token name = complaints.tokens().get(context.getStart().getTokenIndex() + 1);
            Diagnostic open =
                    complaints.error(
                            PolicySyntaxCode.UNCLOSED_BRACKET,
                            complaints.previous(found),
                            "the rule " + complaints.show(name) + " is not closed");
            return conditions.related(
                    open.withHint("write `}` behind its condition"),
                    context,
                    LBRACE,
                    "opened here");
        }
        return conditions.afterOperand(ConditionExpectations.IN_BODY, found);
    }

    Diagnostic inAction(int single, Token found) {
        if (single == RPAREN
                || single == LPAREN
                || complaints.previous(found).getType() == LPAREN) {
            Diagnostic missing = complaints.expected("a role, as in `signoff(:role)`", found);
            boolean word =
                    complaints.previous(found).getType() == LPAREN
                            && SoftWords.isWord(found.getType());
            return word ? missing.withHint("write `signoff(:" + found.getText() + ")`") : missing;
        }
        Diagnostic hyphenated = hyphenated("the name of a rule", found);
        if (hyphenated != null) {
            return hyphenated;
        }
        Diagnostic missing =
                complaints.error(
                        PolicySyntaxCode.ACTION,
                        Complaints.isBehind(found) ? complaints.previous(found) : found,
                        "a rule needs `ensure` or `warn` or `signoff(:role)` after its name");
        Diagnostic suggested = complaints.suggest(missing, found, ACTION_WORDS);
        return suggested.hint() != null || !SoftWords.isWord(found.getType())
                ? suggested
                : suggested.withHint(
                        "`ensure` says what has to hold and fails the run, `warn` only reports it");
    }

    /// `no-latest` as a name.
    private @Nullable Diagnostic hyphenated(String what, Token found) {
        if (found.getType() != MINUS || !Complaints.touches(complaints.previous(found), found)) {
            return null;
        }
        StringBuilder joined = new StringBuilder();
        int index = found.getTokenIndex() - 1;
        Token part = complaints.tokens().get(index);
        while (part.getType() == MINUS || SoftWords.isWord(part.getType())) {
            if (part.getType() != MINUS) {
                String text = part.getText();
                joined.append(Character.toUpperCase(text.charAt(0))).append(text.substring(1));
            }
            Token next = complaints.tokens().get(++index);
            if (!Complaints.touches(part, next)) {
                break;
            }
            part = next;
        }
        return complaints
                .error(PolicySyntaxCode.SYNTAX, found, what + " has no hyphens")
                .withHint("write `" + joined + "`");
    }

    Diagnostic kind(Token found) {
        return complaints
                .expected("a kind, `workload` or `any`", found)
                .withHint(found.getType() == STAR ? "`on any` selects every object" : null);
    }

    Diagnostic inTarget(ParserRuleContext context, Token found) {
        return context instanceof QuotedTargetContext
                ? complaints.expected("a kind", found)
                : kind(found);
    }

    private Diagnostic inTest(Token found) {
        return complaints.suggest(
                complaints.expected("a case such as `passes on \"good/web.yml\"`, or `}`", found),
                found,
                CASE_WORDS);
    }

    Diagnostic inCase(int single, Token found) {
        return single == ON
                ? complaints.expected("`on` and the input", found)
                : complaints.suggest(
                        complaints.expected("`passes`, `skips` or `fails`", found),
                        found,
                        CASE_WORDS);
    }
}
