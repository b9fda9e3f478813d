package dev.brayer.policy.testing;

import dev.brayer.document.Document;
import dev.brayer.grammar.policy.ParsedPolicy;
import dev.brayer.grammar.policy.PolicyParser;
import dev.brayer.grammar.policy.tree.Item;
import dev.brayer.grammar.policy.tree.TestCase;
import dev.brayer.grammar.policy.tree.TestCase.Expectation;
import dev.brayer.policy.CheckedPolicies;
import dev.brayer.policy.LoadOptions.Argument;
import dev.brayer.policy.LoadedPolicies;
import dev.brayer.policy.PolicyCode;
import dev.brayer.policy.Summary;
import dev.brayer.policy.Verdict;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Place;
import dev.brayer.text.Provenance;
import dev.brayer.text.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Runs the `test` blocks of one file.
final class BlockTests {
    private final Source source;
    private final ParsedPolicy parsed;
    private final PolicyTester tester;
    private final Inputs inputs;
    private final Diagnostics diagnostics = new Diagnostics();
    private final List<CaseResult> results = new ArrayList<>();

    BlockTests(TestSuite.OfFile suite, PolicyTester tester) {
        this.source = suite.policy();
        this.parsed = PolicyParser.parse(source);
        this.tester = tester;
        this.inputs = new Inputs(source, tester.options().imports());
    }

    SuiteResult run() {
        LoadedPolicies loaded = tester.loads().load(List.of(source), Map.of());
        for (Diagnostic diagnostic : loaded.diagnostics()) {
            // A parameter without a default gets its value from the cases.
            if (diagnostic.code() != PolicyCode.PARAMETER_MISSING) {
                diagnostics.add(diagnostic);
            }
        }
        boolean broken = diagnostics.hasErrors();
        List<Place> rules = new ArrayList<>();
        List<Place> tested = new ArrayList<>();
        List<String> names = testedNames();
        for (Item item : parsed.tree().items()) {
            if (item instanceof Item.Rule rule) {
                Place declared = source.place(rule.name().span());
                rules.add(declared);
                if (names.contains(rule.name().text())) {
                    tested.add(declared);
                }
            }
        }
        runAll(broken);
        return new SuiteResult(source.name(), results, diagnostics.toList(), rules, tested);
    }

    private List<String> testedNames() {
        List<String> names = new ArrayList<>();
        for (Item item : parsed.tree().items()) {
            if (item instanceof Item.Test test && !test.cases().isEmpty()) {
                names.add(test.rule().text());
            }
        }
        return names;
    }

    private void runAll(boolean broken) {
        Map<String, Integer> numbers = new HashMap<>();
        for (Item item : parsed.tree().items()) {
            if (item instanceof Item.Test test) {
                String rule = test.rule().text();
                for (TestCase one : test.cases()) {
                    int number = numbers.merge(rule, 1, Integer::sum);
                    String name = name(rule, number, one);
                    if (tester.isWanted(name)) {
                        results.add(
                                broken
                                        ? broken(name, one)
                                        : new Case(rule, name, one, new Diagnostics()).run());
                    }
                }
            }
        }
    }

    /// `OurImages 2 fails`, `OurImages 3 passes on good/web.yml`: the number makes it unique.
    private static String name(String rule, int number, TestCase test) {
        String expectation =
                switch (test.expectation()) {
                    case PASSES -> " passes";
                    case SKIPS -> " skips";
                    case FAILS -> " fails";
                };
        return rule
                + " "
                + number
                + expectation
                + (test.on() instanceof TestCase.File file ? " on " + file.path() : "");
    }

    private CaseResult broken(String name, TestCase test) {
        return new CaseResult(name, source.place(test.span()), true, List.of());
    }

    /// One case while it runs.
    private final class Case {
        private final String rule;
        private final String name;
        private final TestCase test;
        private final Diagnostics wrong;

        Case(String rule, String name, TestCase test, Diagnostics wrong) {
            this.rule = rule;
            this.name = name;
            this.test = test;
            this.wrong = wrong;
        }

        CaseResult run() {
            List<Document> documents = inputs.read(test.on(), wrong);
            List<Document> before = null;
            Map<String, Argument> parameters = new LinkedHashMap<>();
            for (TestCase.Setting setting : test.settings()) {
                switch (setting) {
                    case TestCase.With with -> parameters.put(with.name().text(), argument(with));
                    case TestCase.Before previous -> before = inputs.read(previous.source(), wrong);
                }
            }
            CheckedPolicies policies = load(parameters);
            diagnostics.addAll(wrong.toList());
            if (policies == null || wrong.hasErrors()) {
                return broken(name, test);
            }
            Verdict verdict = tester.judge(policies.only(rule), documents, before);
            return new CaseResult(name, source.place(test.span()), false, compare(verdict));
        }

        private @Nullable CheckedPolicies load(Map<String, Argument> parameters) {
            LoadedPolicies loaded = tester.loads().load(List.of(source), parameters);
            for (Diagnostic diagnostic : loaded.diagnostics()) {
                if (diagnostic.isError()) {
                    wrong.add(diagnostic);
                }
            }
            return loaded.policies().orElse(null);
        }

        private List<Difference> compare(Verdict verdict) {
            List<Difference> differences = new ArrayList<>();
            Summary.Reason skipped = skipped(verdict);
            if (test.expectation() == Expectation.SKIPS && skipped == null) {
                differences.add(new Difference.Judged(rule));
            }
            if (test.expectation() != Expectation.SKIPS && skipped != null) {
                differences.add(new Difference.Skipped(skipped));
            }
            for (Summary.Undecided one : verdict.summary().undecided()) {
                differences.add(
                        new Difference.Undecided(one.rule(), one.path(), one.word(), one.place()));
            }
            List<Expected> expected = new ArrayList<>();
            for (TestCase.Failure failure : test.failures()) {
                TestCase.Quoted message = failure.message();
                TestCase.Quoted path = failure.path();
                expected.add(
                        new Expected(
                                null,
                                message == null ? null : message.text(),
                                path == null ? null : Expected.path(path.text()),
                                0,
                                source.place(failure.span())));
            }
            differences.addAll(Comparison.of(expected, verdict.findings()));
            return differences;
        }
    }

    /// Why the rule judged nothing, unless it did.
    private static Summary.@Nullable Reason skipped(Verdict verdict) {
        for (Summary.Unmatched unmatched : verdict.summary().unmatched()) {
            switch (unmatched.reason()) {
                case SELECTOR, BEFORE -> {
                    return unmatched.reason();
                }
                case FETCH, EMPTY -> {
                    // It judged the input and found nothing in it.
                }
            }
        }
        return null;
    }

    /// The value as loading reads it, at its place in the test.
    private Argument argument(TestCase.With with) {
        String text = source.text(with.value().span());
        Place written = source.place(with.span());
        Provenance provenance =
                Provenance.of(List.of(new Provenance.Segment(0, written, false, List.of())));
        return new Argument(text, Source.rendered(source.name(), text + " ", provenance), true);
    }
}
