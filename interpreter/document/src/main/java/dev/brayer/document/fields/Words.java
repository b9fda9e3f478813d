package dev.brayer.document.fields;

import dev.brayer.text.Suggestions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Words to choose from, as a message names them.
record Words(List<String> words) {
    Words {
        words = List.copyOf(words);
    }

    @Nullable String didYouMean(String word) {
        return Suggestions.didYouMean(word, words);
    }

    /// `` `a`, `b`, `c` ``
    String list() {
        return joined(", ");
    }

    /// `` `a`, `b` or `c` ``
    @Override
    public String toString() {
        return joined(" or ");
    }

    private String joined(String beforeLast) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < words.size(); at++) {
            if (at > 0) {
                text.append(at == words.size() - 1 ? beforeLast : ", ");
            }
            text.append('`').append(words.get(at)).append('`');
        }
        return text.toString();
    }
}
