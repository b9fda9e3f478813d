package dev.brayer.policy.coverage;

import java.util.List;

/// What tests exercise of one file.
///
/// @param points in the order of the text
public record FileCoverage(String file, List<CoveragePoint> points) {
    public FileCoverage {
        points = List.copyOf(points);
    }

    /// How many sides there are.
    public int possible() {
        int count = 0;
        for (CoveragePoint point : points) {
            count += point.possible().size();
        }
        return count;
    }

    /// How many of them some test saw.
    public int seen() {
        int count = 0;
        for (CoveragePoint point : points) {
            count += point.seen().size();
        }
        return count;
    }

    /// The share in percent, rounded down, so that 100 means all; all of nothing is 100.
    public static int percent(int seen, int possible) {
        return possible == 0 ? 100 : (int) (100L * seen / possible);
    }
}
