package dev.brayer.stencil.fill;

import java.util.Random;

/// Texts that would break YAML if they were pasted into it.
final class HostileText {
    private static final String[] PARTS = {
        "\"",
        "'",
        "\\",
        "\n",
        "\r\n",
        "\t",
        ": ",
        ":",
        " #",
        "#",
        "---",
        "\n---\n",
        "...",
        "&a",
        "*a",
        "!!int ",
        "|",
        ">",
        "- ",
        "? ",
        "{",
        "}",
        "[",
        "]",
        ",",
        "%",
        "@",
        "`",
        "<<",
        "~",
        "null",
        "true",
        "yes",
        "0x1",
        "1e3",
        "12",
        "1.0",
        "2026-01-01",
        " ",
        "  ",
        "é",
        "ß",
        "😀",
        "\u00a0",
        "\u2028",
        "\u0085",
        "\ufeff",
        "\u0007",
        "\u007f",
        "${a}",
        "$${",
        "$",
        "=",
        "a",
        "b",
        "word",
        "\n\n",
        "\n ",
        " \n",
        "\n\t",
        "\u200b",
        "\u202e",
        "/",
        "//",
        "-",
    };

    private HostileText() {}

    static String next(Random random) {
        StringBuilder out = new StringBuilder();
        for (int count = random.nextInt(6); count > 0; count--) {
            out.append(PARTS[random.nextInt(PARTS.length)]);
        }
        return out.toString();
    }
}
