package dev.brayer.policy.testing;

import dev.brayer.policy.Finding;
import dev.brayer.text.Suggestions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Holds the findings of a case against the expected ones: each belongs to exactly one.
final class Comparison {
    private static final int NONE = -1;

    private final List<Expected> expected;
    private final List<Finding> findings;

    /// For each finding the expected one that it belongs to.
    private final int[] partners;

    private Comparison(List<Expected> expected, List<Finding> findings) {
        this.expected = expected;
        this.findings = findings;
        this.partners = new int[findings.size()];
        Arrays.fill(partners, NONE);
    }

    static List<Difference> of(List<Expected> expected, List<Finding> findings) {
        return new Comparison(expected, findings).differences();
    }

    private List<Difference> differences() {
        List<Expected> missing = new ArrayList<>();
        for (int index = 0; index < expected.size(); index++) {
            if (!assign(index, new boolean[findings.size()])) {
                missing.add(expected.get(index));
            }
        }
        List<Finding> left = new ArrayList<>();
        for (int index = 0; index < findings.size(); index++) {
            if (partners[index] == NONE) {
                left.add(findings.get(index));
            }
        }
        List<Difference> differences = new ArrayList<>();
        for (Expected one : missing) {
            boolean lastOfBoth = missing.size() == 1 && left.size() == 1;
            Finding like = lastOfBoth ? left.getFirst() : alike(one, left);
            if (like == null) {
                differences.add(new Difference.NotFound(one));
            } else {
                left.remove(like);
                differences.add(new Difference.Other(one, like, hint(one, like)));
            }
        }
        for (Finding finding : left) {
            differences.add(new Difference.NotExpected(finding));
        }
        return differences;
    }

    /// Finds a finding for an expected one, moving others to other findings where that is needed:
    /// `at "a"` must not take the only finding that `"message" at "a"` could have.
    private boolean assign(int one, boolean[] tried) {
        for (int index = 0; index < partners.length; index++) {
            if (!tried[index] && expected.get(one).matches(findings.get(index))) {
                tried[index] = true;
                if (partners[index] == NONE || assign(partners[index], tried)) {
                    partners[index] = one;
                    return true;
                }
            }
        }
        return false;
    }

    /// The finding that was most probably meant: the one that shares most with the expected one.
    private static @Nullable Finding alike(Expected expected, List<Finding> left) {
        Finding best = null;
        int most = 0;
        for (Finding finding : left) {
            int likeness = likeness(expected, finding);
            if (likeness > most) {
                most = likeness;
                best = finding;
            }
        }
        return best;
    }

    private static int likeness(Expected expected, Finding finding) {
        int likeness = 0;
        if (expected.rule() != null) {
            if (!expected.rule().equals(finding.rule())) {
                return 0;
            }
            likeness++;
        }
        String path = expected.path();
        String message = expected.message();
        likeness += path == null ? 0 : near(path, Expected.path(finding));
        likeness += message == null ? 0 : near(message, finding.message());
        return likeness;
    }

    private static int near(String wanted, String found) {
        return wanted.equals(found)
                ? 3
                : Suggestions.nearest(wanted, List.of(found)) != null ? 2 : 0;
    }

    private static @Nullable String hint(Expected expected, Finding finding) {
        String path = expected.path();
        String found = Expected.path(finding);
        return path == null || path.equals(found)
                ? null
                : Suggestions.didYouMean(path, List.of(found));
    }
}
