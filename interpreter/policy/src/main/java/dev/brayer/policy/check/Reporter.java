package dev.brayer.policy.check;

import dev.brayer.grammar.policy.tree.Node;
import dev.brayer.policy.PolicyCode;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Place;
import dev.brayer.text.Source;
import dev.brayer.text.Span;
import dev.brayer.text.Suggestions;
import org.jspecify.annotations.Nullable;

/// Says what is wrong in one file.
record Reporter(Source source, Diagnostics diagnostics) {
    Place place(Node node) {
        return source.place(node.span());
    }

    void error(PolicyCode code, Node node, String message) {
        error(code, node.span(), message, null);
    }

    void error(PolicyCode code, Node node, String message, @Nullable String hint) {
        error(code, node.span(), message, hint);
    }

    void error(PolicyCode code, Span span, String message, @Nullable String hint) {
        diagnostics.add(Diagnostic.error(code, source.place(span), message).withHint(hint));
    }

    void errorWith(
            PolicyCode code,
            Node node,
            String message,
            @Nullable String hint,
            Place related,
            String saying) {
        diagnostics.add(
                Diagnostic.error(code, place(node), message)
                        .withHint(hint)
                        .withRelated(related, saying));
    }

    void warning(PolicyCode code, Node node, String message, @Nullable String hint) {
        diagnostics.add(
                Diagnostic.warning(code, source.place(node.span()), message).withHint(hint));
    }

    /// "did you mean", else another hint.
    static @Nullable String didYouMean(
            String word, Iterable<String> candidates, @Nullable String otherwise) {
        String suggestion = Suggestions.didYouMean(word, candidates);
        return suggestion == null ? otherwise : suggestion;
    }
}
