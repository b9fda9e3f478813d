package dev.brayer.policy.testing;

import dev.brayer.document.Document;
import dev.brayer.policy.CheckedPolicies;
import dev.brayer.policy.LoadedPolicies;
import dev.brayer.policy.Summary;
import dev.brayer.policy.Verdict;
import dev.brayer.policy.testing.TestSuite.Manifest;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Place;
import dev.brayer.text.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Runs the manifests beside the policies of a folder.
final class FolderTests {
    private final TestSuite.OfFolder suite;
    private final PolicyTester tester;
    private final Diagnostics diagnostics = new Diagnostics();
    private final List<CaseResult> results = new ArrayList<>();
    private final List<Place> rules = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<String> tested = new ArrayList<>();
    private @Nullable CheckedPolicies policies;

    FolderTests(TestSuite.OfFolder suite, PolicyTester tester) {
        this.suite = suite;
        this.tester = tester;
    }

    SuiteResult run() {
        LoadedPolicies loaded = tester.loads().load(suite.policies(), Map.of());
        diagnostics.addAll(loaded.diagnostics());
        policies = loaded.policies().orElse(null);
        if (policies != null) {
            for (CheckedPolicies.RuleInfo rule : policies.rules()) {
                names.add(rule.name());
                rules.add(rule.declared());
            }
        }
        for (Manifest manifest : suite.good()) {
            run(manifest, true);
        }
        for (Manifest manifest : suite.bad()) {
            run(manifest, false);
        }
        List<Place> testedRules = new ArrayList<>();
        for (int index = 0; index < names.size(); index++) {
            if (tested.contains(names.get(index))) {
                testedRules.add(rules.get(index));
            }
        }
        return new SuiteResult(suite.name(), results, diagnostics.toList(), rules, testedRules);
    }

    private void run(Manifest manifest, boolean good) {
        Source source = manifest.source();
        String prefix = suite.name().isEmpty() ? "" : suite.name() + "/";
        String name =
                source.name().startsWith(prefix)
                        ? source.name().substring(prefix.length())
                        : source.name();
        if (!tester.isWanted(name)) {
            return;
        }
        Diagnostics wrong = new Diagnostics();
        List<Document> documents = Inputs.documents(source, wrong);
        List<Document> before =
                manifest.before() == null ? null : Inputs.documents(manifest.before(), wrong);
        List<Expected> expected = policies == null ? List.of() : expected(manifest, wrong);
        if (good) {
            refuse(expected, wrong);
        }
        diagnostics.addAll(wrong.toList());
        List<Difference> differences = List.of();
        boolean broken = policies == null || wrong.hasErrors();
        if (policies != null && !broken) {
            differences = compare(expected, tester.judge(policies, documents, before), good);
        }
        results.add(new CaseResult(name, source.wholeFile(), broken, differences));
    }

    private List<Expected> expected(Manifest manifest, Diagnostics wrong) {
        List<Expected> expected =
                new ArrayList<>(FindingComments.read(manifest.source(), names, wrong));
        if (manifest.before() != null) {
            expected.addAll(FindingComments.read(manifest.before(), names, wrong));
        }
        return expected;
    }

    private static void refuse(List<Expected> expected, Diagnostics wrong) {
        for (Expected one : expected) {
            wrong.add(
                    Diagnostic.error(
                                    TestCode.FINDING_COMMENT,
                                    one.place(),
                                    "a manifest in `good/` expects no finding")
                            .withHint("move the file to `bad/`, or take the comment away"));
        }
    }

    private List<Difference> compare(List<Expected> expected, Verdict verdict, boolean good) {
        List<Difference> differences = new ArrayList<>();
        Summary summary = verdict.summary();
        for (Expected one : expected) {
            if (one.rule() != null) {
                tested.add(one.rule());
            }
        }
        for (Summary.Undecided one : summary.undecided()) {
            differences.add(
                    new Difference.Undecided(one.rule(), one.path(), one.word(), one.place()));
        }
        if (good && summary.unmatched().size() == names.size()) {
            differences.add(new Difference.Skipped(null));
        }
        differences.addAll(Comparison.of(expected, verdict.findings()));
        if (!good && expected.isEmpty() && differences.isEmpty()) {
            differences.add(new Difference.NothingFound());
        }
        return differences;
    }
}
