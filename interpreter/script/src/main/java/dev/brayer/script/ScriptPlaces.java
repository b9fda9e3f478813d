package dev.brayer.script;

import dev.brayer.script.wire.Range;
import dev.brayer.text.Place;
import dev.brayer.text.Source;

/// Places in a script.
final class ScriptPlaces {
    private ScriptPlaces() {}

    /// The place of a range as the interpreter counts it; the script as a whole where it is not
    /// known.
    static Place place(Source script, Range range) {
        if (!range.isKnown() || range.line() > script.lineCount()) {
            return script.wholeFile();
        }
        int start = offset(script, range.line(), range.column());
        int end = offset(script, range.endLine(), range.endColumn() + 1);
        return script.place(start, Math.max(start, end));
    }

    private static int offset(Source script, int line, int column) {
        int length = script.text().length();
        int known = Math.min(Math.max(1, line), script.lineCount());
        return Math.min(length, script.lineStart(known) + Math.max(0, column - 1));
    }
}
