package dev.brayer.cli;

import dev.brayer.document.Document;
import dev.brayer.document.DocumentReader;
import dev.brayer.document.Limits;
import dev.brayer.document.ReadOptions;
import dev.brayer.document.ReadResult;
import dev.brayer.document.SourceReader;
import dev.brayer.policy.CheckedPolicies;
import dev.brayer.policy.Finding;
import dev.brayer.policy.Judge;
import dev.brayer.policy.JudgeOptions;
import dev.brayer.policy.LoadedPolicies;
import dev.brayer.policy.PolicyLoader;
import dev.brayer.policy.Summary;
import dev.brayer.policy.Verdict;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Outcome;
import dev.brayer.text.Source;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `brayer copper check`: the lines and exit codes of Copper 1, for scripts that call it. What is
/// for people goes to standard error, so that standard output is what it always was.
final class CopperCheckCommand implements Command {
    private static final Option RULES =
            Option.of(List.of("--rules"), "FILE", Option.Suggests.FILES, "The rules");

    private static final Option FILE =
            Option.of(
                    List.of("--file"),
                    "FILE",
                    Option.Suggests.FILES,
                    "The configuration that is judged");

    private static final Option FORMAT =
            Option.choice(
                    List.of("--format"),
                    "FORMAT",
                    List.of("yaml", "json"),
                    "How the configuration is written: `yaml`, which is the default, or `json`");

    private static final Option DEBUG =
            Option.flag(List.of("--debug"), "Prints what rules send to `-> console`");

    @Override
    public Declaration declaration() {
        return new Declaration(
                "copper check",
                "Judges one file as Copper 1 did, with its lines and exit codes",
                """
                Prints `Validating part N` for each document and a line for each rule: PASS, WARN or FAIL. Ends with 1
                where a rule failed or a file is missing, with 2, after `Aborting`, where the rules have an error.

                Copper 1 differed in a few points; spec/language/from-copper.md lists them, and `brayer lint` finds the
                rules that relied on one. `brayer check` says more: where, why, and what was not judged.\
                """,
                null,
                List.of(RULES, FILE, FORMAT, DEBUG, Options.HELP),
                List.of(
                        new Declaration.Example(
                                "brayer copper check --rules rules.cop --file deploy.yml",
                                "what `copper check` did")));
    }

    @Override
    public Outcome run(Arguments arguments, Surroundings surroundings) {
        String rulesName = arguments.value(RULES);
        if (rulesName == null) {
            return end("No rule file provided. Use --rule option", Outcome.FINDINGS, surroundings);
        }
        if (!exists(rulesName, surroundings)) {
            return end("Rule file " + rulesName + " not found", Outcome.FINDINGS, surroundings);
        }
        String fileName = arguments.value(FILE);
        if (fileName == null) {
            return end(
                    "No config file provided. Use --file option", Outcome.FINDINGS, surroundings);
        }
        if (!exists(fileName, surroundings)) {
            return end("Config file " + fileName + " not found", Outcome.FINDINGS, surroundings);
        }
        Source rules = read(rulesName, surroundings);
        Source file = read(fileName, surroundings);
        if (rules == null || file == null) {
            return Outcome.FINDINGS;
        }
        if (rules.text().isEmpty()) {
            return end("Empty rules file", Outcome.USAGE, surroundings);
        }
        if (file.text().isEmpty()) {
            return end("Empty config file", Outcome.USAGE, surroundings);
        }
        return judge(rules, file, arguments.has(DEBUG), surroundings);
    }

    private static Outcome judge(
            Source rules, Source file, boolean debug, Surroundings surroundings) {
        LoadedPolicies loaded = PolicyLoader.load(List.of(rules), Requests.loading(surroundings));
        say(loaded.diagnostics(), surroundings);
        CheckedPolicies policies = loaded.policies().orElse(null);
        if (policies == null) {
            surroundings.print("Validating part 0\n");
            return end("Aborting", Outcome.USAGE, surroundings);
        }
        // A `List` was one part for Copper 1, and it is one here.
        ReadResult read = DocumentReader.read(file, ReadOptions.PLAIN);
        say(read.diagnostics(), surroundings);
        JudgeOptions options = debug ? Requests.judging(surroundings) : JudgeOptions.standard();
        Verdict verdict = Judge.judge(policies, read.documents(), options);
        boolean failed = !Diagnostics.outcome(read.diagnostics()).equals(Outcome.SUCCESS);
        for (Document document : read.documents()) {
            surroundings.print("Validating part " + document.index() + "\n");
            failed |= part(policies, document, verdict, surroundings);
        }
        return failed ? Outcome.FINDINGS : Outcome.SUCCESS;
    }

    /// Prints a line for each rule that judges the document; returns whether one failed.
    private static boolean part(
            CheckedPolicies policies,
            Document document,
            Verdict verdict,
            Surroundings surroundings) {
        Set<String> found = new HashSet<>();
        for (Finding finding : verdict.findings()) {
            if (finding.document() == document.index()) {
                found.add(finding.rule());
            }
        }
        Set<String> skipped = skipped(policies, document);
        Paint paint = surroundings.outPaint();
        boolean failed = false;
        StringBuilder lines = new StringBuilder();
        for (CheckedPolicies.RuleInfo rule : policies.rules()) {
            if (skipped.contains(rule.name())) {
                continue;
            }
            boolean passes = !found.contains(rule.name());
            boolean warns = rule.action() == Finding.Action.WARN;
            failed |= !passes && !warns;
            String outcome =
                    passes ? paint.green("PASS") : warns ? paint.yellow("WARN") : paint.red("FAIL");
            lines.append('\t').append(rule.name()).append(" - ").append(outcome).append('\n');
        }
        surroundings.print(lines.toString());
        return failed;
    }

    /// The rules whose selector leaves this document out; rules of Copper 1 have none.
    private static Set<String> skipped(CheckedPolicies policies, Document document) {
        Verdict alone = Judge.judge(policies, List.of(document), JudgeOptions.standard());
        Set<String> skipped = new HashSet<>();
        for (Summary.Unmatched unmatched : alone.summary().unmatched()) {
            switch (unmatched.reason()) {
                case SELECTOR, BEFORE -> skipped.add(unmatched.rule());
                case FETCH, EMPTY -> {}
            }
        }
        return skipped;
    }

    private static boolean exists(String name, Surroundings surroundings) {
        return Files.exists(surroundings.workingFolder().resolve(name));
    }

    private static @Nullable Source read(String name, Surroundings surroundings) {
        Diagnostics diagnostics = new Diagnostics();
        Source source =
                SourceReader.read(
                        surroundings.workingFolder().resolve(name),
                        name,
                        Limits.DEFAULT,
                        diagnostics);
        say(diagnostics.toList(), surroundings);
        return source;
    }

    private static void say(List<Diagnostic> diagnostics, Surroundings surroundings) {
        for (Diagnostic diagnostic : diagnostics) {
            surroundings.say(TextReport.of(diagnostic, surroundings.errPaint()));
        }
    }

    private static Outcome end(String line, Outcome outcome, Surroundings surroundings) {
        surroundings.print(line + "\n");
        return outcome;
    }
}
