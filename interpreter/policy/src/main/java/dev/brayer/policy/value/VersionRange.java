package dev.brayer.policy.value;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A condition on versions in npm's writing: `>=1.2 <2`, `^1.2.3`, `~1.2`, `1.x`, `1.2 - 2.3`, `1
/// || 3`. `~> 1.5` is Copper 1's pessimistic operator: at least 1.5, below 2.
public final class VersionRange {
    private enum Operator {
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL,
        EQUAL
    }

    private record Bound(Operator operator, SemanticVersion version) {
        boolean admits(SemanticVersion candidate) {
            int order = candidate.compareTo(version);
            return switch (operator) {
                case LESS -> order < 0;
                case LESS_OR_EQUAL -> order <= 0;
                case GREATER -> order > 0;
                case GREATER_OR_EQUAL -> order >= 0;
                case EQUAL -> order == 0;
            };
        }
    }

    /// A version of which only the first `parts` numbers are written; the rest is free.
    private record Partial(int parts, SemanticVersion version) {}

    private final List<List<Bound>> alternatives;

    private VersionRange(List<List<Bound>> alternatives) {
        this.alternatives = alternatives;
    }

    /// Null if the text is no range.
    public static @Nullable VersionRange parse(String text) {
        List<List<Bound>> alternatives = new ArrayList<>();
        int start = 0;
        while (start <= text.length()) {
            int bar = text.indexOf("||", start);
            int end = bar < 0 ? text.length() : bar;
            List<Bound> bounds = alternative(text.substring(start, end));
            if (bounds == null) {
                return null;
            }
            alternatives.add(bounds);
            start = bar < 0 ? end + 1 : end + 2;
        }
        return new VersionRange(alternatives);
    }

    /// As npm decides: a pre-release is admitted only where a bound names a pre-release of the same
    /// three numbers.
    public boolean admits(SemanticVersion candidate) {
        for (List<Bound> bounds : alternatives) {
            boolean admitted = true;
            boolean named = candidate.pre() == null;
            for (Bound bound : bounds) {
                admitted &= bound.admits(candidate);
                named |= bound.version.pre() != null && bound.version.sameNumbers(candidate);
            }
            if (admitted && named) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable List<Bound> alternative(String text) {
        List<String> words = words(text);
        List<Bound> bounds = new ArrayList<>();
        if (words.size() == 3 && words.get(1).equals("-")) {
            Partial from = partial(words.get(0));
            Partial to = partial(words.get(2));
            if (from == null || to == null) {
                return null;
            }
            bounds.add(new Bound(Operator.GREATER_OR_EQUAL, from.version));
            upTo(bounds, to);
            return bounds;
        }
        for (String word : words) {
            if (!condition(word, bounds)) {
                return null;
            }
        }
        return bounds;
    }

    /// Splits at blanks; a blank between an operator and its version does not split.
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            if (character != ' ' && character != '\t' && character != ',') {
                word.append(character);
            } else if (!word.isEmpty() && "<>=~^".indexOf(word.charAt(word.length() - 1)) < 0) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return words;
    }

    private static boolean condition(String word, List<Bound> bounds) {
        int length = 0;
        while (length < word.length() && "<>=~^".indexOf(word.charAt(length)) >= 0) {
            length++;
        }
        Partial partial = partial(word.substring(length));
        if (partial == null) {
            return false;
        }
        SemanticVersion version = partial.version;
        switch (word.substring(0, length)) {
            case "", "=", "==" -> {
                if (partial.parts == 3) {
                    bounds.add(new Bound(Operator.EQUAL, version));
                } else {
                    between(bounds, partial, partial.parts);
                }
            }
            case ">=" -> bounds.add(new Bound(Operator.GREATER_OR_EQUAL, version));
            case ">" -> {
                if (partial.parts == 3) {
                    bounds.add(new Bound(Operator.GREATER, version));
                } else {
                    bounds.add(
                            partial.parts == 0
                                    ? nothing()
                                    : new Bound(
                                            Operator.GREATER_OR_EQUAL,
                                            next(version, partial.parts)));
                }
            }
            case "<" ->
                    bounds.add(partial.parts == 0 ? nothing() : new Bound(Operator.LESS, version));
            case "<=" -> upTo(bounds, partial);
            case "~" -> between(bounds, partial, Math.min(partial.parts, 2));
            case "~>" ->
                    between(
                            bounds,
                            partial,
                            Math.max(Math.min(partial.parts, 1), partial.parts - 1));
            case "^" -> between(bounds, partial, caret(partial));
            default -> {
                return false;
            }
        }
        return true;
    }

    /// Up to the first number that is not zero everything may change behind a caret.
    private static int caret(Partial partial) {
        SemanticVersion version = partial.version;
        if (version.major().signum() != 0 || partial.parts < 2) {
            return Math.min(partial.parts, 1);
        }
        return version.minor().signum() != 0 || partial.parts < 3 ? 2 : 3;
    }

    private static Bound nothing() {
        return new Bound(
                Operator.LESS,
                new SemanticVersion(BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO, "0", null));
    }

    private static void upTo(List<Bound> bounds, Partial to) {
        if (to.parts == 3) {
            bounds.add(new Bound(Operator.LESS_OR_EQUAL, to.version));
        } else if (to.parts > 0) {
            bounds.add(new Bound(Operator.LESS, next(to.version, to.parts)));
        }
    }

    /// From the version to below the next one in which the first `fixed` numbers are greater.
    private static void between(List<Bound> bounds, Partial partial, int fixed) {
        bounds.add(new Bound(Operator.GREATER_OR_EQUAL, partial.version));
        if (fixed > 0) {
            bounds.add(new Bound(Operator.LESS, next(partial.version, fixed)));
        }
    }

    /// The lowest version, its pre-releases included, in which the number at this part is one
    /// greater.
    private static SemanticVersion next(SemanticVersion version, int part) {
        BigInteger zero = BigInteger.ZERO;
        return switch (part) {
            case 1 ->
                    new SemanticVersion(version.major().add(BigInteger.ONE), zero, zero, "0", null);
            case 2 ->
                    new SemanticVersion(
                            version.major(), version.minor().add(BigInteger.ONE), zero, "0", null);
            default ->
                    new SemanticVersion(
                            version.major(),
                            version.minor(),
                            version.patch().add(BigInteger.ONE),
                            "0",
                            null);
        };
    }

    private static @Nullable Partial partial(String text) {
        if (text.isEmpty()) {
            return null;
        }
        int parts = 0;
        int start = text.charAt(0) == 'v' ? 1 : 0;
        int end = start;
        while (end < text.length() && text.charAt(end) != '-' && text.charAt(end) != '+') {
            end++;
        }
        StringBuilder numbers = new StringBuilder();
        boolean free = false;
        String[] words = text.substring(start, end).split("\\.", -1);
        if (words.length > 3) {
            return null;
        }
        for (String word : words) {
            free |= word.equals("x") || word.equals("X") || word.equals("*");
            if (!free) {
                parts++;
            }
            numbers.append(numbers.isEmpty() ? "" : ".").append(free ? "0" : word);
        }
        SemanticVersion version =
                SemanticVersion.parse(numbers + (free ? "" : text.substring(end)));
        return version == null ? null : new Partial(parts, version);
    }
}
