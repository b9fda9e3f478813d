package dev.brayer.grammar.policy;

import dev.brayer.grammar.policy.tree.Expression;
import dev.brayer.grammar.policy.tree.Message;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Source;
import dev.brayer.text.Span;
import java.util.ArrayList;
import java.util.List;

/// Splits a message into text and values. The values are parsed where they stand, so their offsets
/// are those of the file.
final class MessageBuilder {
    private final Source source;
    private final Diagnostics diagnostics;
    private final List<Message.Part> parts = new ArrayList<>();
    private final StringBuilder plain = new StringBuilder();
    private int plainStart;

    private MessageBuilder(Source source, Diagnostics diagnostics) {
        this.source = source;
        this.diagnostics = diagnostics;
    }

    static Message build(Source source, Span span, boolean block, Diagnostics diagnostics) {
        TextBlock text = TextBlock.of(source, span, block, diagnostics);
        MessageBuilder builder = new MessageBuilder(source, diagnostics);
        builder.split(
                text, withoutFinalLineBreak(text.text(), block), span.end() - (block ? 3 : 1));
        return new Message(span, block, builder.parts);
    }

    /// The line break before the closing quotes of a block is layout, not message.
    private static String withoutFinalLineBreak(String text, boolean block) {
        if (!block || !text.endsWith("\n")) {
            return text;
        }
        return text.substring(0, text.length() - (text.endsWith("\r\n") ? 2 : 1));
    }

    private void split(TextBlock text, String content, int limit) {
        int index = 0;
        plainStart = text.offset(0);
        while (index < content.length()) {
            char character = content.charAt(index);
            boolean twice = index + 1 < content.length() && content.charAt(index + 1) == character;
            int offset = text.offset(index);
            if ((character == '{' || character == '}') && twice) {
                plain.append(character);
                index += 2;
            } else if (character != '{') {
                plain.append(character);
                index++;
            } else {
                int end = interpolation(offset, limit);
                if (end < 0) {
                    plain.append(character);
                    index++;
                } else {
                    index = Math.min(text.indexAtOrBehind(end), content.length());
                    plainStart = end;
                }
            }
        }
        endPlain(content.isEmpty() ? text.offset(0) : text.offset(content.length() - 1) + 1);
    }

    private void endPlain(int end) {
        if (!plain.isEmpty()) {
            parts.add(
                    new Message.Text(
                            new Span(plainStart, Math.max(plainStart, end)), plain.toString()));
            plain.setLength(0);
        }
    }

    /// @return the offset behind the closing brace, or -1 when there is none
    private int interpolation(int start, int limit) {
        Diagnostics within = new Diagnostics();
        TokenReader reader = TokenReader.ofInterpolation(source, start + 1, limit, within);
        if (reader.end() < 0) {
            int quote = source.text().indexOf("\\\"", start);
            diagnostics.add(
                    Diagnostic.error(
                                    PolicySyntaxCode.MESSAGE_BRACE,
                                    source.place(start, start + 1),
                                    "the value that begins here has no closing `}`")
                            .withHint(
                                    quote > 0 && quote < limit
                                            ? "write the message in three quotes to use quotes in its values"
                                            : "close it, or write `{{` for a brace that is text"));
            return -1;
        }
        endPlain(start);
        Span span = new Span(start, reader.end());
        Expression expression;
        if (reader.tokens().size() == 1) {
            diagnostics.add(
                    Diagnostic.error(
                                    PolicySyntaxCode.MESSAGE_BRACE,
                                    source.place(span),
                                    "there is no value between the braces")
                            .withHint("write `{{` for a brace that is text"));
            expression = new Expression.Broken(Span.at(start + 1));
        } else {
            expression = PolicyParser.expression(source, reader, within);
        }
        diagnostics.addAll(within.toList());
        parts.add(new Message.Interpolation(span, expression));
        return reader.end();
    }
}
