package dev.brayer.cli;

import dev.brayer.document.Document;
import dev.brayer.document.DocumentReader;
import dev.brayer.document.ReadResult;
import dev.brayer.document.ResourceIdentity;
import dev.brayer.policy.CheckedExpression;
import dev.brayer.policy.Inspector;
import dev.brayer.policy.LoadOptions;
import dev.brayer.policy.trace.RuleTrace;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Outcome;
import dev.brayer.text.Source;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `brayer eval`.
final class EvalCommand implements Command {
    private static final List<ReportFormat.Kind> FORMATS =
            List.of(ReportFormat.Kind.TEXT, ReportFormat.Kind.JSON);

    private static final Option ON =
            Option.of(
                    List.of("--on"),
                    "KIND",
                    Option.Suggests.NOTHING,
                    "Asks objects of this kind only, and sees their fields: `Service`, `apps/v1 Deployment`, `workload`, `any`");

    private static final Option ALL =
            Option.flag(List.of("--all"), "Asks every document of the file");

    @Override
    public Declaration declaration() {
        return new Declaration(
                "eval",
                "Says what an expression of the policy language gives for a file",
                """
                Prints the value with its type, or whether a condition holds, fails or is open, and the nodes that it was
                made from. The expression sees the fields of the object as the body of a rule does; without --on they are
                those of the document's own kind, or what every object has where the documents are of several kinds.

                Of a file with several documents, --document chooses one and --all asks them all.\
                """,
                new Parameter(
                        "EXPRESSION FILE",
                        2,
                        2,
                        Option.Suggests.FILES,
                        "An expression, in quotes for the shell, and a manifest or `-` for standard input"),
                List.of(
                        ON,
                        Options.DOCUMENT,
                        ALL,
                        Options.KUBERNETES_VERSION,
                        Options.SCHEMAS,
                        Options.WORKLOAD,
                        Options.FORMAT,
                        Options.HELP),
                List.of(
                        new Declaration.Example(
                                "brayer eval 'containers(pod).pick(:image)' web.yml",
                                "the images of a workload"),
                        new Declaration.Example(
                                "brayer eval 'metadata.labels[\"team\"] exists' --all all.yml",
                                "which objects say whose they are"),
                        new Declaration.Example(
                                "helm template . | brayer eval 'spec.type' --on Service --all -",
                                "what helm prints")));
    }

    @Override
    public Outcome run(Arguments arguments, Surroundings surroundings) {
        Diagnostics diagnostics = new Diagnostics();
        List<ReportFormat> formats = ReportFormats.of(arguments, FORMATS, diagnostics);
        Reporter reporter = new Reporter(formats, surroundings);
        String expression = arguments.positionals().getFirst();
        String file = arguments.positionals().get(1);
        boolean there =
                file.equals("-") || Files.exists(surroundings.workingFolder().resolve(file));
        if (isManifest(expression) && !there && !isManifest(file)) {
            diagnostics.add(
                    Diagnostic.error(
                                    CommandLineCode.WRONG_VALUE,
                                    null,
                                    "the expression stands before the file")
                            .withHint("write `brayer eval '" + file + "' " + expression + "`"));
        }
        List<Document> all =
                diagnostics.hasErrors() ? List.of() : read(file, surroundings, diagnostics);
        List<Document> asked = chosen(all, arguments, file, diagnostics);
        List<RuleTrace.Answer> answers = List.of();
        if (!asked.isEmpty()) {
            answers = answers(asked, all, arguments, surroundings, diagnostics);
        }
        boolean gaveUp = false;
        for (RuleTrace.Answer answer : answers) {
            gaveUp |= answer.limit() != null;
        }
        Report report = Report.ofDiagnostics(diagnostics.toList());
        if (gaveUp) {
            report = report.and(Outcome.FINDINGS);
        }
        if (formats.isEmpty() || formats.contains(ReportFormat.TEXT)) {
            surroundings.print(AnswerText.of(answers, asked.size() > 1, surroundings.outPaint()));
        }
        List<RuleTrace.Answer> found = answers;
        return reporter.report(report, (json, names) -> AnswerJson.write(found, json, names));
    }

    private static boolean isManifest(String path) {
        for (String ending : ManifestFiles.MANIFESTS) {
            if (path.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }

    static List<Document> read(String file, Surroundings surroundings, Diagnostics diagnostics) {
        List<Document> documents = new ArrayList<>();
        for (Source source :
                ManifestFiles.read(
                        List.of(file), ManifestFiles.MANIFESTS, surroundings, diagnostics)) {
            ReadResult read = DocumentReader.read(source);
            diagnostics.addAll(read.diagnostics());
            documents.addAll(read.documents());
        }
        return documents;
    }

    private static List<Document> chosen(
            List<Document> documents, Arguments arguments, String file, Diagnostics diagnostics) {
        if (arguments.value(Options.DOCUMENT) != null) {
            return DocumentChoice.of(documents, arguments, file, diagnostics);
        }
        if (documents.size() > 1 && !arguments.has(ALL) && arguments.value(ON) == null) {
            diagnostics.add(
                    Diagnostic.error(
                                    CommandLineCode.SEVERAL_DOCUMENTS,
                                    null,
                                    file + " holds " + documents.size() + " documents")
                            .withHint(
                                    "ask them all with `--all`, or one with `--document N`: "
                                            + DocumentChoice.list(documents)));
            return List.of();
        }
        return documents;
    }

    private static List<RuleTrace.Answer> answers(
            List<Document> asked,
            List<Document> all,
            Arguments arguments,
            Surroundings surroundings,
            Diagnostics diagnostics) {
        LoadOptions loading = Requests.loading(arguments, surroundings, diagnostics);
        String given = arguments.value(ON);
        Source on = given == null ? kind(asked, loading) : Source.of("--on", given);
        if (given != null) {
            List<Diagnostic> problems =
                    CheckedExpression.problems(Source.of("--on", given), loading);
            if (!problems.isEmpty()) {
                diagnostics.addAll(problems);
                return List.of();
            }
        }
        Source source = Source.of("expression", arguments.positionals().getFirst());
        CheckedExpression checked = CheckedExpression.check(source, on, loading);
        diagnostics.addAll(checked.diagnostics());
        if (!checked.isCorrect()) {
            return List.of();
        }
        List<RuleTrace.Answer> answers = new ArrayList<>();
        for (RuleTrace.Answer answer :
                Inspector.answers(checked, all, Requests.judging(surroundings))) {
            if (asked.contains(answer.document())) {
                answers.add(answer);
            }
        }
        if (answers.isEmpty()) {
            diagnostics.add(
                    Diagnostic.warning(
                            CommandLineCode.NO_SUCH_DOCUMENT,
                            null,
                            "no document is of the kind `" + given + "`"));
        }
        return answers;
    }

    /// The kind that all documents have and brayer knows, else `any`; `null` where a document is no
    /// object.
    private static @Nullable Source kind(List<Document> documents, LoadOptions loading) {
        String common = "";
        for (Document document : documents) {
            ResourceIdentity identity = document.identity();
            if (!identity.isObject()) {
                return null;
            }
            String kind = identity.apiVersion() + " " + identity.kind();
            common = common.isEmpty() || common.equals(kind) ? kind : "any";
        }
        Source source = Source.of("kind", common);
        return CheckedExpression.problems(source, loading).isEmpty()
                ? source
                : Source.of("kind", "any");
    }
}
