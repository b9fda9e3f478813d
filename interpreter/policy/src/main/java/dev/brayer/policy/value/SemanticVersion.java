package dev.brayer.policy.value;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/// A version after semver.org 2.0; a leading `v` and missing minor or patch numbers are accepted,
/// as image tags have them.
public record SemanticVersion(
        BigInteger major,
        BigInteger minor,
        BigInteger patch,
        @Nullable String pre,
        @Nullable String build)
        implements Comparable<SemanticVersion> {
    private static final int MAXIMUM_LENGTH = 256;

    /// Null if the text is no version.
    public static @Nullable SemanticVersion parse(String text) {
        if (text.isEmpty() || text.length() > MAXIMUM_LENGTH) {
            return null;
        }
        String rest = text.charAt(0) == 'v' || text.charAt(0) == '=' ? text.substring(1) : text;
        String build = null;
        int plus = rest.indexOf('+');
        if (plus >= 0) {
            build = rest.substring(plus + 1);
            rest = rest.substring(0, plus);
        }
        String pre = null;
        int dash = rest.indexOf('-');
        if (dash >= 0) {
            pre = rest.substring(dash + 1);
            rest = rest.substring(0, dash);
        }
        if ((build != null && !identifiers(build)) || (pre != null && !identifiers(pre))) {
            return null;
        }
        BigInteger[] numbers = {BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO};
        int count = 0;
        int start = 0;
        while (start <= rest.length()) {
            int dot = rest.indexOf('.', start);
            int end = dot < 0 ? rest.length() : dot;
            if (count == 3 || !digits(rest, start, end)) {
                return null;
            }
            numbers[count++] = new BigInteger(rest.substring(start, end));
            start = end + 1;
        }
        return new SemanticVersion(numbers[0], numbers[1], numbers[2], pre, build);
    }

    /// The order of the specification: a version with a pre-release comes before the one without;
    /// the build says nothing.
    @Override
    public int compareTo(SemanticVersion other) {
        int order = major.compareTo(other.major);
        order = order != 0 ? order : minor.compareTo(other.minor);
        order = order != 0 ? order : patch.compareTo(other.patch);
        if (order != 0) {
            return order;
        }
        if (pre == null || other.pre == null) {
            return pre == null ? (other.pre == null ? 0 : 1) : -1;
        }
        return comparePre(pre, other.pre);
    }

    public boolean sameNumbers(SemanticVersion other) {
        return major.equals(other.major) && minor.equals(other.minor) && patch.equals(other.patch);
    }

    @Override
    public String toString() {
        return major
                + "."
                + minor
                + "."
                + patch
                + (pre == null ? "" : "-" + pre)
                + (build == null ? "" : "+" + build);
    }

    private static int comparePre(String left, String right) {
        int leftStart = 0;
        int rightStart = 0;
        while (leftStart <= left.length() && rightStart <= right.length()) {
            int leftEnd = end(left, leftStart);
            int rightEnd = end(right, rightStart);
            String one = left.substring(leftStart, leftEnd);
            String two = right.substring(rightStart, rightEnd);
            boolean oneNumber = digits(one, 0, one.length());
            boolean twoNumber = digits(two, 0, two.length());
            int order;
            if (oneNumber && twoNumber) {
                order = new BigInteger(one).compareTo(new BigInteger(two));
            } else if (oneNumber != twoNumber) {
                order = oneNumber ? -1 : 1;
            } else {
                order = one.compareTo(two);
            }
            if (order != 0) {
                return order;
            }
            leftStart = leftEnd + 1;
            rightStart = rightEnd + 1;
        }
        return Integer.compare(left.length() - leftStart, right.length() - rightStart);
    }

    private static int end(String text, int start) {
        int dot = text.indexOf('.', start);
        return dot < 0 ? text.length() : dot;
    }

    static boolean digits(String text, int start, int end) {
        for (int index = start; index < end; index++) {
            if (text.charAt(index) < '0' || text.charAt(index) > '9') {
                return false;
            }
        }
        return end > start;
    }

    private static boolean identifiers(String text) {
        boolean empty = true;
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            boolean word =
                    (character >= '0' && character <= '9')
                            || (character >= 'a' && character <= 'z')
                            || (character >= 'A' && character <= 'Z')
                            || character == '-';
            if (word) {
                empty = false;
            } else if (character == '.' && !empty) {
                empty = true;
            } else {
                return false;
            }
        }
        return !empty;
    }
}
