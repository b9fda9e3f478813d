package dev.brayer.text;

/// What gave a word its value: the place of the value in a formation, of `--set` on the command
/// line, of a file …
///
/// @param known what is known of the value
public record Origin(String word, Place place, Known known) {
    /// How much of a value is known where it is filled in.
    public enum Known {
        VALUE,
        /// The word has no value yet and something stands in for it, such as an image that was
        /// never built: what a policy says of such a value is undecided.
        NOTHING,
        /// The value is a secret: its name stands in for it.
        SECRET
    }

    /// The origin of a value that is known.
    public Origin(String word, Place place) {
        this(word, place, Known.VALUE);
    }

    /// The same value, of which a part stands elsewhere.
    public Origin at(Place other) {
        return new Origin(word, other, known);
    }
}
