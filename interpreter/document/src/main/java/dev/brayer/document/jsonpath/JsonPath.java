package dev.brayer.document.jsonpath;

import dev.brayer.document.Node;
import dev.brayer.document.NodePath;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.DiagnosticCode;
import dev.brayer.text.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A JSONPath query (RFC 9535), compiled once and used on many documents; it is immutable.
///
/// A path without `$` is read with it, and the empty path is `$`, as Copper 1 did. `match` and
/// `search` take RE2 patterns, of which the I-Regexps of RFC 9485 are a part.
public final class JsonPath {
    /// How many nodes one selection may visit unless the caller says otherwise.
    public static final int DEFAULT_VISITS = 1_000_000;

    private final String text;
    private final Query query;

    JsonPath(String text, Query query) {
        this.text = text;
        this.query = query;
    }

    /// What became of a text: a path, or what is wrong with it.
    public sealed interface Compilation permits Compiled, Rejected {}

    public record Compiled(JsonPath path) implements Compilation {}

    /// What is wrong, from `start` to `end` in the text.
    public record Rejected(int start, int end, String message, @Nullable String hint)
            implements Compilation {

        /// The same as a diagnostic in the file that holds the text.
        ///
        /// @param textStart the offset in the source at which the text begins, behind its quote
        public Diagnostic diagnostic(DiagnosticCode code, Source source, int textStart) {
            return Diagnostic.error(code, source.place(textStart + start, textStart + end), message)
                    .withHint(hint);
        }
    }

    /// A node that was selected, and the way to it from the root.
    public record Match(Node node, NodePath path) {}

    /// The nodes that were selected, in the order of RFC 9535.
    ///
    /// @param limitReached whether the search was given up; the matches are then only the first
    ///   ones
    /// @param unfilled a word without a value yet that a filter looked at: what it selects is not
    ///   known then; null where there is none
    /// @param secret a word that is a secret of which a filter asked the value, which nobody knows
    public record Selection(
            List<Match> matches,
            boolean limitReached,
            @Nullable String unfilled,
            @Nullable String secret) {
        public Selection {
            matches = List.copyOf(matches);
        }

        public boolean isEmpty() {
            return matches.isEmpty();
        }
    }

    /// How far a document goes along a path.
    ///
    /// @param deepest the last node that exists on the path's beginning of plain names and indexes
    /// @param absent the rest of the path as it is written, from the first step that has no node;
    ///   empty when all of the beginning exists
    public record Reach(Match deepest, String absent) {}

    public static Compilation compile(String text) {
        return new PathParser(text).parse();
    }

    /// A path that is known to be right, for constants.
    ///
    /// @throws IllegalArgumentException if it is not
    public static JsonPath of(String text) {
        Compilation compilation = compile(text);
        if (compilation instanceof Compiled compiled) {
            return compiled.path();
        }
        throw new IllegalArgumentException(text + ": " + compilation);
    }

    public Selection select(Node root) {
        return select(root, DEFAULT_VISITS);
    }

    /// @param mostVisits how many nodes may be visited, those in filters included
    public Selection select(Node root, int mostVisits) {
        return new Evaluator(root, mostVisits).select(query);
    }

    /// Whether the path consists of names and indexes only, so that it selects one node at most.
    public boolean isSingular() {
        return query.isSingular();
    }

    /// The first node that is selected, `null` when there is none; without the cost of paths.
    public @Nullable Node first(Node root) {
        return new Evaluator(root, DEFAULT_VISITS).first(query, root);
    }

    /// How far the document goes along the path: where to point at when something is missing.
    public Reach reach(Node root) {
        Node node = root;
        NodePath path = NodePath.ROOT;
        for (Query.Segment segment : query.segments()) {
            Query.Selector step = segment.singularSelector();
            Node next = step == null ? null : Evaluator.step(node, step);
            if (step == null || next == null) {
                String absent = step == null ? "" : text.substring(segment.start());
                return new Reach(new Match(node, path), absent);
            }
            path = Evaluator.extend(path, node, step);
            node = next;
        }
        return new Reach(new Match(node, path), "");
    }

    /// The path as it was written.
    @Override
    public String toString() {
        return text;
    }
}
