package dev.brayer.grammar.policy;

import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Source;
import dev.brayer.text.Span;
import java.util.ArrayList;
import java.util.List;

/// The text between quotes, and for each of its characters where it stands in the file. In three
/// quotes, a line break right after the opening and the common indentation are removed.
final class TextBlock {
    private final StringBuilder text = new StringBuilder();
    private final List<Line> lines = new ArrayList<>();

    /// A line of the text: where it begins in the text and in the file.
    private record Line(int textStart, int fileStart) {}

    private TextBlock() {}

    /// A text in single or triple quotes; `span` holds the quotes. A missing closing quote was
    /// reported already.
    static TextBlock of(Source source, Span span, boolean block, Diagnostics diagnostics) {
        TextBlock result = new TextBlock();
        String file = source.text();
        int quotes = block ? 3 : 1;
        if (!block && file.charAt(span.start()) != '"') {
            // A number with a unit or a text in single quotes, reported as such.
            quotes = file.charAt(span.start()) == '\'' ? 1 : 0;
            result.lines.add(new Line(0, span.start() + quotes));
            result.text.append(file, span.start() + quotes, span.end() - quotes);
            return result;
        }
        int start = Math.min(span.start() + quotes, span.end());
        boolean closed =
                span.end() - quotes >= start
                        && file.startsWith(block ? "\"\"\"" : "\"", span.end() - quotes);
        int end = closed ? span.end() - quotes : span.end();
        if (block) {
            result.readBlock(source, start, end, diagnostics);
        } else {
            result.lines.add(new Line(0, start));
            result.text.append(file, start, end);
        }
        return result;
    }

    private void readBlock(Source source, int from, int end, Diagnostics diagnostics) {
        String file = source.text();
        int start = afterLineBreak(file, from, end);
        // A text that begins in the line of its quotes has no indentation there.
        boolean firstCounts = start > from;
        int common = commonIndentation(file, start, end, firstCounts);
        reportTab(source, start, end, common, firstCounts, diagnostics);
        for (int at = start; at < end; ) {
            int next = nextLine(file, at, end);
            int skip =
                    at == start && !firstCounts ? 0 : Math.min(common, indentation(file, at, next));
            lines.add(new Line(text.length(), at + skip));
            text.append(file, at + skip, next);
            at = next;
        }
        if (lines.isEmpty()) {
            lines.add(new Line(0, start));
        }
    }

    private static int commonIndentation(String file, int start, int end, boolean firstCounts) {
        int common = Integer.MAX_VALUE;
        for (int at = start; at < end; ) {
            int next = nextLine(file, at, end);
            int indentation = indentation(file, at, next);
            boolean closingLine = next == end && at + indentation == end;
            boolean blank = !closingLine && isLineEnd(file, at + indentation, end);
            if (!blank && (at != start || firstCounts)) {
                common = Math.min(common, indentation);
            }
            at = next;
        }
        boolean closingAtMargin = end > start && isLineBreak(file.charAt(end - 1));
        return common == Integer.MAX_VALUE || closingAtMargin ? 0 : common;
    }

    private static void reportTab(
            Source source,
            int start,
            int end,
            int common,
            boolean firstCounts,
            Diagnostics diagnostics) {
        String file = source.text();
        for (int at = start; at < end; at = nextLine(file, at, end)) {
            if (at == start && !firstCounts) {
                continue;
            }
            int indentation = Math.min(common, indentation(file, at, nextLine(file, at, end)));
            int tab = file.indexOf('\t', at);
            if (tab >= 0 && tab < at + indentation) {
                diagnostics.add(
                        Diagnostic.error(
                                        PolicySyntaxCode.TEXT_INDENTATION,
                                        source.place(tab, tab + 1),
                                        "the common indentation of this text has a tab")
                                .withHint("indent it with spaces"));
                return;
            }
        }
    }

    private static int indentation(String file, int from, int end) {
        int at = from;
        while (at < end && (file.charAt(at) == ' ' || file.charAt(at) == '\t')) {
            at++;
        }
        return at - from;
    }

    private static boolean isLineEnd(String file, int at, int end) {
        return at >= end || isLineBreak(file.charAt(at));
    }

    private static boolean isLineBreak(char character) {
        return character == '\n' || character == '\r';
    }

    private static int afterLineBreak(String file, int at, int end) {
        if (at < end && file.charAt(at) == '\r') {
            return at + 1 < end && file.charAt(at + 1) == '\n' ? at + 2 : at + 1;
        }
        return at < end && file.charAt(at) == '\n' ? at + 1 : at;
    }

    private static int nextLine(String file, int from, int end) {
        int at = from;
        while (at < end && !isLineBreak(file.charAt(at))) {
            at++;
        }
        return afterLineBreak(file, at, end);
    }

    String text() {
        return text.toString();
    }

    /// Offsets in the file at which the lines of the text begin.
    List<Integer> lineOffsets() {
        List<Integer> offsets = new ArrayList<>();
        for (Line line : lines) {
            offsets.add(line.fileStart());
        }
        return offsets;
    }

    /// Where a character of the text stands in the file.
    int offset(int index) {
        Line line = lines.getFirst();
        for (Line candidate : lines) {
            if (candidate.textStart() > index) {
                break;
            }
            line = candidate;
        }
        return line.fileStart() + index - line.textStart();
    }

    /// The character of the text at or behind an offset of the file.
    int indexAtOrBehind(int offset) {
        for (int at = 0; at < lines.size(); at++) {
            Line line = lines.get(at);
            int textEnd = at + 1 < lines.size() ? lines.get(at + 1).textStart() : text.length();
            int length = textEnd - line.textStart();
            if (offset < line.fileStart() + length) {
                return line.textStart() + Math.max(0, offset - line.fileStart());
            }
        }
        return text.length();
    }
}
