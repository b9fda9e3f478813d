package dev.brayer.text;

/// The source line of a place with carets under what is meant, as every message of brayer shows it:
///
/// ```text
///    12 |           image: shop/web:latest
///       |                  ^^^^^^^^^^^^^^^
/// ```
public final class Excerpt {
    /// Longer lines are cut around the place; a base64 blob must not fill the screen.
    private static final int LONGEST = 160;

    private static final int LEAD = 40;

    private Excerpt() {}

    /// The excerpt with line ends, or an empty text for a file without text. Control characters are
    /// shown as their four hexadecimal digits with carets moved accordingly; a span over several
    /// lines is underlined to the end of its first.
    public static String of(Place place) {
        Source source = place.source();
        if (source.text().isEmpty()) {
            return "";
        }
        Position start = place.start();
        String line = source.line(start.line());
        int from = Math.min(start.column() - 1, line.length());
        int to = Math.max(from, Math.min(from + place.span().length(), line.length()));
        int cutFrom = line.length() > LONGEST && from > LEAD ? from - LEAD : 0;
        int cutTo = Math.min(line.length(), cutFrom + LONGEST);
        to = Math.min(to, cutTo);

        StringBuilder shown = new StringBuilder(cutFrom > 0 ? "…" : "");
        StringBuilder carets = new StringBuilder(cutFrom > 0 ? " " : "");
        for (int index = cutFrom; index < cutTo; index++) {
            int before = shown.length();
            appendVisible(shown, line.charAt(index));
            for (int width = shown.length() - before;
                    width > 0 && index < Math.max(to, from + 1);
                    width--) {
                carets.append(index < from ? ' ' : '^');
            }
        }
        if (cutTo < line.length()) {
            shown.append('…');
        }
        if (from >= cutTo) {
            carets.append('^');
        }
        String number = Integer.toString(start.line());
        String gutter = " ".repeat(Math.max(1, 5 - number.length()));
        return gutter
                + number
                + " | "
                + shown
                + "\n"
                + " ".repeat(gutter.length() + number.length())
                + " | "
                + carets
                + "\n";
    }

    private static void appendVisible(StringBuilder shown, char character) {
        if (character == '\t') {
            shown.append("    ");
        } else if (Character.isISOControl(character) || isBidirectionalControl(character)) {
            String digits = Integer.toHexString(character);
            shown.append("\\u").append("0".repeat(4 - digits.length())).append(digits);
        } else {
            shown.append(character);
        }
    }

    private static boolean isBidirectionalControl(char character) {
        return (character >= '\u202a' && character <= '\u202e')
                || (character >= '\u2066' && character <= '\u2069')
                || character == '\u200e'
                || character == '\u200f'
                || character == '\u061c';
    }
}
