package dev.brayer.policy.evaluate;

import dev.brayer.policy.ir.Operand;
import dev.brayer.policy.ir.Rule;
import org.jspecify.annotations.Nullable;

/// Makes the message of a rule from the names that are bound where a finding stands.
final class MessageMaker {
    private static final int LONGEST = 2_000;

    private final Rule.Message message;
    private final Evaluator evaluator;

    MessageMaker(Rule.Message message, Evaluator evaluator) {
        this.message = message;
        this.evaluator = evaluator;
    }

    /// Null where a loop name of the message is not bound, as for a list that is missing as a
    /// whole.
    @Nullable String make() {
        StringBuilder text = new StringBuilder();
        for (Rule.Part part : message.parts()) {
            switch (part) {
                case Rule.Part.Text(String words) -> text.append(words);
                case Rule.Part.Interpolation(Operand operand, var locals) -> {
                    for (int slot : locals) {
                        if (!evaluator.isBound(slot)) {
                            return null;
                        }
                    }
                    text.append(Texts.plain(evaluator.written(operand)));
                    Observer observer = evaluator.judged().observer();
                    if (observer != null) {
                        observer.shown(operand);
                    }
                }
            }
            if (text.length() > LONGEST) {
                boolean split = Character.isHighSurrogate(text.charAt(LONGEST - 1));
                return text.substring(0, split ? LONGEST - 1 : LONGEST) + "…";
            }
        }
        // A message of empty values alone tells nobody anything.
        return text.toString().isBlank() ? null : text.toString();
    }
}
