package dev.brayer.policy.lint;

import dev.brayer.grammar.policy.tree.Item;
import dev.brayer.grammar.policy.tree.Message;
import dev.brayer.text.Span;
import java.util.List;

/// A message in the manner of another template language.
final class MessageTemplate extends Lint {
    MessageTemplate() {
        super(
                "lint-message-template",
                "rule Tag ensure on Pod \"container ${c.name} has no tag\" { every c in spec.containers : image(c.image).tag exists }",
                "rule Tag ensure on Pod \"container {c.name} has no tag\" { every c in spec.containers : image(c.image).tag exists }",
                "A value in a message stands in single braces. Two braces are a brace that is shown, and a `$` before one is"
                        + " shown too.");
    }

    @Override
    void look(LintedFile file) {
        for (Item item : file.items()) {
            Message message = item instanceof Item.Rule rule ? rule.message() : null;
            if (message != null) {
                look(file, message.parts());
            }
        }
    }

    private void look(LintedFile file, List<Message.Part> parts) {
        String source = file.source().text();
        for (Message.Part part : parts) {
            int start = part.span().start();
            if (part instanceof Message.Interpolation
                    && start > 0
                    && source.charAt(start - 1) == '$') {
                Span dollar = new Span(start - 1, start);
                file.remark(
                        this,
                        dollar,
                        "the `$` is shown before the value",
                        "leave it out",
                        new Edit(dollar, ""));
            } else if (part instanceof Message.Text text && hasBracedName(text.text())) {
                file.remark(
                        this,
                        part.span(),
                        "braces that are written twice are shown as braces",
                        "write `{…}` for a value");
            }
        }
    }

    /// Whether `{name}` or `{ a.b }` stands in the text as it is shown.
    private static boolean hasBracedName(String text) {
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', open + 1)) {
            int close = text.indexOf('}', open);
            String inside = close < 0 ? "" : text.substring(open + 1, close).strip();
            boolean name = !inside.isEmpty() && Character.isLetter(inside.charAt(0));
            for (int index = 0; index < inside.length(); index++) {
                char character = inside.charAt(index);
                name &=
                        Character.isLetterOrDigit(character)
                                || character == '.'
                                || character == '_';
            }
            if (name) {
                return true;
            }
        }
        return false;
    }
}
