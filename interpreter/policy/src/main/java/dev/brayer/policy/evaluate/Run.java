package dev.brayer.policy.evaluate;

import dev.brayer.document.Document;
import dev.brayer.document.DocumentCode;
import dev.brayer.document.Limits;
import dev.brayer.document.ReadResult;
import dev.brayer.policy.DocumentBatch;
import dev.brayer.policy.JudgeOptions;
import dev.brayer.policy.Verdict;
import dev.brayer.policy.ir.Program;
import dev.brayer.policy.value.Subject;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Source;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// All rules on all documents, once.
public final class Run {
    /// So many files are read before threads are started for more: starting them takes as long as
    /// reading these.
    private static final int ALONE = 32;

    /// How many documents a thread takes at once.
    private static final int CHUNK = 64;

    private final Program program;
    private final RuleIndex index;
    private final JudgeOptions options;
    private final int threads;
    private final boolean holds;
    private final boolean selects;
    private final boolean seeksPods;
    private final Set<String> hidden = new HashSet<>();
    private final Tally total;
    private final Neighbours none;
    private final List<Document> held = new ArrayList<>();
    private final Diagnostics diagnostics = new Diagnostics();
    private @Nullable OrderedTasks<Part> tasks;
    private FileProgress file = new FileProgress();
    private int batches;
    private int files;
    private int documents;

    /// A batch that was read, and judged unless documents are held.
    ///
    /// @param judged how many documents it had
    /// @param held these, if they are to be held
    private record Part(
            boolean continues,
            Source source,
            int count,
            int judged,
            List<Document> held,
            List<Diagnostic> diagnostics,
            List<HiddenPods.Found> hidden,
            @Nullable Tally tally) {}

    /// How far the file is read whose batches come.
    private static final class FileProgress {
        private @Nullable Source source;
        private int batches;
        private int count;
        private int documents;
        private int errors;

        boolean isHopeless() {
            return batches > 1 && errors >= Limits.DEFAULT.errors();
        }
    }

    public Run(Program program, JudgeOptions options) {
        this.program = program;
        this.index = new RuleIndex(program);
        this.options = options;
        this.threads = options.observer() == null ? options.threads() : 1;
        boolean asksForGone = index.anyOfRemoved() && options.before() != null;
        this.selects = NonObjects.matterTo(program);
        this.seeksPods = HiddenPods.matterTo(program);
        this.holds = asksForGone || Outlook.seesOthers(program);
        this.total = new Tally(program.rules().size());
        this.none = new Neighbours(program, List.of(), options.before());
    }

    /// Judges documents that are there already.
    public Verdict judge(List<Document> all) {
        Set<Source> sources = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Document document : all) {
            sources.add(document.source());
        }
        files = sources.size();
        documents = all.size();
        warn(hidden(all));
        judgeTogether(all);
        return verdict();
    }

    /// Reads documents and judges them as soon as that is possible.
    public void add(DocumentBatch batch) {
        batches++;
        if (tasks == null && threads > 1 && (batches > ALONE || batch.continues())) {
            tasks = new OrderedTasks<>(threads, this::take);
        }
        if (tasks == null) {
            take(part(batch));
        } else {
            tasks.add(() -> part(batch));
        }
    }

    /// Judges what was held, after all batches.
    public Verdict finish() {
        if (tasks != null) {
            tasks.finish();
        }
        endFile();
        if (holds) {
            judgeTogether(held);
        }
        return verdict();
    }

    private void judgeTogether(List<Document> all) {
        Neighbours neighbours = new Neighbours(program, all, options.before());
        // An observer wants to see every element.
        boolean joined = options.observer() == null && Outlook.seesOthers(program);
        Joins joins = joined ? new Joins(program, neighbours, options) : null;
        judgeTogether(neighbours.subjects(), false, neighbours, joins);
        if (index.anyOfRemoved()) {
            judgeTogether(neighbours.removed(), true, neighbours, joins);
        }
    }

    private void judgeTogether(
            List<Subject> subjects, boolean removed, Neighbours neighbours, @Nullable Joins joins) {
        if (threads == 1 || subjects.size() <= ALONE * 4) {
            total.add(tally(subjects, removed, neighbours, joins), 0, options.console());
            return;
        }
        OrderedTasks<Tally> chunks =
                new OrderedTasks<>(threads, tally -> total.add(tally, 0, options.console()));
        for (int from = 0; from < subjects.size(); from += CHUNK) {
            List<Subject> chunk = subjects.subList(from, Math.min(from + CHUNK, subjects.size()));
            chunks.add(() -> tally(chunk, removed, neighbours, joins));
        }
        chunks.finish();
    }

    private Part part(DocumentBatch batch) {
        ReadResult read = batch.read();
        Tally tally = null;
        if (!holds) {
            List<Subject> subjects = new ArrayList<>();
            for (Document document : read.documents()) {
                subjects.add(new Subject(document, false));
            }
            tally = tally(subjects, false, none, null);
        }
        return new Part(
                batch.continues(),
                read.source(),
                read.count(),
                read.documents().size(),
                holds ? read.documents() : List.of(),
                selects ? NonObjects.reported(read) : read.diagnostics(),
                hidden(read.documents()),
                tally);
    }

    private List<HiddenPods.Found> hidden(List<Document> all) {
        return seeksPods ? HiddenPods.among(all, program) : List.of();
    }

    /// One warning for each kind of the run.
    private void warn(List<HiddenPods.Found> found) {
        for (HiddenPods.Found one : found) {
            if (hidden.add(one.kind())) {
                diagnostics.add(one.warning());
            }
        }
    }

    private Tally tally(
            List<Subject> subjects, boolean removed, Neighbours neighbours, @Nullable Joins joins) {
        RuleRunner runner = new RuleRunner(program, index, neighbours, joins, options);
        for (Subject subject : subjects) {
            runner.judge(subject, removed);
        }
        return runner.tally();
    }

    /// Takes in what became of a batch; batches come here in their order.
    private void take(Part part) {
        if (!part.continues()) {
            endFile();
            file = new FileProgress();
            file.source = part.source();
        } else if (file.isHopeless()) {
            return;
        }
        file.batches++;
        add(part);
        file.count += part.count();
        if (file.documents == 0 && part.judged() > 0) {
            files++;
        }
        file.documents += part.judged();
        documents += part.judged();
    }

    /// A file of several batches is empty only if all of them are.
    private void endFile() {
        Source source = file.source;
        if (source != null && file.batches > 1 && file.documents == 0 && file.errors == 0) {
            diagnostics.add(
                    Diagnostic.error(
                            DocumentCode.EMPTY,
                            source.wholeFile(),
                            source.name() + " holds no document"));
        }
    }

    private void add(Part part) {
        diagnostics.addAll(part.diagnostics());
        warn(part.hidden());
        for (Diagnostic diagnostic : part.diagnostics()) {
            file.errors += diagnostic.isError() ? 1 : 0;
        }
        if (file.isHopeless()) {
            diagnostics.add(
                    Diagnostic.error(
                            DocumentCode.LIMIT,
                            part.source().wholeFile(),
                            part.source().name()
                                    + " has so many errors that its rest is not read"));
        }
        for (Document document : part.held()) {
            held.add(file.count == 0 ? document : document.after(file.count));
        }
        if (part.tally() != null) {
            total.add(part.tally(), file.count, options.console());
        }
    }

    private Verdict verdict() {
        return new Verdict(
                total.orderedFindings(),
                total.summary(files, documents, program.rules(), options.before() != null),
                diagnostics.toList());
    }
}
