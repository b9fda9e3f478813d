package dev.brayer.script;

import dev.brayer.document.Document;
import dev.brayer.document.DocumentReader;
import dev.brayer.document.Node;
import dev.brayer.document.ReadOptions;
import dev.brayer.document.ReadResult;
import dev.brayer.document.Values;
import dev.brayer.policy.script.ScriptJudge;
import dev.brayer.policy.script.ScriptJudgement;
import dev.brayer.policy.script.ScriptPolicy;
import dev.brayer.script.wire.Limits;
import dev.brayer.script.wire.Message;
import dev.brayer.script.wire.Report;
import dev.brayer.script.wire.Stop;
import dev.brayer.stencil.transform.Changed;
import dev.brayer.stencil.transform.Transformer;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Runs scripts, one after the other, in one child; when that is lost, in a new one.
public final class Scripts implements ScriptJudge, Transformer, AutoCloseable {
    private final ScriptRuntime runtime;
    private final Limits limits;
    private final Files files;
    private final Console console;
    private @Nullable ScriptProcess process;

    /// Reads a file of the project that a script asks for.
    @FunctionalInterface
    public interface Files {
        /// @return the file, or `null` where there is none that a project may read
        @Nullable Source read(String path);
    }

    /// Takes what scripts print.
    @FunctionalInterface
    public interface Console {
        /// @param error whether it went to `console.error` or `console.warn`
        void print(Source script, boolean error, String line);
    }

    public Scripts(ScriptRuntime runtime, Limits limits, Files files, Console console) {
        this.runtime = runtime;
        this.limits = limits;
        this.files = files;
        this.console = console;
    }

    @Override
    public synchronized void prepare() {
        try {
            child();
        } catch (IOException saidWhenItIsNeeded) {
            process = null;
        }
    }

    @Override
    public ScriptJudgement judge(Source script, List<Document> documents) {
        Diagnostics header = new Diagnostics();
        ScriptPolicy policy = ScriptHeader.policy(script, header);
        return header.hasErrors()
                ? new ScriptJudgement(policy, List.of(), List.of(), header.toList())
                : judge(policy, documents);
    }

    /// Judges by a threshold that the script itself does not say.
    public ScriptJudgement judge(ScriptPolicy policy, List<Document> documents) {
        if (documents.isEmpty()) {
            return new ScriptJudgement(policy, List.of(), List.of(), List.of());
        }
        List<Node> roots = new ArrayList<>(documents.size());
        for (Document document : documents) {
            roots.add(document.root());
        }
        PolicyReports reports = new PolicyReports(policy, documents, limits);
        return switch (run(policy.source(), false, roots, "{}")) {
            case Ran.Answer(Message.Judged judged) -> reports.judgement(judged);
            case Ran.Answer(Message.Stopped stopped) -> reports.judgement(stopped);
            case Ran.Answer(Message other) ->
                    throw new IllegalStateException("no answer: " + other);
            case Ran.Failed(Diagnostic diagnostic) ->
                    new ScriptJudgement(policy, List.of(), List.of(), List.of(diagnostic));
        };
    }

    /// Runs a policy as Copper 2 did, on whatever the documents are.
    public Validation validate(Source script, List<Node> documents) {
        return switch (run(script, false, documents, "{}")) {
            case Ran.Answer(Message.Judged judged) -> {
                List<Validation.Reported> errors = new ArrayList<>();
                for (Report report : judged.reports()) {
                    errors.add(
                            new Validation.Reported(
                                    report.check(), report.title(), report.severity()));
                }
                yield new Validation.Ended(errors);
            }
            case Ran.Answer(Message.Stopped stopped) ->
                    stopped.stop() == Stop.TIME
                            ? new Validation.Late()
                            : new Validation.Failed(Failures.of(stopped, script, limits));
            case Ran.Answer(Message other) ->
                    throw new IllegalStateException("no answer: " + other);
            case Ran.Failed(Diagnostic diagnostic) -> new Validation.Failed(diagnostic);
        };
    }

