package dev.brayer.script.wire;

import java.util.ArrayList;
import java.util.List;

/// How much a script may do before it is stopped.
///
/// @param milliseconds of processor time
/// @param memory of the whole process, in megabytes
/// @param statements that are executed
/// @param frames of functions that call each other
/// @param output characters that are printed
/// @param reports how often something is reported
/// @param text characters of one reported name, title or path
/// @param result characters of the changed documents, and of what a script is given to read
public record Limits(
        int milliseconds,
        int memory,
        int statements,
        int frames,
        int output,
        int reports,
        int text,
        int result) {
    private static final int FIELDS = 8;

    public static final Limits STANDARD =
            new Limits(5_000, 512, 50_000_000, 1_000, 100_000, 1_000, 10_000, 32 << 20);

    public Limits withMilliseconds(int newMilliseconds) {
        return new Limits(
                newMilliseconds, memory, statements, frames, output, reports, text, result);
    }

    /// As arguments of the child: a context is made before the first script arrives, and its limits
    /// with it.
    public List<String> toArguments() {
        List<String> arguments = new ArrayList<>();
        for (int number :
                new int[] {
                    milliseconds, memory, statements, frames, output, reports, text, result
                }) {
            arguments.add(Integer.toString(number));
        }
        return arguments;
    }

    /// Reads what [#toArguments] wrote.
    public static Limits ofArguments(String[] arguments) {
        int[] numbers = new int[FIELDS];
        for (int at = 0; at < FIELDS; at++) {
            numbers[at] = Integer.parseInt(arguments[at]);
        }
        return new Limits(
                numbers[0],
                numbers[1],
                numbers[2],
                numbers[3],
                numbers[4],
                numbers[5],
                numbers[6],
                numbers[7]);
    }
}
