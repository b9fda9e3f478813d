package dev.brayer.document;

import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Place;
import dev.brayer.text.Source;
import dev.brayer.text.Span;
import dev.brayer.text.Suggestions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.parser.ParserImpl;

/// Builds the tree of one document from parser events: aliases become the nodes they name, merge
/// keys are resolved, limits are kept.
final class TreeBuilder {
    private final Source source;
    private final String text;
    private final SourceOffsets offsets;
    private final ParserImpl parser;
    private final ReadOptions options;
    private final Diagnostics diagnostics;
    private final Interner interner;
    private final MapAssembler maps;

    private final Map<String, Anchored> anchors = new HashMap<>();
    private int depth;

    /// The deepest level below the collection that is being read, counted through aliases.
    private int deepest;

    private int openBracket = -1;

    /// Where the last value that [#node] gave is written as an alias.
    private @Nullable Span alias;

    /// Nodes of the document as a reader without aliases would see it.
    private long expanded;

    /// Nodes that are written.
    private long nodes;

    /// A document's value; `start` is the offset of its `---`, or of the value where there is none.
    record Root(int index, Node node, int start) {}

    /// What an anchor marks; without a node while that is still being read.
    private record Anchored(@Nullable Node node, long weight, int height) {}

    /// Ends the reading of a document that cannot be continued.
    static final class BrokenDocument extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Diagnostic diagnostic;
        private final int offset;

        BrokenDocument(Diagnostic diagnostic, int offset) {
            super(diagnostic.message(), null, false, false);
            this.diagnostic = diagnostic;
            this.offset = offset;
        }

        Diagnostic diagnostic() {
            return diagnostic;
        }

