package dev.brayer.text;

/// What gave a word its value: the place of the value in a formation, of `--set` on the command
/// line, of a file …
///
/// @param filled `false` where the word has no value yet and something stands in for it, such as an
///   image that was never built: what a policy says of such a value is undecided
public record Origin(String word, Place place, boolean filled) {
    /// The origin of a value that is known.
    public Origin(String word, Place place) {
        this(word, place, true);
    }
}
