package dev.brayer.document.jsonpath;

import dev.brayer.document.Entry;
import dev.brayer.document.ListNode;
import dev.brayer.document.MapNode;
import dev.brayer.document.Node;
import dev.brayer.document.NodePath;
import dev.brayer.document.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One evaluation of a query on one document.
final class Evaluator {
    private final Node root;
    private final Conditions conditions = new Conditions(this);
    private int visitsLeft;
    private boolean limitReached;

    /// Takes the nodes that a query selects, one after the other.
    private interface Sink {
        /// @param path `null` where nobody asks for paths
        /// @return whether more are wanted
        boolean take(Node node, @Nullable NodePath path);
    }

    Evaluator(Node root, int visits) {
        this.root = root;
        this.visitsLeft = visits;
    }

    JsonPath.Selection select(Query query) {
        Collector collector = new Collector();
        walk(query, 0, root, NodePath.ROOT, collector);
        return new JsonPath.Selection(
                collector.matches, limitReached, conditions.unfilled(), conditions.secret());
    }

    private static final class Collector implements Sink {
        private final List<JsonPath.Match> matches = new ArrayList<>();

        @Override
        public boolean take(Node node, @Nullable NodePath path) {
            matches.add(new JsonPath.Match(node, path == null ? NodePath.ROOT : path));
            return true;
        }
    }

    /// The first node, `null` when there is none.
    @Nullable Node first(Query query, Node current) {
        Node start = query.fromRoot() ? root : current;
        if (query.isSingular()) {
            return singular(query, start);
        }
        First first = new First();
        walk(query, 0, start, null, first);
        return first.found;
    }

    private static final class First implements Sink {
        private @Nullable Node found;

        @Override
        public boolean take(Node node, @Nullable NodePath path) {
            found = node;
            return false;
        }
    }

    /// The number of nodes, counted up to a limit.
    int count(Query query, Node current, int upTo) {
        Counter counter = new Counter(upTo);
        walk(query, 0, query.fromRoot() ? root : current, null, counter);
        return counter.count;
    }

    private static final class Counter implements Sink {
        private final int upTo;
        private int count;

        private Counter(int upTo) {
            this.upTo = upTo;
        }

        @Override
        public boolean take(Node node, @Nullable NodePath path) {
            count++;
            return count < upTo;
        }
    }

    private static @Nullable Node singular(Query query, Node start) {
        Node node = start;
        for (Query.Segment segment : query.segments()) {
            Node next = step(node, segment.selectors().get(0));
            if (next == null) {
                return null;
            }
            node = next;
        }
        return node;
    }

    /// The child that a name or an index selects.
    static @Nullable Node step(Node node, Query.Selector selector) {
        // No pattern switch on the way of every path: linking one costs milliseconds of start-up.
        if (selector instanceof Query.Name name) {
            return node instanceof MapNode map ? map.get(name.name()) : null;
        }
        if (selector instanceof Query.Index index && node instanceof ListNode list) {
            long at = index.index() < 0 ? list.size() + index.index() : index.index();
            return at >= 0 && at < list.size() ? list.get((int) at) : null;
        }
        return null;
    }

    /// The path of the child that [#step] found.
    static NodePath extend(NodePath path, Node parent, Query.Selector selector) {
        if (selector instanceof Query.Name name) {
            return path.child(name.name());
        }
        if (selector instanceof Query.Index index && parent instanceof ListNode list) {
            return path.child(
                    (int) (index.index() < 0 ? list.size() + index.index() : index.index()));
        }
        throw new IllegalStateException("not one child");
    }

    /// Hands every node that the segments from `at` on select below `node` to the sink, in order.
    ///
    /// @return whether more are wanted
    private boolean walk(Query query, int at, Node node, @Nullable NodePath path, Sink sink) {
        if (visitsLeft-- <= 0) {
            limitReached = true;
            return false;
        }
        if (at == query.segments().size()) {
            return sink.take(node, path);
        }
        Query.Segment segment = query.segments().get(at);
        return segment.descendant()
                ? descend(query, at, segment, node, path, sink)
                : selectAll(query, at, segment, node, path, sink);
    }

