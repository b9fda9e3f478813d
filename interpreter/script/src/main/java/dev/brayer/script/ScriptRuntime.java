package dev.brayer.script;

import java.util.ArrayList;
import java.util.List;

/// What the process that runs scripts is started with.
///
/// @param java the program `java`
/// @param options for the virtual machine, such as where its ahead-of-time cache is
/// @param classPath with this module and the interpreter of JavaScript
public record ScriptRuntime(String java, List<String> options, String classPath) {
    /// What the cache was recorded with, it has to be used with.
    private static final List<String> FIXED =
            List.of(
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-XX:-UsePerfData",
                    "-Xmn48m",
                    "-Xlog:disable",
                    "-Xlog:all=off:stderr",
                    "-XX:+DisplayVMOutputToStderr",
                    "-XX:+ExitOnOutOfMemoryError",
                    "--sun-misc-unsafe-memory-access=allow",
                    "--enable-native-access=ALL-UNNAMED");

    static final String MAIN = "dev.brayer.script.child.ScriptChild";

    public ScriptRuntime {
        options = List.copyOf(options);
    }

    /// The command line up to the name of the class.
    ///
    /// @param memory in megabytes
    public List<String> command(int memory) {
        List<String> command = new ArrayList<>();
        command.add(java);
        command.addAll(options);
        command.addAll(FIXED);
        command.add("-Xmx" + memory + "m");
        command.add("-cp");
        command.add(classPath);
        return command;
    }
}
