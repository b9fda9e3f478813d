package dev.brayer.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The program, started in this process as a shell would start it, without a terminal.
///
/// @param exitCode what it ended with
/// @param out what went to standard output
/// @param both what a person saw: standard output and standard error in the order in which they
///   were written
record Invocation(int exitCode, String out, String both) {
    static Invocation of(Path folder, List<String> words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        OutputStream tee =
                new OutputStream() {
                    @Override
                    public void write(int one) {
                        out.write(one);
                        both.write(one);
                    }
                };
        Surroundings surroundings =
                new Surroundings(
                        new ByteArrayInputStream(new byte[0]),
                        tee,
                        both,
                        folder,
                        Map.of(),
                        false,
                        false);
        int exitCode = Program.run(words, surroundings);
        return new Invocation(
                exitCode,
                out.toString(StandardCharsets.UTF_8),
                both.toString(StandardCharsets.UTF_8));
    }
}
