package dev.brayer.stencil.render;

import dev.brayer.stencil.StencilCode;
import dev.brayer.stencil.Value;
import dev.brayer.stencil.Word;
import dev.brayer.stencil.WordNames;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Origin;
import dev.brayer.text.Place;
import dev.brayer.text.Suggestions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The entries for which a stencil with `for-each=WORD` is rendered.
final class ForEach {
    private static final String KEY_WORD = "name";

    private final StencilFile stencil;
    private final WordResolver words;
    private final Map<String, List<Place>> uses;
    private final Diagnostics diagnostics;

    ForEach(
            StencilFile stencil,
            WordResolver words,
            Map<String, List<Place>> uses,
            Diagnostics diagnostics) {
        this.stencil = stencil;
        this.words = words;
        this.uses = uses;
        this.diagnostics = diagnostics;
    }

    List<Value.Field> entries() {
        String name = stencil.forEach();
        Place place = stencil.forEachPlace();
        if (name == null || place == null) {
            return List.of();
        }
        if (!words.isGiven(name)) {
            diagnostics.add(
                    Diagnostic.error(
                                    StencilCode.WORD_UNDEFINED,
                                    place,
                                    "the word `" + name + "` has no value")
                            .withHint(Suggestions.didYouMean(name, words.names())));
            return List.of();
        }
        uses.computeIfAbsent(name, key -> new ArrayList<>()).add(place);
        Word word = words.word(name);
        if (word == null || word.value() instanceof Value.Nothing) {
            return List.of();
        }
        if (!(word.value() instanceof Value.Fields map)) {
            complain(
                    place,
                    "`for-each` takes a map, and `" + name + "` is a " + word.value().typeName(),
                    word);
            return List.of();
        }
        List<Value.Field> entries = new ArrayList<>();
        for (Value.Field field : map.fields()) {
            if (isFileName(field.key())) {
                entries.add(field);
            } else {
                complain(
                        place,
                        "the key "
                                + shown(field.key())
                                + " of `"
                                + name
                                + "` cannot be part of a file name",
                        word);
            }
        }
        return entries;
    }

    private static String shown(String key) {
        return new Value.Text(key, null).shown();
    }

    private void complain(Place place, String message, Word word) {
        Diagnostic diagnostic = Diagnostic.error(StencilCode.FOR_EACH, place, message);
        Place given = word.origins().get(0).place();
        diagnostics.add(diagnostic.withRelated(given, "its value"));
    }

    private static boolean isFileName(String key) {
        boolean fits = !key.isEmpty() && key.charAt(0) != '.' && key.length() <= 100;
        for (int index = 0; fits && index < key.length(); index++) {
            char character = key.charAt(index);
            fits =
                    (character >= 'a' && character <= 'z')
                            || (character >= 'A' && character <= 'Z')
                            || (character >= '0' && character <= '9')
                            || "._-".indexOf(character) >= 0;
        }
        return fits;
    }

    /// `worker.yml` for the key `orders` is `worker-orders.yml`.
    static String fileName(String stencil, String key) {
        int ending = stencil.lastIndexOf('.');
        return stencil.substring(0, ending) + "-" + key + stencil.substring(ending);
    }

    /// The words of one entry: its key as `name`, and its fields that are scalars.
    static Map<String, Word> words(String forEach, Value.Field entry, WordResolver words) {
        Word source = words.word(forEach);
        List<Origin> origins = source == null ? List.of() : source.origins();
        Map<String, Word> own = new LinkedHashMap<>();
        if (entry.value() instanceof Value.Fields fields) {
            for (Value.Field field : fields.fields()) {
                if (WordNames.isWord(field.key())
                        && (field.value().isScalar() || field.value() instanceof Value.Nothing)) {
                    own.put(field.key(), word(field.key(), field.value(), origins));
                }
            }
        }
        own.put(KEY_WORD, word(KEY_WORD, new Value.Text(entry.key(), entry.keyPlace()), origins));
        return own;
    }

    private static Word word(String name, Value value, List<Origin> origins) {
        Place place = value.place();
        @Nullable Place given =
                place == null && !origins.isEmpty() ? origins.get(0).place() : place;
        return new Word(name, value, given == null ? origins : List.of(new Origin(name, given)));
    }
}
