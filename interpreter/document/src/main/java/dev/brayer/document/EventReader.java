package dev.brayer.document;

import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Place;
import dev.brayer.text.Source;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/// What one parser event says by itself, in terms of the source: where it stands, the anchor and
/// the tag before it, the scalar that it is.
final class EventReader {
    private final Source source;
    private final String text;
    private final SourceOffsets offsets;
    private final Diagnostics diagnostics;
    private final Interner interner;

    EventReader(
            Source source,
            String text,
            SourceOffsets offsets,
            Diagnostics diagnostics,
            Interner interner) {
        this.source = source;
        this.text = text;
        this.offsets = offsets;
        this.diagnostics = diagnostics;
        this.interner = interner;
    }

    int start(Event event) {
        return offset(event.getStartMark());
    }

    int end(Event event) {
        return offset(event.getEndMark());
    }

    private int offset(Optional<Mark> mark) {
        return offsets.of(mark.orElseThrow().getIndex());
    }

    Place place(Event event) {
        return source.place(start(event), Math.max(start(event), end(event)));
    }

    /// Where a map or a list begins behind its properties.
    int start(CollectionStartEvent event, Node.@Nullable Properties properties) {
        return properties == null ? start(event) : contentStart(event);
    }

    /// Where the text of a map or a list begins.
    int contentStart(CollectionStartEvent event) {
        return Layout.contentStart(text, start(event));
    }

    /// The scalar of an event.
    ScalarNode scalar(ScalarEvent event) {
        Node.Properties properties = properties(event, event.getTag());
        ScalarStyle style = styleOf(event);
        String value = interner.intern(event.getValue());
        int start = start(event);
        int end = end(event);
        if (properties != null) {
            start = Math.min(Layout.contentStart(text, start), end);
        }
        if (style.isBlock()) {
            end = Layout.withoutBlankLines(text, start, end);
        }
        if (properties != null && value.isEmpty() && style == ScalarStyle.PLAIN) {
            start = end;
        }
        return resolved(start, end, properties, value, style);
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

    /// The anchor and the tag before a value, if it has any.
    Node.@Nullable Properties properties(NodeEvent event, Optional<String> tag) {
        if (event.getAnchor().isEmpty() && tag.isEmpty()) {
            return null;
        }
        String anchor = anchorOf(event);
        if (anchor != null && !Layout.isAnchorName(anchor)) {
            int start = text.indexOf('&', start(event));
            diagnostics.add(
                    Diagnostic.error(
                                    DocumentCode.ALIAS,
                                    source.place(start, start + 1 + anchor.length()),
                                    "kubectl does not read `&" + anchor + "` as an anchor")
                            .withHint("name it with letters, digits, `-` and `_`"));
        }
        return new Node.Properties(start(event), anchor, tag.orElse(null));
    }

    static @Nullable String anchorOf(NodeEvent event) {
        Optional<Anchor> anchor = event.getAnchor();
        return anchor.isPresent() ? anchor.get().getValue() : null;
    }
}
