package dev.brayer.policy.evaluate;

import dev.brayer.policy.Finding;
import dev.brayer.policy.JudgeOptions.Console;
import dev.brayer.policy.Summary;
import dev.brayer.policy.Summary.Reason;
import dev.brayer.policy.Summary.Unmatched;
import dev.brayer.policy.ir.Condition;
import dev.brayer.policy.ir.Operand;
import dev.brayer.policy.ir.Rule;
import dev.brayer.policy.ir.Selection;
import dev.brayer.text.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What judging some documents gave. The tallies of one run are added in the order of their
/// documents, so that it does not matter which thread made which.
final class Tally {
    private final List<Finding> findings = new ArrayList<>();
    private final List<Summary.Undecided> undecided = new ArrayList<>();
    private final List<Printed> printed = new ArrayList<>();

    /// For each rule what it has met, a bit for each.
    private final byte[] met;

    private int passed;
    private int failed;
    private int warned;
    private int signoffs;

    /// What a rule may meet on its way through the documents.
    enum Met {
        SELECTED(1),
        WITHOUT_BEFORE(2),
        JUDGED(4),
        ELEMENT(8);

        private final byte bit;

        Met(int bit) {
            this.bit = (byte) bit;
        }
    }

    private record Printed(Place place, String text) {}

    Tally(int rules) {
        met = new byte[rules];
    }

    void meet(int rule, Met what) {
        met[rule] |= what.bit;
    }

    private boolean has(int rule, Met what) {
        return (met[rule] & what.bit) != 0;
    }

    void print(Place place, String text) {
        printed.add(new Printed(place, text));
    }

    void add(Judgement judgement) {
        findings.addAll(judgement.findings());
        undecided.addAll(judgement.undecided());
        if (judgement.findings().isEmpty()) {
            passed += judgement.undecided().isEmpty() ? 1 : 0;
            return;
        }
        switch (judgement.rule().action()) {
            case ENSURE -> failed++;
            case WARN -> warned++;
            case SIGNOFF -> signoffs++;
        }
    }

    /// @param before how many documents of the same file were judged before those of the tally
    void add(Tally tally, int before, Console console) {
        for (Finding finding : tally.findings) {
            findings.add(before == 0 ? finding : finding.after(before));
        }
        for (Printed line : tally.printed) {
            console.print(line.place(), line.text());
        }
        undecided.addAll(tally.undecided);
        for (int rule = 0; rule < met.length; rule++) {
            met[rule] |= tally.met[rule];
        }
        passed += tally.passed;
        failed += tally.failed;
        warned += tally.warned;
        signoffs += tally.signoffs;
    }

    /// File, document, start, rule.
    List<Finding> orderedFindings() {
        findings.sort(Tally::order);
        return findings;
    }

    Summary summary(int files, int documents, List<Rule> rules, boolean knowsBefore) {
        List<Unmatched> unmatched = new ArrayList<>();
        for (int number = 0; number < rules.size(); number++) {
            Rule rule = rules.get(number);
            Reason reason = reason(new RuleIndex.Numbered(number, rule), knowsBefore);
            if (reason != null) {
                unmatched.add(new Unmatched(rule.name(), rule.declared(), reason));
            }
        }
        return new Summary(
                files,
                documents,
                rules.size(),
                passed,
                failed,
                warned,
                signoffs,
                unmatched,
                undecided);
    }

    /// Why the rule judged nothing, or null.
    private @Nullable Reason reason(RuleIndex.Numbered numbered, boolean knowsBefore) {
        int number = numbered.number();
        if (!has(number, Met.SELECTED)) {
            return !knowsBefore && selectsByBefore(numbered) ? Reason.BEFORE : Reason.SELECTOR;
        }
        if (!has(number, Met.JUDGED)) {
            return has(number, Met.WITHOUT_BEFORE) ? Reason.BEFORE : Reason.SELECTOR;
        }
        Rule rule = numbered.rule();
        if (has(number, Met.ELEMENT) || !(rule.fetches() || rule.quantifies())) {
            return null;
        }
        return rule.fetches() ? Reason.FETCH : Reason.EMPTY;
    }

    /// Whether without a previous version nothing can be selected.
    private static boolean selectsByBefore(RuleIndex.Numbered numbered) {
        Selection selection = numbered.rule().selection();
        Condition filter = selection == null ? null : selection.filter();
        return numbered.isOfRemoved()
                || (filter != null
                        && Outlook.contains(
                                filter,
                                part ->
                                        part instanceof Operand.Known(_, Operand.Thing thing)
                                                && thing == Operand.Thing.BEFORE));
    }

    private static int order(Finding left, Finding right) {
        int order = left.place().source().name().compareTo(right.place().source().name());
        order = order != 0 ? order : Integer.compare(left.document(), right.document());
        order =
                order != 0
                        ? order
                        : Integer.compare(
                                left.place().span().start(), right.place().span().start());
        return order != 0 ? order : left.rule().compareTo(right.rule());
    }
}
