package dev.brayer.stencil.render;

import dev.brayer.stencil.StencilCode;
import dev.brayer.stencil.WordNames;
import dev.brayer.stencil.fill.Directives;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Place;
import dev.brayer.text.Source;
import dev.brayer.text.Suggestions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A stencil with what its header comment says.
///
/// @param name relative to the stencils' folder
/// @param forEach the word of `for-each`, `null` without
record StencilFile(
        String name,
        Source source,
        List<String> tags,
        int order,
        @Nullable String forEach,
        @Nullable Place forEachPlace)
        implements Comparable<StencilFile> {
    private static final int LARGEST_ORDER = 1_000_000;

    StencilFile {
        tags = List.copyOf(tags);
    }

    @Override
    public int compareTo(StencilFile other) {
        int byOrder = Integer.compare(order, other.order);
        return byOrder == 0 ? name.compareTo(other.name) : byOrder;
    }

    static StencilFile of(String name, Source source, Diagnostics diagnostics) {
        List<String> tags = new ArrayList<>();
        int order = 0;
        String forEach = null;
        Place forEachPlace = null;
        for (Directives.Directive directive : Directives.of(source).head()) {
            for (Directives.Word word : directive.words()) {
                int equals = word.text().indexOf('=');
                String key = equals < 0 ? word.text() : word.text().substring(0, equals);
                String value = equals < 0 ? "" : word.text().substring(equals + 1);
                switch (key) {
                    case "tags" -> addTags(value, word, tags, diagnostics);
                    case "order" -> {
                        Integer number = number(value);
                        order = number == null ? 0 : number;
                        if (number == null) {
                            complain(
                                    word,
                                    "`order` takes a whole number, not `" + value + "`",
                                    null,
                                    diagnostics);
                        }
                    }
                    case "for-each" -> {
                        forEach = value;
                        forEachPlace = word.place();
                        if (!WordNames.isWord(value)) {
                            forEach = null;
                            complain(
                                    word,
                                    "`for-each` takes a word, not `" + value + "`",
                                    null,
                                    diagnostics);
                        }
                    }
                    case "literal" -> {
                        if (equals >= 0) {
                            complain(word, "`literal` stands alone", null, diagnostics);
                        }
                    }
                    default ->
                            complain(
                                    word,
                                    "`" + key + "` is nothing that a header comment can say",
                                    Suggestions.didYouMean(
                                            key, List.of("tags", "order", "for-each", "literal")),
                                    diagnostics);
                }
            }
        }
        return new StencilFile(name, source, tags, order, forEach, forEachPlace);
    }

    private static void addTags(
            String value, Directives.Word word, List<String> tags, Diagnostics diagnostics) {
        int start = 0;
        while (start <= value.length()) {
            int comma = value.indexOf(',', start);
            int end = comma < 0 ? value.length() : comma;
            if (end == start) {
                complain(
                        word,
                        "`tags` takes names with commas between them",
                        "such as tags=web,setup",
                        diagnostics);
                return;
            }
            tags.add(value.substring(start, end));
            start = end + 1;
        }
    }

    private static void complain(
            Directives.Word word, String message, @Nullable String hint, Diagnostics diagnostics) {
        diagnostics.add(
                Diagnostic.error(StencilCode.DIRECTIVE, word.place(), message).withHint(hint));
    }

    private static @Nullable Integer number(String text) {
        try {
            int number = Integer.parseInt(text);
            return Math.abs(number) <= LARGEST_ORDER ? number : null;
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }
}
