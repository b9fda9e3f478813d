package dev.brayer.stencil.render;

import dev.brayer.grammar.placeholder.PlaceholderScanner;
import dev.brayer.grammar.placeholder.Placeholders;
import dev.brayer.stencil.StencilCode;
import dev.brayer.stencil.Value;
import dev.brayer.stencil.Word;
import dev.brayer.stencil.WordSource;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Origin;
import dev.brayer.text.Place;
import dev.brayer.text.Source;
import dev.brayer.text.Span;
import dev.brayer.text.Suggestions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Fills the holes of `join`.
final class JoinFiller {
    private final WordResolver words;

    /// For each word the places of the joins that use it.
    private final Map<String, List<Place>> uses = new LinkedHashMap<>();

    private boolean counting = true;

    JoinFiller(WordResolver words) {
        this.words = words;
    }

    record Joined(Value value, List<Origin> origins) {}

    @Nullable Joined fill(String name, WordSource.Join join) {
        String text = join.text();
        Placeholders found =
                PlaceholderScanner.scan(Source.of("join", text), new Span(0, text.length()));
        boolean complete = true;
        for (Diagnostic malformed : found.diagnostics()) {
            Place place = malformed.place();
            Span span = place == null ? new Span(0, text.length()) : place.span();
            words.diagnostics()
                    .add(
                            Diagnostic.error(
                                            malformed.code(),
                                            place(join, span),
                                            malformed.message())
                                    .withHint(malformed.hint()));
            complete = false;
        }
        List<Origin> origins = new ArrayList<>();
        origins.add(new Origin(name, join.place()));
        StringBuilder out = new StringBuilder();
        int done = 0;
        for (Placeholders.Hole hole : found.holes()) {
            out.append(unescaped(text, done, hole.span().start()));
            done = hole.span().end();
            Place place = place(join, hole.span());
            if (counting) {
                uses.computeIfAbsent(hole.word(), word -> new ArrayList<>()).add(place);
            }
            String filling = filling(hole.word(), place, origins);
            complete &= filling != null;
            out.append(filling);
        }
        out.append(unescaped(text, done, text.length()));
        if (!complete) {
            return null;
        }
        Place place = join.place();
        Value value =
                isSecret(origins)
                        ? new Value.Secret(out.toString(), place)
                        : new Value.Text(out.toString(), place);
        return new Joined(value, origins);
    }

    private static boolean isSecret(List<Origin> origins) {
        for (Origin origin : origins) {
            if (origin.known() == Origin.Known.SECRET) {
                return true;
            }
        }
        return false;
    }

    private static String unescaped(String text, int start, int end) {
        return text.substring(start, end).replace("$${", "${");
    }

    private @Nullable String filling(String name, Place place, List<Origin> origins) {
        if (!words.isGiven(name)) {
            words.noteUndefined(name);
            words.diagnostics()
                    .add(
                            Diagnostic.error(
                                            StencilCode.WORD_UNDEFINED,
                                            place,
                                            "the word `" + name + "` has no value")
                                    .withHint(Suggestions.didYouMean(name, words.names())));
            return null;
        }
        Word word = words.word(name);
        if (word == null) {
            return null;
        }
        for (Origin origin : word.origins()) {
            if (!isKnown(origin, origins)) {
                origins.add(origin);
            }
        }
        Value value = word.value();
        if (value instanceof Value.Secret secret) {
            return secret.marker();
        }
        if (!value.isScalar()) {
            words.diagnostics()
                    .add(
                            Diagnostic.error(
                                    StencilCode.HOLE_TYPE,
                                    place,
                                    "`"
                                            + name
                                            + "` is "
                                            + article(value)
                                            + " and cannot be part of a text"));
        }
        return value.asText();
    }

    /// By hand, as in `ValueWriter`: no `equals` of a record on the way of start-up.
    private static boolean isKnown(Origin origin, List<Origin> origins) {
        for (Origin known : origins) {
            if (known.word().equals(origin.word())
                    && known.place().source().equals(origin.place().source())
                    && known.place().span().start() == origin.place().span().start()) {
                return true;
            }
        }
        return false;
    }

    private static String article(Value value) {
        return value instanceof Value.Nothing ? "null" : "a " + value.typeName();
    }

    /// The place in the formation of a range of the joined text: exact, unless escapes make both
    /// differ.
    private static Place place(WordSource.Join join, Span span) {
        Place place = join.place();
        int at = place.text().indexOf(join.text());
        if (at < 0) {
            return place;
        }
        int start = place.span().start() + at;
        return place.source().place(start + span.start(), start + span.end());
    }

    /// Joins that are made for a table only use nothing.
    void pauseUses() {
        counting = false;
    }

    void resumeUses() {
        counting = true;
    }

    Map<String, List<Place>> uses() {
        return uses;
    }
}
