package dev.brayer.grammar.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.brayer.grammar.policy.tree.Expression;
import dev.brayer.grammar.policy.tree.Item;
import dev.brayer.text.Source;
import org.junit.jupiter.api.Test;

/// Policies that nobody writes by hand.
final class LimitsTest {
    @Test
    void tenThousandBracketsAreAnError() {
        ParsedPolicy parsed =
                parse(
                        "rule Deep ensure { "
                                + "[".repeat(10_000)
                                + "]".repeat(10_000)
                                + " }\nrule Next ensure { true }\n");
        assertEquals(1, parsed.diagnostics().size());
        assertEquals(PolicySyntaxCode.NESTING, parsed.diagnostics().getFirst().code());
        assertInstanceOf(Item.Broken.class, parsed.tree().items().getFirst());
        assertInstanceOf(Item.Rule.class, parsed.tree().items().getLast());
    }

    @Test
    void twoHundredLevelsAreFine() {
        assertFalse(
                parse("rule Deep ensure { " + "(".repeat(199) + "a" + ")".repeat(199) + " }")
                        .hasErrors());
        assertFalse(parse("rule Deep ensure { " + "not ".repeat(200) + "a }").hasErrors());
    }

    @Test
    void aHugeFileIsAnError() {
        ParsedPolicy parsed = parse("rule A ensure { true } // comment\n".repeat(300_000));
        assertEquals(1, parsed.diagnostics().size());
        assertEquals(PolicySyntaxCode.FILE_SIZE, parsed.diagnostics().getFirst().code());
    }

    @Test
    void aRuleOfTenThousandLinesIsRead() {
        ParsedPolicy parsed =
                parse("rule Long ensure {\n" + "    a == 1 and\n".repeat(10_000) + "    b\n}\n");
        assertFalse(parsed.hasErrors());
        Item.Rule rule = assertInstanceOf(Item.Rule.class, parsed.tree().items().getFirst());
        assertEquals(10_001, assertInstanceOf(Expression.And.class, rule.body()).parts().size());
        assertEquals(parsed.source().text(), PolicyFormatter.format(parsed));
    }

    @Test
    void manyMissingQuotesEnd() {
        ParsedPolicy parsed = parse("rule A ensure { a == \"x }\n".repeat(2_001));
        assertEquals(true, parsed.hasErrors());
    }

    @Test
    void anEmptyFileIsAPolicyWithoutItems() {
        ParsedPolicy parsed = parse("");
        assertEquals(0, parsed.diagnostics().size());
        assertEquals(0, parsed.tree().items().size());
        assertEquals("", PolicyFormatter.format(parsed));
    }

    @Test
    void lineEndsOfWindowsStay() {
        assertEquals(
                "// one\r\nrule A ensure {\r\n    a == 1 and b\r\n}\r\n",
                PolicyFormatter.format(
                        parse(
                                "// one\r\nrule A ensure {\r\n a = 1 and // x\r\n b }\r\n"
                                        .replace(" // x", ""))));
    }

    @Test
    void aLoneExpressionIsRead() {
        ParsedExpression parsed =
                PolicyParser.parseExpression(Source.of("expression", "a.b default 1 == 2"));
        assertEquals(0, parsed.diagnostics().size());
        assertInstanceOf(Expression.Comparison.class, parsed.expression());
        ParsedExpression broken = PolicyParser.parseExpression(Source.of("expression", "a == 1 }"));
        assertEquals(
                "expected an operator or the end after `1`, found `}`",
                broken.diagnostics().getFirst().message());
        assertInstanceOf(
                Expression.Broken.class,
                PolicyParser.parseExpression(Source.of("expression", "")).expression());
    }

    private static ParsedPolicy parse(String text) {
        return PolicyParser.parse(Source.of("limits.cop", text));
    }
}
