package dev.brayer.policy.value;

import dev.brayer.document.jsonpath.JsonPath;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Paths of `fetch`, evaluated on a document.
public final class JsonPaths {
    /// How many nodes one path may visit in one document.
    public static final int MOST_VISITS = 1_000_000;

    private JsonPaths() {}

    /// All nodes that the path selects, as a list; null where it would visit too many. Where a
    /// filter depends on a word without a value, so does the list; one that asks for a secret's
    /// value gets no answer.
    ///
    /// A list without a node remembers how far the document goes along the path.
    public static @Nullable Value select(JsonPath path, Site root) {
        JsonPath.Selection selection = path.select(root.node(), MOST_VISITS);
        if (selection.limitReached()) {
            return null;
        }
        if (selection.unfilled() != null) {
            return new Value.Unfilled(selection.unfilled(), root);
        }
        if (selection.secret() != null) {
            return new Value.Wrong(
                    "a filter that does not ask for a secret's value",
                    new Value.Secret(selection.secret(), root));
        }
        if (selection.isEmpty()) {
            JsonPath.Reach reach = path.reach(root.node());
            String absent = reach.absent().isEmpty() ? path.toString() : reach.absent();
            return new Value.Items(
                    List.of(),
                    new Trace.Nothing(root.deepest(reach.deepest().path()), withoutDot(absent)));
        }
        List<Value> values = new ArrayList<>(selection.matches().size());
        List<Site> sites = new ArrayList<>(selection.matches().size());
        for (JsonPath.Match match : selection.matches()) {
            Site site = root.deepest(match.path());
            sites.add(site);
            values.add(Nodes.value(site));
        }
        return new Value.Items(values, Trace.of(sites));
    }

    private static String withoutDot(String absent) {
        return absent.startsWith(".") && !absent.startsWith("..") ? absent.substring(1) : absent;
    }
}
