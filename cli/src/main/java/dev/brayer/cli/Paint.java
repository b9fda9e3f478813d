package dev.brayer.cli;

/// Colours for a terminal, or none.
record Paint(boolean enabled) {
    String red(String text) {
        return wrap("31;1", text);
    }

    String yellow(String text) {
        return wrap("33;1", text);
    }

    String green(String text) {
        return wrap("32", text);
    }

    String cyan(String text) {
        return wrap("36", text);
    }

    String bold(String text) {
        return wrap("1", text);
    }

    String faint(String text) {
        return wrap("2", text);
    }

    private String wrap(String code, String text) {
        return enabled ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
