package dev.brayer.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where something stands: a source and a span in it.
///
/// A place in a rendered file knows more: [#written()] is the place in the file that a person
/// wrote, [#origins()] the places that gave the words in it their values.
public record Place(Source source, Span span) {
    public Position start() {
        return source.position(span.start());
    }

    public Position end() {
        return source.position(span.end());
    }

    /// The text that stands here.
    public String text() {
        return source.text(span);
    }

    /// The place in the file that a person wrote: this one, unless the source is rendered.
    public Place written() {
        Provenance provenance = source.provenance();
        return provenance == null ? this : provenance.written(span);
    }

    /// The places whose values stand within this one, in the order of the text; empty for what was
    /// not filled in.
    public List<Origin> origins() {
        Provenance provenance = source.provenance();
        return provenance == null ? List.of() : provenance.origins(span);
    }

    /// The word that has no value yet within this place, or `null` when all that stands here is
    /// known.
    public @Nullable String unfilledWord() {
        Provenance provenance = source.provenance();
        return provenance == null ? null : provenance.word(span, Origin.Known.NOTHING);
    }

    /// The word within this place whose value is a secret, or `null` when there is none.
    public @Nullable String secretWord() {
        Provenance provenance = source.provenance();
        return provenance == null ? null : provenance.word(span, Origin.Known.SECRET);
    }

    /// `file:line:column`, as it is shown; a file that could not be read is its name alone.
    @Override
    public String toString() {
        if (source.text().isEmpty()) {
            return source.name();
        }
        Position start = start();
        return source.name() + ":" + start.line() + ":" + start.column();
    }
}
