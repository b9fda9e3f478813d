package dev.brayer.cli;

import java.util.List;

/// Where the process begins and ends.
public final class Main {
    private Main() {}

    public static void main(String[] words) {
        int exitCode = Program.run(List.of(words), Surroundings.ofProcess());
        // Everything is written; leaving at once saves the virtual machine's own tidying up.
        Runtime.getRuntime().halt(exitCode);
    }
}
