package dev.brayer.document;

import dev.brayer.text.Diagnostic;
import dev.brayer.text.Place;
import dev.brayer.text.Source;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Says in the user's words what the YAML engine says in its own.
final class SyntaxMessages {
    private final Source source;
    private final String text;

    SyntaxMessages(Source source, String text) {
        this.source = source;
        this.text = text;
    }

    private record Wording(String message, @Nullable String hint) {}

    /// kubectl reads JSON values one after the other without separators; YAML wants `---` between
    /// them.
    static boolean isSecondJsonValue(
            MarkedYamlEngineException failure, String text, int offset, int from) {
        return offset > from
                && offset < text.length()
                && text.charAt(offset) == '{'
                && failure.getProblem().startsWith("expected '<document start>'")
                && TextScan.looksLikeJson(text);
    }

    static Diagnostic withoutPlace(YamlEngineException failure, Place place) {
        String message = String.valueOf(failure.getMessage());
        return Diagnostic.error(
                DocumentCode.SYNTAX,
                place,
                message.contains("simple key")
                        ? "the indentation of this document is wrong"
                        : "not valid YAML: " + message);
    }

    /// @param bracket where the innermost unclosed bracket stands, or -1
    Diagnostic of(
            MarkedYamlEngineException failure, SourceOffsets offsets, int offset, int bracket) {
        String problem = failure.getProblem();
        if (bracket >= 0
                && bracket < offset
                && (offset >= text.length() || text.startsWith("---", offset))) {
            return Diagnostic.error(
                    DocumentCode.SYNTAX,
                    source.place(bracket, bracket + 1),
                    "this `" + text.charAt(bracket) + "` is never closed");
        }
        String context = failure.getContext() == null ? "" : failure.getContext();
        Mark contextMark = failure.getContextMark().orElse(null);
        int contextOffset = contextMark == null ? -1 : offsets.of(contextMark.getIndex());
        char character = offset < text.length() ? text.charAt(offset) : 0;
        Wording wording = wording(problem, context, character, offset);
        Place place = placeOf(problem, offset, contextOffset);
        Diagnostic diagnostic =
                Diagnostic.error(DocumentCode.SYNTAX, place, wording.message())
                        .withHint(wording.hint());
        if (bracket >= 0 && bracket < place.span().start()) {
            return diagnostic.withRelated(
                    source.place(bracket, bracket + 1), "inside the bracket that opens here");
        }
        return contextOffset >= 0 && contextOffset < place.span().start()
                ? diagnostic.withRelated(
                        source.place(contextOffset, contextOffset), relation(context))
                : diagnostic;
    }

    private static String relation(String context) {
        if (context.contains("quoted scalar")) {
            return "the quote opens here";
        }
        return context.contains("block") ? "in what begins here" : "it begins here";
    }

    /// An unclosed quote or bracket is to blame where it opens, not where the file ends.
    private Place placeOf(String problem, int offset, int contextOffset) {
        if (contextOffset >= 0 && problem.startsWith("found unexpected")) {
            return source.place(contextOffset, Math.min(contextOffset + 1, text.length()));
        }
        boolean character = offset < text.length() && text.charAt(offset) > ' ';
        return source.place(
                Math.min(offset, text.length()),
                Math.min(offset + (character ? 1 : 0), text.length()));
    }

    private Wording wording(String problem, String context, char character, int offset) {
        if (problem.contains("that cannot start any token")) {
            return cannotStart(character);
        }
        if (problem.startsWith("found a key after")) {
            return tab();
        }
        if (problem.startsWith("found unexpected")) {
            return new Wording(
                    problem.endsWith("separator")
                            ? "this quote is not closed before the document ends"
                            : "this quote is never closed",
                    null);
        }
        if (problem.startsWith("mapping values are not allowed")) {
            return new Wording(
                    "a `:` may not stand here: the value has begun, or the line is indented wrongly",
                    "put a value that contains `: ` in quotes, or check the indentation");
        }
        if (problem.startsWith("could not find expected ':'")) {
            return new Wording(
                    "a `:` is missing after this key, or the line above is not finished", null);
        }
        if (problem.startsWith("sequence entries are not allowed")
                || problem.startsWith("mapping keys are not")) {
            return new Wording(
                    "a list entry or key may not stand here",
                    "begin it on its own line, indented like its neighbours");
        }
        if (problem.startsWith("expected <block end>")) {
            return new Wording(
                    context.contains("collection")
                            ? "this line does not fit the list above it"
                            : "this line does not fit the map above it",
                    "entries of one map or list have the same indentation");
        }
        if (problem.startsWith("expected ',' or")) {
            return new Wording(
                    "a `,` or the closing `"
                            + problem.charAt(problem.indexOf("or '") + 4)
                            + "` is missing",
                    null);
        }
        if (problem.startsWith("expected the node content")
                || problem.startsWith("expected '<document")) {
            return character == 0
                    ? new Wording("a value is missing at the end", null)
                    : new Wording("`" + character + "` may not stand here", null);
        }
        return other(problem, offset);
    }

    private static Wording cannotStart(char character) {
        return switch (character) {
            case '\t' -> tab();
            case '@', '`' ->
                    new Wording(
                            "a value may not begin with `" + character + "`",
                            "put the value in quotes");
            case '%' -> new Wording("a value may not begin with `%`", "put the value in quotes");
            default -> new Wording("`" + character + "` may not stand here", null);
        };
    }

    private static Wording tab() {
        return new Wording("a tab cannot indent YAML", "indent with spaces");
    }

    private Wording other(String problem, int offset) {
        if (problem.startsWith("found unknown escape")) {
            String escape = offset < text.length() ? "`\\" + text.charAt(offset) + "` " : "";
            return new Wording(
                    escape + "is no escape of a double-quoted string",
                    "use single quotes, or write the backslash twice");
        }
        if (problem.contains("leading empty lines contain more spaces")) {
            return new Wording(
                    "an empty line at the start of this block has more spaces than its first line",
                    null);
        }
        if (problem.startsWith("found undefined tag handle")) {
            return new Wording("the tag begins with a handle that nothing defines", null);
        }
        if (problem.contains("DEL character")) {
            return new Wording("the control character U+007F may not stand here", null);
        }
        if (problem.startsWith("unexpected character found")) {
            return new Wording("an anchor or alias is a name of letters and digits", null);
        }
        if (problem.startsWith("expected chomping")) {
            return new Wording(
                    "after `|` or `>` only `+`, `-` and a digit may stand",
                    "begin the text on the next line");
        }
        return new Wording("not valid YAML: " + problem.trim().toLowerCase(Locale.ROOT), null);
    }
}
