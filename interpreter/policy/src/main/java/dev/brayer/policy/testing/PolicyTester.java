package dev.brayer.policy.testing;

import dev.brayer.document.Document;
import dev.brayer.policy.CheckedPolicies;
import dev.brayer.policy.Judge;
import dev.brayer.policy.JudgeOptions;
import dev.brayer.policy.LoadOptions;
import dev.brayer.policy.Verdict;
import dev.brayer.policy.coverage.Coverage;
import dev.brayer.text.Diagnostic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Runs tests of policies: a case lists all findings on its input, no more and no fewer.
public final class PolicyTester {
    private final LoadOptions options;
    private final Loads loads;
    private final JudgeOptions judging;
    private final @Nullable String filter;
    private final @Nullable Coverage coverage;

    /// @param options its imports find the files of cases, too; a parameter belongs to the policies
    ///   that declare it
    /// @param filter runs only the cases whose name holds this; `null` for all
    /// @param coverage sees what the tests exercise, or `null`
    public PolicyTester(
            LoadOptions options,
            JudgeOptions judging,
            @Nullable String filter,
            @Nullable Coverage coverage) {
        this.options = options;
        this.loads = new Loads(options, coverage);
        this.judging = judging.withObserver(coverage);
        this.filter = filter;
        this.coverage = coverage;
    }

    public SuiteResult run(TestSuite suite) {
        return switch (suite) {
            case TestSuite.OfFile file -> new BlockTests(file, this).run();
            case TestSuite.OfFolder folder -> new FolderTests(folder, this).run();
        };
    }

    /// After all suites: what is wrong with the parameters that were given for all.
    public List<Diagnostic> unknownParameters() {
        return loads.unknown();
    }

    LoadOptions options() {
        return options;
    }

    Loads loads() {
        return loads;
    }

    /// Judges the input of a case.
    ///
    /// @param before the previous version of the objects, or `null`
    Verdict judge(
            CheckedPolicies policies, List<Document> documents, @Nullable List<Document> before) {
        if (coverage != null) {
            coverage.begin();
        }
        Verdict verdict = Judge.judge(policies, documents, judging.withBefore(before));
        if (coverage != null) {
            coverage.end(policies, documents.size());
        }
        return verdict;
    }

    boolean isWanted(String name) {
        return filter == null || name.contains(filter);
    }
}
