package dev.brayer.document;

import java.util.Arrays;

/// Keeps one copy of the short texts that manifests repeat without end: keys, kinds, versions. A
/// small table in which a new text replaces an old one, so that it costs nothing to forget.
final class Interner {
    private static final int SIZE = 512;
    private static final int LONGEST = 32;

    private final String[] table = new String[SIZE];

    Interner() {
        Arrays.fill(table, "");
    }

    String intern(String text) {
        if (text.length() > LONGEST) {
            return text;
        }
        int hash = text.hashCode();
        int slot = (hash ^ (hash >>> 9) ^ (hash >>> 18)) & (SIZE - 1);
        String known = table[slot];
        if (known.equals(text)) {
            return known;
        }
        table[slot] = text;
        return text;
    }
}
