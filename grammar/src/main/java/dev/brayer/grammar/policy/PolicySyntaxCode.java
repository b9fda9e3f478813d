package dev.brayer.grammar.policy;

import dev.brayer.text.DiagnosticCode;
import dev.brayer.text.Outcome;

/// What the parser has to say about a policy file.
public enum PolicySyntaxCode implements DiagnosticCode {
    SYNTAX(
            "policy-syntax",
            "The text does not follow the grammar at this place. The message says what may stand there. The parser goes "
                    + "on with the next rule, so every broken rule is reported at once."),
    ACTION(
            "policy-action",
            "After its name a rule says what its findings do: `ensure` fails the run, `warn` only reports, and "
                    + "`signoff(:role)` asks somebody of that role to agree."),
    RESERVED_NAME(
            "policy-reserved-name",
            "New definitions, parameters and loop names may not be words of the language such as `any`, `where` or "
                    + "`test`, because a reader would stumble over them. `and or in true false null` are reserved "
                    + "everywhere; only after a dot every word is a field. A `var` of Copper 1 may keep such a name."),
    UNCLOSED_STRING(
            "policy-unclosed-string",
            "A text begins with a quote and has no second one. Texts may span lines, so the parser takes the text to "
                    + "end where its line ends if a new rule begins inside it. A backslash keeps a quote from ending "
                    + "a text."),
    UNCLOSED_COMMENT(
            "policy-unclosed-comment",
            "A comment that begins with `/*` ends with `*/`; here the end is missing. A comment inside a comment does "
                    + "not count: the first `*/` ends it."),
    UNCLOSED_BRACKET(
            "policy-unclosed-bracket",
            "A parenthesis, bracket or brace was opened and something follows that cannot stand inside it, so its end "
                    + "is missing."),
    SINGLE_QUOTES(
            "policy-single-quotes",
            "Texts stand in double quotes. Single quotes are for the JSONPath inside a text: "
                    + "`fetch(\"$.items[?(@.name == 'web')]\")`."),
    CHARACTER(
            "policy-character",
            "This character has no meaning in the policy language outside a text or a comment."),
    HIDDEN_CHARACTER(
            "policy-hidden-character",
            "Control characters other than tab and line ends, and characters that change the direction of the text, "
                    + "are errors anywhere in a policy, in texts and comments too: they make a rule read differently "
                    + "from what it does."),
    UNIT_WITHOUT_QUOTES(
            "policy-unit-without-quotes",
            "A number with a unit, such as `1Gi`, `30s` or `50%`, is a text and stands in quotes. Beside a quantity or "
                    + "a duration it is read as one: `limits.memory <= \"1Gi\"`. A word also needs a space after a "
                    + "number: `1 and x`."),
    NUMBER_LENGTH(
            "policy-number-length",
            "Numbers may be of any size that a person would write: up to 1000 digits."),
    CHAINED_COMPARISON(
            "policy-chained-comparison",
            "A comparison has two sides. `a < b < c` would compare the truth of `a < b` with `c`; write `a < b and "
                    + "b < c`."),
    ARROW(
            "policy-arrow",
            "`X -> console` prints X and does not hold, as in Copper 1. The arrow is not an implication and nothing "
                    + "but `console` can stand after it. `not a or b` says that b holds wherever a does."),
    HYPHENATED_KEY(
            "policy-hyphenated-key",
            "Names have no hyphens, so `labels.my-key` is `labels.my` minus `key`. A key with a hyphen, a dot or a "
                    + "slash stands in brackets and quotes: `labels[\"my-key\"]`. Spaces around the minus say that a "
                    + "subtraction is meant."),
    GROUPING(
            "policy-grouping",
            "`and` binds tighter than `or`. Copper 1 had no precedence and grouped from the right, so `a and b or c` "
                    + "was `a and (b or c)` there. Parentheses say what is meant and end the warning."),
    NESTING(
            "policy-nesting",
            "Expressions may be nested 200 levels deep. Brackets count, and the words and signs before an operand, and "
                    + "the links of one chain such as `a.b.c` or `a + b + c`; `and` and `or` do not. Move a part to a "
                    + "`def` or a `var`."),
    FILE_SIZE(
            "policy-file-size",
            "A policy file may have 4,000,000 characters. Rules beyond that belong to several files; all files of a "
                    + "folder are read."),
    TARGET(
            "policy-target",
            "A selector names a kind, with its group and version before it where needed: `on Service`, `on apps/v1 "
                    + "Deployment`, `on cert-manager.io Certificate`. Inside group and version stands no space, before "
                    + "the kind stands one."),
    SYMBOL(
            "policy-symbol",
            "A symbol is a colon and a word without a space between them, such as `:image`."),
    TEXT_INDENTATION(
            "policy-text-indentation",
            "The indentation that all lines of a text in three quotes share is removed. It must be written with "
                    + "spaces, because a tab has no width that everybody agrees on."),
    MESSAGE_BRACE(
            "policy-message-brace",
            "In a message, `{` begins a value that ends with `}`. A brace that is meant as text is written twice: "
                    + "`{{`.");

    private final String id;
    private final String explanation;

    PolicySyntaxCode(String id, String explanation) {
        this.id = id;
        this.explanation = explanation;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Outcome outcome() {
        return Outcome.USAGE;
    }

    @Override
    public String explanation() {
        return explanation;
    }
}
