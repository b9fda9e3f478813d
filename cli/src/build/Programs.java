import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.spi.ToolProvider;

/// Other programs, which must succeed.
final class Programs {
    private Programs() {}

    /// Runs a tool of the JDK and gives what it printed.
    static String tool(String name, List<String> arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = ToolProvider.findFirst(name)
                .orElseThrow()
                .run(new PrintWriter(out, true), new PrintWriter(err, true), arguments.toArray(new String[0]));
        if (exitCode != 0) {
            throw new IllegalStateException(name + " failed: " + out + err);
        }
        return out.toString();
    }

    static void run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + " failed: " + said);
        }
    }
}