    @Override
    public Transformed transform(Source script, List<Node> documents, Map<String, String> context) {
        return switch (run(script, true, documents, json(context))) {
            case Ran.Answer(Message.Transformed transformed) ->
                    transformed(script, documents, transformed);
            case Ran.Answer(Message.Stopped stopped) ->
                    new Transformed(null, List.of(Failures.of(stopped, script, limits)));
            case Ran.Answer(Message other) ->
                    throw new IllegalStateException("no answer: " + other);
            case Ran.Failed(Diagnostic diagnostic) -> new Transformed(null, List.of(diagnostic));
        };
    }

    private static Transformed transformed(
            Source script, List<Node> documents, Message.Transformed answer) {
        List<Changed> changed =
                new ChangedReader(
                                answer.tree(), NumberedNodes.of(documents), answer.ranges(), script)
                        .documents();
        if (changed == null) {
            changed = new ArrayList<>();
            for (Node document : documents) {
                changed.add(new Changed.Kept(document));
            }
        }
        return new Transformed(changed, List.of());
    }

    private static String json(Map<String, String> context) {
        StringBuilder text = new StringBuilder("{");
        for (Map.Entry<String, String> entry : context.entrySet()) {
            text.append(text.length() > 1 ? "," : "");
            Values.appendQuoted(entry.getKey(), text);
            text.append(':');
            Values.appendQuoted(entry.getValue(), text);
        }
        return text.append('}').toString();
    }

    /// What became of a script.
    sealed interface Ran {
        record Answer(Message message) implements Ran {}

        record Failed(Diagnostic diagnostic) implements Ran {}
    }

    synchronized Ran run(
            Source script, boolean transforming, List<Node> documents, String context) {
        Message.Run run =
                new Message.Run(
                        transforming, script.name(), script.text(), json(documents), context);
        try {
            Message message = child().run(run, this::answer);
            print(script, message);
            return new Ran.Answer(message);
        } catch (IOException unstartable) {
            return new Ran.Failed(
                    lost(script, "it could not be started: " + unstartable.getMessage()));
        } catch (ScriptProcess.Lost gone) {
            return new Ran.Failed(lost(script, String.valueOf(gone.getMessage())));
        }
    }

    private ScriptProcess child() throws IOException {
        ScriptProcess known = process;
        if (known == null || !known.isAlive()) {
            known = ScriptProcess.start(runtime, limits);
            process = known;
        }
        return known;
    }

    /// The child's process, -1 when there is none.
    synchronized long childId() {
        ScriptProcess known = process;
        return known == null ? -1 : known.id();
    }

    private static Diagnostic lost(Source script, String why) {
        return Diagnostic.error(
                ScriptCode.PROCESS,
                script.wholeFile(),
                "the process that runs " + script.name() + " was lost: " + why);
    }

    private void print(Source script, Message message) {
        List<Message.Printed> lines =
                switch (message) {
                    case Message.Judged judged -> judged.printed();
                    case Message.Transformed transformed -> transformed.printed();
                    case Message.Stopped stopped -> stopped.printed();
                    case Message.Run run -> List.of();
                    case Message.FileQuestion question -> List.of();
                    case Message.FileAnswer answer -> List.of();
                };
        for (Message.Printed line : lines) {
            console.print(script, line.error(), line.text());
        }
    }

    private Message.FileAnswer answer(Message.FileQuestion question) {
        Source file = files.read(question.path());
        if (file == null) {
            return new Message.FileAnswer(
                    false, "there is no file `" + question.path() + "` in the project");
        }
        if (!question.yaml()) {
            return new Message.FileAnswer(true, file.text());
        }
        ReadResult read = DocumentReader.read(file, ReadOptions.PLAIN);
        if (read.hasErrors() || read.documents().isEmpty()) {
            return new Message.FileAnswer(
                    false, "`" + question.path() + "` holds no YAML that can be read");
        }
        return new Message.FileAnswer(true, Values.toJson(read.documents().getFirst().root()));
    }

    private static String json(List<Node> documents) {
        StringBuilder text = new StringBuilder("[");
        for (Node document : documents) {
            text.append(text.length() > 1 ? "," : "").append(Values.toJson(document));
        }
        return text.append(']').toString();
    }

    @Override
    public synchronized void close() {
        ScriptProcess known = process;
        if (known != null) {
            known.close();
        }
    }
}
