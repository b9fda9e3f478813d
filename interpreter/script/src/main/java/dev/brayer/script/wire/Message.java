package dev.brayer.script.wire;

import java.util.List;

/// Everything that goes over the two pipes.
public sealed interface Message {
    /// To the child: run a script.
    ///
    /// @param transforming whether `$$` may be changed and is what comes back; else `errors` is in
    ///   scope
    /// @param name of the script, as places show it
    /// @param documents a JSON list
    /// @param context a JSON map, `$context` in the script
    record Run(boolean transforming, String name, String script, String documents, String context)
            implements Message {}

    /// From the child: the script asks for a file of the project.
    ///
    /// @param yaml whether its content is wanted as JSON
    record FileQuestion(String path, boolean yaml) implements Message {}

    /// To the child: the file.
    ///
    /// @param text its text, or why there is none
    record FileAnswer(boolean found, String text) implements Message {}

    /// From the child: a policy came to its end.
    record Judged(List<Report> reports, List<Printed> printed) implements Message {
        public Judged {
            reports = List.copyOf(reports);
            printed = List.copyOf(printed);
        }
    }

    /// From the child: a transformation came to its end.
    ///
    /// @param tree the documents as `prelude.js` wrote them
    /// @param ranges what its numbers of writes stand for
    record Transformed(String tree, List<Range> ranges, List<Printed> printed) implements Message {
        public Transformed {
            ranges = List.copyOf(ranges);
            printed = List.copyOf(printed);
        }
    }

    /// From the child: the script did not come to its end.
    ///
    /// @param message what was thrown, or what the interpreter said of the limit
    /// @param reports what it reported before
    record Stopped(
            Stop stop, String message, Range range, List<Report> reports, List<Printed> printed)
            implements Message {
        public Stopped {
            reports = List.copyOf(reports);
            printed = List.copyOf(printed);
        }
    }

    /// A line that a script printed.
    ///
    /// @param error whether it went to `console.error` or `console.warn`
    record Printed(boolean error, String text) {}
}
