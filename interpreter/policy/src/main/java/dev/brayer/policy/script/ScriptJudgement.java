package dev.brayer.policy.script;

import dev.brayer.document.Document;
import dev.brayer.policy.Finding;
import dev.brayer.policy.Summary;
import dev.brayer.policy.Verdict;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Place;
import dev.brayer.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What one script found.
///
/// @param findings in the order in which they were reported
/// @param undecided what it reported of values that are not known yet
/// @param diagnostics an error in the script, or of the process that runs it
public record ScriptJudgement(
        ScriptPolicy policy,
        List<Finding> findings,
        List<Summary.Undecided> undecided,
        List<Diagnostic> diagnostics) {
    public ScriptJudgement {
        findings = List.copyOf(findings);
        undecided = List.copyOf(undecided);
        diagnostics = List.copyOf(diagnostics);
    }

    /// A verdict of rules and the judgements of scripts as one verdict. A script counts as a rule
    /// that held for each document about which it found nothing.
    public static Verdict merge(
            Verdict rules, List<ScriptJudgement> scripts, List<Document> documents) {
        List<Finding> findings = new ArrayList<>(rules.findings());
        List<Diagnostic> diagnostics = new ArrayList<>(rules.diagnostics());
        for (ScriptJudgement script : scripts) {
            findings.addAll(script.findings());
            diagnostics.addAll(script.diagnostics());
        }
        findings.sort(ScriptJudgement::compare);
        return new Verdict(findings, summary(rules.summary(), scripts, documents), diagnostics);
    }

    /// The verdict of scripts alone.
    public static Verdict verdict(List<ScriptJudgement> scripts, List<Document> documents) {
        Set<String> files = new HashSet<>();
        for (Document document : documents) {
            files.add(document.source().name());
        }
        Summary nothing =
                new Summary(files.size(), documents.size(), 0, 0, 0, 0, 0, List.of(), List.of());
        return merge(new Verdict(List.of(), nothing, List.of()), scripts, documents);
    }

    private static Summary summary(
            Summary rules, List<ScriptJudgement> scripts, List<Document> documents) {
        int passed = rules.passed();
        int failed = rules.failed();
        int warned = rules.warned();
        List<Summary.Unmatched> unmatched = new ArrayList<>(rules.unmatched());
        List<Summary.Undecided> undecided = new ArrayList<>(rules.undecided());
        for (ScriptJudgement script : scripts) {
            undecided.addAll(script.undecided());
            if (documents.isEmpty()) {
                Place whole = script.policy().source().place(Span.at(0));
                unmatched.add(
                        new Summary.Unmatched(
                                name(script.policy()), whole, Summary.Reason.SELECTOR));
            } else if (script.diagnostics().isEmpty()) {
                int failing = script.documents(Finding.Action.ENSURE);
                int warning = script.documents(Finding.Action.WARN);
                failed += failing;
                warned += warning;
                passed += Math.max(0, documents.size() - failing - warning);
            }
        }
        return new Summary(
                rules.files(),
                rules.documents(),
                rules.rules() + scripts.size(),
                passed,
                failed,
                warned,
                rules.signoffs(),
                unmatched,
                undecided);
    }

    /// About how many documents there is a finding of this action, and none of a worse one.
    private int documents(Finding.Action action) {
        Set<String> found = new HashSet<>();
        Set<String> worse = new HashSet<>();
        for (Finding finding : findings) {
            (finding.action() == action ? found : worse).add(judged(finding));
        }
        if (action == Finding.Action.WARN) {
            found.removeAll(worse);
        }
        return found.size();
    }

    /// Which document a finding is about; the items of a list share their document's number.
    private static String judged(Finding finding) {
        String file = finding.place().source().name();
        return file + " " + finding.document() + " " + finding.resource();
    }

    /// The script's name without its folder: what stands for a rule's name where no check is named.
    public static String name(ScriptPolicy policy) {
        String name = policy.source().name();
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /// By file, document, start and rule, as the findings of rules are ordered.
    private static int compare(Finding one, Finding other) {
        int order = one.place().source().name().compareTo(other.place().source().name());
        if (order == 0) {
            order = Integer.compare(one.document(), other.document());
        }
        if (order == 0) {
            order = Integer.compare(one.place().span().start(), other.place().span().start());
        }
        return order != 0 ? order : one.rule().compareTo(other.rule());
    }
}
