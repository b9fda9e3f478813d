package dev.brayer.script.child;

import dev.brayer.script.wire.Limits;
import dev.brayer.script.wire.Message;
import dev.brayer.script.wire.Range;
import dev.brayer.script.wire.Report;
import dev.brayer.script.wire.Stop;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.SourceSection;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.graalvm.polyglot.proxy.ProxyObject;
import org.jspecify.annotations.Nullable;

/// One script in its context: what the prelude calls, and what comes of it.
final class Session {
    private final Context context;
    private final Limits limits;
    private final Function<Message.FileQuestion, Message.FileAnswer> files;
    private final List<Report> reports = new ArrayList<>();
    private final List<Message.Printed> printed = new ArrayList<>();
    private final List<Range> ranges = new ArrayList<>();
    private final Source thrower;

    /// The script, once it runs: places are looked for in it only.
    private @Nullable Source script;

    private int printedCharacters;

    /// A limit that the interpreter does not know; passing it ends the script there.
    private @Nullable Stop passed;

    Session(
            Context context,
            Limits limits,
            Source thrower,
            Function<Message.FileQuestion, Message.FileAnswer> files) {
        this.context = context;
        this.limits = limits;
        this.thrower = thrower;
        this.files = files;
    }

    Message run(Source prelude, Message.Run run) {
        Source source = Source.newBuilder("js", run.script(), run.name()).buildLiteral();
        try {
            Value finish =
                    context.eval(prelude)
                            .execute(host(), run.transforming(), run.documents(), run.context());
            script = source;
            context.eval(source);
            Value tree = finish.execute();
            if (passed != null) {
                return stopped(passed, "", Range.UNKNOWN);
            }
            return run.transforming()
                    ? new Message.Transformed(tree.asString(), ranges, printed)
                    : new Message.Judged(reports, printed);
        } catch (PolyglotException stop) {
            return stopped(stop);
        }
    }

    private ProxyObject host() {
        return ProxyObject.fromMap(
                java.util.Map.of(
                        "print", (ProxyExecutable) this::print,
                        "report", (ProxyExecutable) this::report,
                        "here", (ProxyExecutable) this::note,
                        "size", (ProxyExecutable) this::measure,
                        "file", (ProxyExecutable) this::file,
                        "underscore", (ProxyExecutable) this::underscore));
    }

    private @Nullable Object print(Value... arguments) {
        String line = arguments[1].asString();
        printedCharacters += line.length();
        if (printedCharacters > limits.output()) {
            pass(Stop.OUTPUT);
        } else {
            printed.add(new Message.Printed(arguments[0].asBoolean(), line));
        }
        return null;
    }

    private @Nullable Object report(Value... arguments) {
        String check = arguments[0].asString();
        String title = arguments[1].asString();
        String path = arguments[5].isNull() ? null : arguments[5].asString();
        int longest =
                Math.max(
                        path == null ? 0 : path.length(), Math.max(check.length(), title.length()));
        if (reports.size() >= limits.reports() || longest > limits.text()) {
            pass(Stop.REPORTS);
            return null;
        }
        List<String> steps = new ArrayList<>();
        for (long at = arguments[4].getArraySize() - 1; at >= 0; at--) {
            steps.add(arguments[4].getArrayElement(at).asString());
        }
        reports.add(
                new Report(
                        check,
                        title,
                        arguments[2].asDouble(),
                        arguments[3].asInt(),
                        steps,
                        path,
                        here()));
        return null;
    }

    private Object note(Value... arguments) {
        Range here = here();
        int last = ranges.size() - 1;
        if (last >= 0 && ranges.get(last).equals(here)) {
            return last;
        }
        ranges.add(here);
        return last + 1;
    }

    private @Nullable Object measure(Value... arguments) {
        if (arguments[0].asInt() > limits.result()) {
            pass(Stop.RESULT);
        }
        return null;
    }

    private @Nullable Object file(Value... arguments) {
        Message.FileAnswer answer =
                files.apply(
                        new Message.FileQuestion(
                                arguments[0].asString(), arguments[1].asBoolean()));
        if (!answer.found()) {
            throw new IllegalArgumentException(answer.text());
        }
        return answer.text();
    }

    private @Nullable Object underscore(Value... arguments) {
        context.eval(Source.newBuilder("js", Resources.underscore(), "underscore").buildLiteral());
        return null;
    }

    private void pass(Stop limit) {
        passed = limit;
        context.close(true);
    }

    /// Where the script is right now. Its own `Error` would tell, but a script may change that; an
    /// exception of the interpreter it cannot change.
    private Range here() {
        try {
            context.eval(thrower);
            return Range.UNKNOWN;
        } catch (PolyglotException trace) {
            if (!trace.isGuestException() || trace.isCancelled()) {
                throw trace;
            }
            return range(trace);
        }
    }

    private Range range(PolyglotException exception) {
        Source wanted = script;
        if (wanted == null) {
            return Range.UNKNOWN;
        }
        SourceSection own = exception.getSourceLocation();
        if (own != null && own.getSource().equals(wanted)) {
            return range(own);
        }
        for (PolyglotException.StackFrame frame : exception.getPolyglotStackTrace()) {
            SourceSection section = frame.isGuestFrame() ? frame.getSourceLocation() : null;
            if (section != null && section.getSource().equals(wanted)) {
                return range(section);
            }
        }
        return Range.UNKNOWN;
    }

    private static Range range(SourceSection section) {
        return new Range(
                section.getStartLine(),
                section.getStartColumn(),
                section.getEndLine(),
                section.getEndColumn());
    }

    private Message.Stopped stopped(PolyglotException stop) {
        String said = stop.getMessage() == null ? "" : stop.getMessage();
        Range range = range(stop);
        if (passed != null) {
            return stopped(passed, "", range);
        }
        if (stop.isResourceExhausted()) {
            return stopped(limit(said), said, range);
        }
        if (stop.isSyntaxError()) {
            return stopped(Stop.SYNTAX, said, range);
        }
        if (stop.isHostException()) {
            Throwable cause = stop.asHostException();
            if (!(cause instanceof IllegalArgumentException)) {
                throw stop;
            }
            return stopped(Stop.EXCEPTION, String.valueOf(cause.getMessage()), range);
        }
        if (said.startsWith("RangeError: Maximum call stack size exceeded")) {
            return stopped(Stop.FRAMES, "", range);
        }
        return stopped(Stop.EXCEPTION, said, range);
    }

    /// The interpreter says only in words which of its limits was passed.
    private static Stop limit(String said) {
        if (said.contains("tatement")) {
            return Stop.STATEMENTS;
        }
        if (said.contains("emory")) {
            return Stop.MEMORY;
        }
        // Where the time ends within a built-in, such as a regular expression, it says nothing.
        return said.contains("stack") ? Stop.FRAMES : Stop.TIME;
    }

    private Message.Stopped stopped(Stop stop, String said, Range range) {
        String message = said.length() > limits.text() ? said.substring(0, limits.text()) : said;
        return new Message.Stopped(stop, message, range, reports, printed);
    }
}
