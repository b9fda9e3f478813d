package dev.brayer.script;

import dev.brayer.script.wire.Limits;
import dev.brayer.script.wire.Stop;

/// Why a script was stopped, in words.
final class StopText {
    private StopText() {}

    /// A phrase such as "it used more than 5 s of processor time".
    static String of(Stop stop, Limits limits) {
        return switch (stop) {
            case TIME -> "it used more than " + time(limits.milliseconds()) + " of processor time";
            case STATEMENTS -> "it executed more than " + limits.statements() + " statements";
            case FRAMES -> "its functions call each other more than " + limits.frames() + " deep";
            case MEMORY -> "it needed more than " + limits.memory() + " MB of memory";
            case OUTPUT -> "it printed more than " + limits.output() + " characters";
            case REPORTS ->
                    "it reported more than "
                            + limits.reports()
                            + " times, or more than "
                            + limits.text()
                            + " characters at once";
            case RESULT -> "what it made is longer than " + limits.result() + " characters";
            case SYNTAX -> "it is not JavaScript";
            case EXCEPTION -> "it threw an error";
        };
    }

    private static String time(int milliseconds) {
        return milliseconds % 1_000 == 0 ? milliseconds / 1_000 + " s" : milliseconds + " ms";
    }
}
