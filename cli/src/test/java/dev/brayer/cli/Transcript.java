package dev.brayer.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A golden transcript: files, commands, and what they print.
///
/// ```text
/// # What this shows.
/// copy examples/shop            copies a folder of the repository into the working folder
/// link loop.yml loop.yml        makes a symbolic link
/// bytes logo.png 89 50 4e 47    writes bytes
/// sh chmod a-w dist             runs a shell command
///
/// $ brayer check web.yml        a command
/// standard output as it is
/// ! standard error
/// = 2                           the exit code, if it is not 0
///
/// -- web.yml --                 a file, up to the next such line
/// kind: Service
/// ```
///
/// `TAG1` in a command is the first deployment tag that was shown, `TAG2` the second.
///
/// An empty line of standard output is written `.`, because empty lines separate.
record Transcript(List<String> head, List<Step> steps, List<FileSection> files) {
    /// A command with what it prints.
    record Step(String command, List<String> before, Expected expected) {}

    /// A file of the working folder.
    record FileSection(String name, String text) {}

    record Expected(List<String> out, List<String> err, int exitCode) {
        void appendTo(StringBuilder text) {
            for (String line : out) {
                text.append(line.isEmpty() || isSpecial(line) ? "." + line : line).append('\n');
            }
            for (String line : err) {
                text.append(line.isEmpty() ? "!" : "! " + line).append('\n');
            }
            if (exitCode != 0) {
                text.append("= ").append(exitCode).append('\n');
            }
        }

        private static boolean isSpecial(String line) {
            return line.startsWith("$ ")
                    || line.startsWith("!")
                    || line.startsWith("= ")
                    || line.startsWith(".")
                    || line.startsWith("-- ");
        }
    }

    static Transcript read(Path file) throws IOException {
        List<String> head = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        List<FileSection> files = new ArrayList<>();
        List<String> lines = Files.readAllLines(file);
        int index = 0;
        while (index < lines.size() && !lines.get(index).startsWith("$ ")) {
            head.add(lines.get(index++));
        }
        while (index < lines.size() && lines.get(index).startsWith("$ ")) {
            String command = lines.get(index++).substring(2);
            List<String> out = new ArrayList<>();
            List<String> err = new ArrayList<>();
            int exitCode = 0;
            while (index < lines.size()
                    && !lines.get(index).isEmpty()
                    && !lines.get(index).startsWith("$ ")) {
                String line = lines.get(index++);
                if (line.startsWith("!")) {
                    err.add(line.length() > 2 ? line.substring(2) : "");
                } else if (line.startsWith("= ")) {
                    exitCode = Integer.parseInt(line.substring(2));
                } else {
                    out.add(line.startsWith(".") ? line.substring(1) : line);
                }
            }
            List<String> between = new ArrayList<>();
            while (index < lines.size()
                    && !lines.get(index).startsWith("$ ")
                    && !isFileHeader(lines.get(index))) {
                between.add(lines.get(index++));
            }
            steps.add(new Step(command, List.copyOf(between), new Expected(out, err, exitCode)));
        }
        while (index < lines.size()) {
            String header = lines.get(index++);
            if (!isFileHeader(header)) {
                throw new IllegalArgumentException(
                        file + ": expected `-- NAME --`, found `" + header + "`");
            }
            StringBuilder text = new StringBuilder();
            while (index < lines.size() && !isFileHeader(lines.get(index))) {
                text.append(lines.get(index++)).append('\n');
            }
            files.add(new FileSection(header.substring(3, header.length() - 3), text.toString()));
        }
        if (steps.isEmpty()) {
            throw new IllegalArgumentException(file + " has no command");
        }
        return new Transcript(head, steps, files);
    }

    private static boolean isFileHeader(String line) {
        return line.startsWith("-- ") && line.endsWith(" --") && line.length() > 6;
    }

    /// The transcript with what really happened.
    String with(List<Expected> actual) {
        StringBuilder text = new StringBuilder();
        for (String line : head) {
            text.append(line).append('\n');
        }
        for (int index = 0; index < steps.size(); index++) {
            text.append("$ ").append(steps.get(index).command()).append('\n');
            actual.get(index).appendTo(text);
            for (String line : steps.get(index).before()) {
                text.append(line).append('\n');
            }
        }
        for (FileSection file : files) {
            text.append("-- ").append(file.name()).append(" --\n").append(file.text());
        }
        return text.toString();
    }

    /// What has to be done before the step: for the first one what stands in the head, else what
    /// stands between.
    List<String> preparations(int step) {
        List<String> lines = step == 0 ? head : steps.get(step - 1).before();
        List<String> preparations = new ArrayList<>();
        for (String line : lines) {
            if (!line.isEmpty() && !line.startsWith("#")) {
                preparations.add(line);
            }
        }
        return preparations;
    }
}