        int offset() {
            return offset;
        }
    }

    TreeBuilder(
            Source source,
            String text,
            SourceOffsets offsets,
            ParserImpl parser,
            ReadOptions options,
            Diagnostics diagnostics,
            Interner interner) {
        this.source = source;
        this.text = text;
        this.offsets = offsets;
        this.parser = parser;
        this.options = options;
        this.diagnostics = diagnostics;
        this.interner = interner;
        this.maps = new MapAssembler(source, diagnostics, options.holes());
    }

    /// The document that starts with this event; `null` when nothing is written in it.
    @Nullable Root document(Event start, int index) {
        anchors.clear();
        depth = 0;
        deepest = 0;
        expanded = 0;
        nodes = 0;
        int offset = startOf(start);
        Node root = node(parser.next());
        boolean empty =
                root instanceof ScalarNode scalar
                        && scalar.isNull()
                        && scalar.start() == scalar.end()
                        && scalar.anchor() == null
                        && scalar.tag() == null;
        return empty ? null : new Root(index, root, offset);
    }

    int startOf(Event event) {
        return offset(event.getStartMark());
    }

    private int endOf(Event event) {
        return offset(event.getEndMark());
    }

    private int offset(Optional<Mark> mark) {
        return offsets.of(mark.orElseThrow().getIndex());
    }

    /// A value; [#alias] says whether it is written as an alias.
    private Node node(Event event) {
        count(event);
        // No pattern switch on the way of every file: linking one costs milliseconds of start-up.
        if (event instanceof ScalarEvent scalar) {
            alias = null;
            return scalar(scalar);
        }
        if (event instanceof CollectionStartEvent collection) {
            Node node = collection(collection);
            alias = null;
            return node;
        }
        if (event instanceof AliasEvent written) {
            return anchored(written);
        }
        throw new IllegalStateException("unexpected event " + event);
    }

    private void count(Event event) {
        nodes++;
        expanded++;
        if (expanded - nodes > options.limits().expansion()) {
            throw broken(
                    DocumentCode.LIMIT,
                    event,
                    "the aliases of this document stand for more than "
                            + options.limits().expansion()
                            + " values");
        }
    }

    private Node anchored(AliasEvent event) {
        String name = event.getAlias().getValue();
        Anchored anchored = anchors.get(name);
        if (anchored == null) {
            Diagnostic unknown =
                    Diagnostic.error(
                                    DocumentCode.ALIAS,
                                    place(event),
                                    "there is no anchor `&" + name + "` before this alias")
                            .withHint(Suggestions.didYouMean(name, anchors.keySet()));
            throw new BrokenDocument(unknown, startOf(event));
        }
        if (anchored.node() == null) {
            throw broken(DocumentCode.ALIAS, event, "the value of `&" + name + "` contains itself");
        }
        deepest = Math.max(deepest, depth + anchored.height());
        requireDepth(deepest, event);
        expanded += anchored.weight() - 1;
        count(event);
        nodes--;
        alias = new Span(startOf(event), endOf(event));
        return anchored.node();
    }

    private Node collection(CollectionStartEvent event) {
        requireDepth(++depth, event);
        int outerDeepest = deepest;
        int outerBracket = openBracket;
        deepest = depth;
        openBracket = event.isFlow() ? Layout.contentStart(text, startOf(event)) : -1;
        String anchor = anchorOf(event);
        long before = expanded;
        if (anchor != null) {
            anchors.put(anchor, new Anchored(null, 0, 0));
        }
        Node node = event.getEventId() == Event.ID.MappingStart ? map(event) : list(event);
        depth--;
        if (anchor != null) {
            anchors.put(anchor, new Anchored(node, expanded - before + 1, deepest - depth));
        }
        deepest = Math.max(deepest, outerDeepest);
        openBracket = outerBracket;
        return node;
    }

    /// Through aliases a tree can be far deeper than the text, and whoever walks it recurses.
    private void requireDepth(int level, Event event) {
        if (level > options.limits().depth()) {
            throw broken(
                    DocumentCode.LIMIT,
                    event,
                    "maps and lists are nested more than " + options.limits().depth() + " deep");
        }
    }

    /// After a syntax error: where the innermost bracket opened that was not closed, or -1.
    int openBracket() {
        return openBracket;
    }

    private MapNode map(CollectionStartEvent event) {
        Node.Properties properties = properties(event, event.getTag());
        int start = properties == null ? startOf(event) : Layout.contentStart(text, startOf(event));
        List<Entry> written = new ArrayList<>();
        int end = start;
        Event next = parser.next();
        while (next.getEventId() != Event.ID.MappingEnd) {
            Node key = node(next);
            Span keyAlias = alias;
            Node value = node(parser.next());
            Span valueAlias = alias;
            Entry entry = maps.entry(keyNode(key, keyAlias), value, valueAlias);
            if (entry != null) {
                written.add(entry);
            }
            end = Math.max(end, Math.max(endOf(key, keyAlias), endOf(value, valueAlias)));
            next = parser.next();
        }
        boolean flow = event.isFlow();
        if (flow && next.getEndMark().isPresent()) {
            end = Math.max(end, endOf(next));
        }
        return maps.assemble(start, end, properties, flow, written);
    }

    private static int endOf(Node node, @Nullable Span writtenAs) {
        return writtenAs == null ? node.end() : writtenAs.end();
    }

    /// The key itself, or the like of it at the place of its alias.
    private Node keyNode(Node key, @Nullable Span writtenAs) {
        if (writtenAs != null && key instanceof ScalarNode scalar) {
            return new ScalarNode(
                    source,
                    writtenAs.start(),
                    writtenAs.end(),
                    null,
                    scalar.text(),
                    scalar.type(),
                    scalar.style());
        }
        return key;
    }

    private ListNode list(CollectionStartEvent event) {
        Node.Properties properties = properties(event, event.getTag());
        int start = properties == null ? startOf(event) : Layout.contentStart(text, startOf(event));
        List<Node> items = new ArrayList<>();
        List<@Nullable Span> aliases = null;
        int end = start;
        Event next = parser.next();
        while (next.getEventId() != Event.ID.SequenceEnd) {
            Node item = node(next);
            Span itemAlias = alias;
            if (itemAlias != null && aliases == null) {
                aliases = new ArrayList<>();
            }
            if (aliases != null) {
                while (aliases.size() < items.size()) {
                    aliases.add(null);
                }
                aliases.add(itemAlias);
            }
            items.add(item);
            end = Math.max(end, endOf(item, itemAlias));
            next = parser.next();
        }
        if (event.isFlow()) {
            end = Math.max(end, endOf(next));
        }
        @Nullable Span @Nullable [] spans =
                aliases == null ? null : aliases.toArray(new @Nullable Span[0]);
        return new ListNode(
                source, start, end, properties, event.isFlow(), List.copyOf(items), spans);
    }

    private ScalarNode scalar(ScalarEvent event) {
        Node.Properties properties = properties(event, event.getTag());
        ScalarStyle style = styleOf(event);
        String value = interner.intern(event.getValue());
        int start = startOf(event);
        int end = endOf(event);
        if (properties != null) {
            start = Math.min(Layout.contentStart(text, start), end);
        }
        if (style.isBlock()) {
            end = Layout.withoutBlankLines(text, start, end);
        }
        if (properties != null && value.isEmpty() && style == ScalarStyle.PLAIN) {
            start = end;
        }
        ScalarNode node = resolved(start, end, properties, value, style);
        if (properties != null && properties.anchor() != null) {
            anchors.put(properties.anchor(), new Anchored(node, 1, 0));
        }
        return node;
    }

    private static ScalarStyle styleOf(ScalarEvent event) {
        return switch (event.getScalarStyle()) {
            case SINGLE_QUOTED -> ScalarStyle.SINGLE_QUOTED;
            case DOUBLE_QUOTED -> ScalarStyle.DOUBLE_QUOTED;
            case LITERAL -> ScalarStyle.LITERAL;
            case FOLDED -> ScalarStyle.FOLDED;
            case PLAIN, JSON_SCALAR_STYLE -> ScalarStyle.PLAIN;
        };
    }

    private ScalarNode resolved(
            int start,
            int end,
            Node.@Nullable Properties properties,
            String value,
            ScalarStyle style) {
        String tag = properties == null ? null : properties.tag();
        Tags.Reading reading = Tags.read(tag, value, style == ScalarStyle.PLAIN);
        String content = value;
        if (reading.problem() != null) {
            diagnostics.add(
                    Diagnostic.error(
                            DocumentCode.VALUE, source.place(start, end), reading.problem()));
        } else if (reading.decoded() != null) {
            content = reading.decoded();
        }
        return new ScalarNode(source, start, end, properties, content, reading.type(), style);
    }

    private Node.@Nullable Properties properties(NodeEvent event, Optional<String> tag) {
        if (event.getAnchor().isEmpty() && tag.isEmpty()) {
            return null;
        }
        String anchor = anchorOf(event);
        if (anchor != null && !Layout.isAnchorName(anchor)) {
            int start = text.indexOf('&', startOf(event));
            diagnostics.add(
                    Diagnostic.error(
                                    DocumentCode.ALIAS,
                                    source.place(start, start + 1 + anchor.length()),
                                    "kubectl does not read `&" + anchor + "` as an anchor")
                            .withHint("name it with letters, digits, `-` and `_`"));
        }
        return new Node.Properties(startOf(event), anchor, tag.orElse(null));
    }

    private static @Nullable String anchorOf(NodeEvent event) {
        Optional<Anchor> anchor = event.getAnchor();
        return anchor.isPresent() ? anchor.get().getValue() : null;
    }

    private Place place(Event event) {
        return source.place(startOf(event), Math.max(startOf(event), endOf(event)));
    }

    private BrokenDocument broken(DocumentCode code, Event event, String message) {
        return new BrokenDocument(Diagnostic.error(code, place(event), message), startOf(event));
    }
}