    private boolean descend(
            Query query,
            int at,
            Query.Segment segment,
            Node node,
            @Nullable NodePath path,
            Sink sink) {
        if (node instanceof ScalarNode) {
            return true;
        }
        if (visitsLeft-- <= 0) {
            limitReached = true;
            return false;
        }
        if (!selectAll(query, at, segment, node, path, sink)) {
            return false;
        }
        if (node instanceof MapNode map) {
            List<Entry> entries = map.entries();
            for (int index = 0; index < entries.size(); index++) {
                Entry entry = entries.get(index);
                // Nothing is below a scalar: its path is not needed.
                if (!(entry.value() instanceof ScalarNode)
                        && !descend(query, at, segment, entry.value(), child(path, entry), sink)) {
                    return false;
                }
            }
        } else if (node instanceof ListNode list) {
            for (int index = 0; index < list.size(); index++) {
                if (!descend(query, at, segment, list.get(index), child(path, index), sink)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean selectAll(
            Query query,
            int at,
            Query.Segment segment,
            Node node,
            @Nullable NodePath path,
            Sink sink) {
        if (node instanceof ScalarNode) {
            return true;
        }
        for (Query.Selector selector : segment.selectors()) {
            if (!select(query, at, selector, node, path, sink)) {
                return false;
            }
        }
        return true;
    }

    private boolean select(
            Query query,
            int at,
            Query.Selector selector,
            Node node,
            @Nullable NodePath path,
            Sink sink) {
        if (selector instanceof Query.Filter filter) {
            return children(query, at, filter, node, path, sink);
        }
        if (selector instanceof Query.Wildcard) {
            return children(query, at, null, node, path, sink);
        }
        if (selector instanceof Query.Slice slice) {
            return !(node instanceof ListNode list) || slice(query, at, slice, list, path, sink);
        }
        Node child = step(node, selector);
        return child == null
                || walk(
                        query,
                        at + 1,
                        child,
                        path == null ? null : extend(path, node, selector),
                        sink);
    }

    private boolean children(
            Query query,
            int at,
            Query.@Nullable Filter filter,
            Node node,
            @Nullable NodePath path,
            Sink sink) {
        if (node instanceof MapNode map) {
            for (Entry entry : map.entries()) {
                if (passes(filter, entry.value())
                        && !walk(query, at + 1, entry.value(), child(path, entry), sink)) {
                    return false;
                }
            }
        } else if (node instanceof ListNode list) {
            for (int index = 0; index < list.size(); index++) {
                if (passes(filter, list.get(index))
                        && !walk(query, at + 1, list.get(index), child(path, index), sink)) {
                    return false;
                }
            }
        }
        return !limitReached;
    }

    private boolean passes(Query.@Nullable Filter filter, Node node) {
        if (filter == null) {
            return true;
        }
        if (visitsLeft-- <= 0) {
            limitReached = true;
            return false;
        }
        return conditions.holds(filter.condition(), node) && !limitReached;
    }

    private boolean slice(
            Query query,
            int at,
            Query.Slice slice,
            ListNode list,
            @Nullable NodePath path,
            Sink sink) {
        long step = slice.step();
        long size = list.size();
        if (step == 0) {
            return true;
        }
        long start =
                slice.start() == null ? (step > 0 ? 0 : size - 1) : fromEnd(slice.start(), size);
        long end = slice.end() == null ? (step > 0 ? size : -1) : fromEnd(slice.end(), size);
        long least = step > 0 ? 0 : -1;
        long most = step > 0 ? size : size - 1;
        long from = Math.clamp(start, Math.min(least, most), most);
        long to = Math.clamp(end, Math.min(least, most), most);
        for (long index = from; step > 0 ? index < to : index > to; index += step) {
            if (!walk(query, at + 1, list.get((int) index), child(path, (int) index), sink)) {
                return false;
            }
        }
        return true;
    }

    private static long fromEnd(long index, long size) {
        return index < 0 ? size + index : index;
    }

    private static @Nullable NodePath child(@Nullable NodePath path, Entry entry) {
        return path == null ? null : path.child(entry.name());
    }

    private static @Nullable NodePath child(@Nullable NodePath path, int index) {
        return path == null ? null : path.child(index);
    }
}
