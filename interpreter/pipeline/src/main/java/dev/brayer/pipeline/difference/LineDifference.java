package dev.brayer.pipeline.difference;

import java.util.ArrayList;
import java.util.List;

/// The lines in which two texts differ, as `diff -u` shows them, without the names of files.
public final class LineDifference {
    private static final int AROUND = 3;

    /// Above this many pairs of lines the middle is shown as replaced whole: a table of them would
    /// fill the memory.
    private static final long MOST_PAIRS = 16_000_000;

    private final List<String> before;
    private final List<String> after;

    /// One for each line of the result: ` `, `-` or `+`, and the line.
    private final List<String> marked = new ArrayList<>();

    private LineDifference(List<String> before, List<String> after) {
        this.before = before;
        this.after = after;
    }

    static List<String> lines(String text) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        while (!lines.isEmpty() && lines.getLast().isBlank()) {
            lines.removeLast();
        }
        while (!lines.isEmpty() && (lines.getFirst().isBlank() || lines.getFirst().equals("---"))) {
            lines.removeFirst();
        }
        return lines;
    }

    /// Empty when nothing differs.
    public static List<String> unified(List<String> before, List<String> after) {
        LineDifference difference = new LineDifference(before, after);
        difference.mark();
        return difference.hunks();
    }

    private void mark() {
        int start = 0;
        int shorter = Math.min(before.size(), after.size());
        while (start < shorter && before.get(start).equals(after.get(start))) {
            marked.add(" " + before.get(start++));
        }
        int end = 0;
        while (end < shorter - start
                && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
            end++;
        }
        middle(
                before.subList(start, before.size() - end),
                after.subList(start, after.size() - end));
        for (int at = before.size() - end; at < before.size(); at++) {
            marked.add(" " + before.get(at));
        }
    }

    /// By the longest common subsequence.
    private void middle(List<String> old, List<String> fresh) {
        if ((long) old.size() * fresh.size() > MOST_PAIRS) {
            old.forEach(line -> marked.add("-" + line));
            fresh.forEach(line -> marked.add("+" + line));
            return;
        }
        int[][] common = new int[old.size() + 1][fresh.size() + 1];
        for (int row = old.size() - 1; row >= 0; row--) {
            for (int column = fresh.size() - 1; column >= 0; column--) {
                common[row][column] =
                        old.get(row).equals(fresh.get(column))
                                ? common[row + 1][column + 1] + 1
                                : Math.max(common[row + 1][column], common[row][column + 1]);
            }
        }
        int row = 0;
        int column = 0;
        while (row < old.size() || column < fresh.size()) {
            boolean both = row < old.size() && column < fresh.size();
            if (both && old.get(row).equals(fresh.get(column))) {
                marked.add(" " + old.get(row++));
                column++;
            } else if (column >= fresh.size()
                    || (both && common[row + 1][column] >= common[row][column + 1])) {
                marked.add("-" + old.get(row++));
            } else {
                marked.add("+" + fresh.get(column++));
            }
        }
    }

    private List<String> hunks() {
        List<String> result = new ArrayList<>();
        int oldLine = 1;
        int newLine = 1;
        int at = 0;
        while (at < marked.size()) {
            if (marked.get(at).startsWith(" ")) {
                at++;
                oldLine++;
                newLine++;
                continue;
            }
            int from = Math.max(0, at - AROUND);
            int to = end(at);
            int context = at - from;
            hunk(result, from, to, oldLine - context, newLine - context);
            for (; at < to; at++) {
                char mark = marked.get(at).charAt(0);
                oldLine += mark == '+' ? 0 : 1;
                newLine += mark == '-' ? 0 : 1;
            }
        }
        return result;
    }

    /// Where the hunk ends that has a change at `start`: changes with at most twice the context
    /// between them are one.
    private int end(int start) {
        int last = start;
        for (int at = start; at < marked.size() && at - last <= 2 * AROUND; at++) {
            if (!marked.get(at).startsWith(" ")) {
                last = at;
            }
        }
        return Math.min(marked.size(), last + 1 + AROUND);
    }

    private void hunk(List<String> result, int from, int to, int oldStart, int newStart) {
        int oldCount = 0;
        int newCount = 0;
        for (String line : marked.subList(from, to)) {
            oldCount += line.charAt(0) == '+' ? 0 : 1;
            newCount += line.charAt(0) == '-' ? 0 : 1;
        }
        result.add("@@ -" + range(oldStart, oldCount) + " +" + range(newStart, newCount) + " @@");
        result.addAll(marked.subList(from, to));
    }

    private static String range(int start, int count) {
        return count == 0
                ? (start - 1) + ",0"
                : count == 1 ? Integer.toString(start) : start + "," + count;
    }
}
