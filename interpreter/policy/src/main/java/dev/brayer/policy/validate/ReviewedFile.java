package dev.brayer.policy.validate;

import dev.brayer.grammar.policy.ParsedPolicy;
import dev.brayer.grammar.policy.tree.Item;
import dev.brayer.grammar.policy.tree.Node;
import dev.brayer.policy.PolicyCode;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Place;
import dev.brayer.text.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A file that is looked at, beside the others of the run.
///
/// @param others all files of the run, this one included
record ReviewedFile(ParsedPolicy policy, List<ParsedPolicy> others, Diagnostics diagnostics) {
    Source source() {
        return policy.source();
    }

    List<Item> items() {
        return policy.tree().items();
    }

    /// As it is written, in one line and not too long to be read in a message.
    String quoted(Node node) {
        return Quotation.of(source().text(node.span()));
    }

    void warn(PolicyCode code, Node node, String message, @Nullable String hint) {
        add(warning(code, node, message).withHint(hint), node);
    }

    void warn(
            PolicyCode code,
            Node node,
            String message,
            @Nullable String hint,
            Node related,
            String saying) {
        add(
                warning(code, node, message)
                        .withHint(hint)
                        .withRelated(source().place(related.span()), saying),
                node);
    }

    /// Where an error stands, a doubt helps nobody.
    private void add(Diagnostic warning, Node node) {
        for (Diagnostic diagnostic : diagnostics.toList()) {
            Place place = diagnostic.place();
            if (diagnostic.isError()
                    && place != null
                    && place.source() == source()
                    && place.span().equals(node.span())) {
                return;
            }
        }
        diagnostics.add(warning);
    }

    private Diagnostic warning(PolicyCode code, Node node, String message) {
        return Diagnostic.warning(code, source().place(node.span()), message);
    }
}
