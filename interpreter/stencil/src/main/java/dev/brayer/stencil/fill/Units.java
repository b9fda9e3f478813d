package dev.brayer.stencil.fill;

import dev.brayer.text.Origin;
import dev.brayer.text.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The entries of one map or list as ranges of the text, and which of them go. An entry goes with
/// its line, or with its comma; what holds no entry any more is written `{}` or `[]`.
final class Units {
    private final String text;
    private final boolean flow;
    private final String empty;
    private final int after;
    private final List<Unit> units = new ArrayList<>();

    /// @param place the hole that was filled with nothing, `null` for an entry that stays
    record Unit(int start, int end, @Nullable Place place, List<Origin> origins) {
        boolean goes() {
            return place != null;
        }
    }

    /// @param empty what an empty map or list is written as
    /// @param after the offset behind what holds the map or list: the colon, the dash
    Units(String text, boolean flow, String empty, int after) {
        this.text = text;
        this.flow = flow;
        this.empty = empty;
        this.after = after;
    }

    void stays(int start, int end) {
        units.add(new Unit(start, end, null, List.of()));
    }

    void goes(int start, int end, Place place, List<Origin> origins) {
        units.add(new Unit(start, end, place, origins));
    }

    void apply(Edits edits) {
        int going = 0;
        for (Unit unit : units) {
            going += unit.goes() ? 1 : 0;
        }
        if (going == 0) {
            return;
        }
        if (going == units.size()) {
            becomeEmpty(edits);
        } else if (flow) {
            removeFlow(edits);
        } else {
            removeBlock(edits);
        }
    }

    private void becomeEmpty(Edits edits) {
        Unit first = units.get(0);
        Unit last = units.get(units.size() - 1);
        Place place = first.place();
        if (place == null) {
            throw new IllegalStateException("the first entry stays");
        }
        if (flow) {
            boolean bracketed = first.start() > 0 && isBracketed(first.start());
            int comma = comma(last.end());
            List<Piece> braces =
                    bracketed
                            ? List.of()
                            : List.of(new Piece(empty, place, false, first.origins()));
            edits.replace(first.start(), bracketed && comma >= 0 ? comma + 1 : last.end(), braces);
            return;
        }
        boolean besideKey = Lines.isEmpty(text, after, first.start());
        boolean sameLine = Lines.isBlank(text, after, first.start());
        Piece written =
                new Piece(
                        besideKey && !sameLine ? " " + empty : empty,
                        place,
                        false,
                        first.origins());
        edits.replace(
                besideKey && !sameLine ? after : first.start(), first.end(), List.of(written));
        for (Unit unit : units.subList(1, units.size())) {
            removeLine(unit, edits);
        }
    }

    /// Whether the entry stands in brackets or braces of its own; a pair in a list (`[a: b]`) does
    /// not.
    private boolean isBracketed(int start) {
        int at = start - 1;
        while (at > 0
                && (text.charAt(at) == ' '
                        || Lines.isBreak(text.charAt(at))
                        || text.charAt(at) == '\t')) {
            at--;
        }
        return text.charAt(at) == empty.charAt(0)
                || (at >= 0 && Lines.hasComment(text, Lines.start(text, at), at));
    }

    private void removeLine(Unit unit, Edits edits) {
        edits.remove(Lines.start(text, unit.start()), Lines.next(text, unit.end()));
    }

    private void removeBlock(Edits edits) {
        int index = 0;
        while (index < units.size()) {
            Unit unit = units.get(index);
            if (!unit.goes()) {
                index++;
            } else if (Lines.startsLine(text, unit.start())) {
                removeLine(unit, edits);
                index++;
            } else {
                index = removeBesideDash(index, edits);
            }
        }
    }

    /// The first entry of a map that begins behind a dash (`- key: ${word}`): the next one takes
    /// its place, unless a comment stands between them, which stays.
    private int removeBesideDash(int from, Edits edits) {
        int next = from;
        while (units.get(next).goes()) {
            next++;
        }
        Unit unit = units.get(from);
        int until = units.get(next).start();
        if (next == from + 1 && Lines.hasComment(text, unit.end(), until)) {
            edits.remove(unit.start(), unit.end());
        } else {
            edits.remove(unit.start(), until);
        }
        return next;
    }

    private void removeFlow(Edits edits) {
        int index = 0;
        while (index < units.size()) {
            if (!units.get(index).goes()) {
                index++;
                continue;
            }
            int last = index;
            while (last + 1 < units.size() && units.get(last + 1).goes()) {
                last++;
            }
            int start = units.get(index).start();
            int end = units.get(last).end();
            if (last + 1 < units.size()) {
                int next = units.get(last + 1).start();
                edits.remove(start, Lines.hasComment(text, end, next) ? comma(end) + 1 : next);
            } else {
                int before = units.get(index - 1).end();
                edits.remove(Lines.hasComment(text, before, start) ? start : comma(before), end);
            }
            index = last + 1;
        }
    }

    /// The comma behind an entry, or -1.
    private int comma(int end) {
        int at = Lines.skip(text, end);
        return at < text.length() && text.charAt(at) == ',' ? at : -1;
    }
}
