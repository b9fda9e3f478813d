package dev.brayer.text;

import org.jspecify.annotations.Nullable;

/// "Did you mean …?": the known word nearest to a misspelt one.
public final class Suggestions {
    private Suggestions() {}

    /// The candidate with the smallest edit distance (insert, delete, replace, swap of neighbours,
    /// case for free), or `null` when none is near: at most a third of the word's letters may
    /// differ, and one at least. Of equals the first wins.
    public static @Nullable String nearest(String word, Iterable<String> candidates) {
        int best = Math.max(1, word.length() / 3) + 1;
        String found = null;
        for (String candidate : candidates) {
            if (Math.abs(candidate.length() - word.length()) < best) {
                int distance = distance(word, candidate);
                if (distance < best) {
                    best = distance;
                    found = candidate;
                }
            }
        }
        return found;
    }

    /// ``did you mean `x`?``, or `null` when nothing is near.
    public static @Nullable String didYouMean(String word, Iterable<String> candidates) {
        String nearest = nearest(word, candidates);
        return nearest == null ? null : "did you mean `" + nearest + "`?";
    }

    /// The optimal string alignment distance (Damerau–Levenshtein without overlapping swaps),
    /// ignoring case.
    private static int distance(String left, String right) {
        int[] beforePrevious = new int[right.length() + 1];
        int[] previous = new int[right.length() + 1];
        int[] current = new int[right.length() + 1];
        for (int column = 0; column <= right.length(); column++) {
            previous[column] = column;
        }
        for (int row = 1; row <= left.length(); row++) {
            current[0] = row;
            for (int column = 1; column <= right.length(); column++) {
                int replace = previous[column - 1] + (same(left, row, right, column) ? 0 : 1);
                int cost = Math.min(replace, Math.min(previous[column], current[column - 1]) + 1);
                boolean swapped =
                        row > 1
                                && column > 1
                                && same(left, row, right, column - 1)
                                && same(left, row - 1, right, column);
                current[column] = swapped ? Math.min(cost, beforePrevious[column - 2] + 1) : cost;
            }
            int[] oldest = beforePrevious;
            beforePrevious = previous;
            previous = current;
            current = oldest;
        }
        return previous[right.length()];
    }

    private static boolean same(String left, int row, String right, int column) {
        return Character.toLowerCase(left.charAt(row - 1))
                == Character.toLowerCase(right.charAt(column - 1));
    }
}
