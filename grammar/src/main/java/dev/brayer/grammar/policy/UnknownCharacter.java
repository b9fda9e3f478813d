package dev.brayer.grammar.policy;

import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Source;
import java.util.List;
import org.antlr.v4.runtime.Token;

/// What is said about a character that begins no token.
final class UnknownCharacter {
    private UnknownCharacter() {}

    /// @param skipped the offsets of characters whose absence the parser will notice, added to here
    /// @return where to read on
    static int report(
            Source source, Token token, int limit, List<Integer> skipped, Diagnostics diagnostics) {
        int start = token.getStartIndex();
        char character = source.text().charAt(start);
        int next = start + 1;
        if (HiddenCharacters.isHidden(character)) {
            return next;
        }
        if (Character.isHighSurrogate(character) && next < source.text().length()) {
            next++;
        }
        String hint = null;
        switch (character) {
            case ';' -> hint = "nothing separates the parts of a rule; remove it";
            case '!' -> hint = "write `not`";
            case '~' -> hint = "write `matches`; it judges the whole text";
            case '?' -> {
                hint = "for \"if a then b\" write `not a or b`";
                if (next < limit && source.text().charAt(next) == '?') {
                    hint = "for a missing value write `a default b`";
                    next++;
                }
            }
            case '$' -> hint = "a path stands in quotes: `fetch(\"$.spec\")`";
            case '\\' ->
                    hint =
                            "to use quotes in the values of a message, write the message in three quotes";
            case '#' -> {
                hint = "a comment begins with `//`";
                next = TokenReader.endOfLine(source.text(), start, limit);
            }
            case '\'', '`', '“', '”', '„' -> hint = "texts stand in double quotes: `\"`";
            default -> {
                if (Character.isLetter(source.text().codePointAt(start))) {
                    hint =
                            "names have the letters a to z, digits and `_`; other text stands in quotes";
                    while (next < source.text().length()
                            && Character.isLetter(source.text().codePointAt(next))) {
                        next += Character.charCount(source.text().codePointAt(next));
                    }
                }
            }
        }
        int shown = character == '#' ? start + 1 : next;
        if (character != '#' && character != ';') {
            skipped.add(start);
        }
        diagnostics.add(
                Diagnostic.error(
                                PolicySyntaxCode.CHARACTER,
                                source.place(start, shown),
                                "`"
                                        + source.text().substring(start, shown)
                                        + "` has no meaning here")
                        .withHint(hint));
        return next;
    }
}
