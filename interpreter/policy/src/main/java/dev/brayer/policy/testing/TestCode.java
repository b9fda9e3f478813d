package dev.brayer.policy.testing;

import dev.brayer.text.DiagnosticCode;
import dev.brayer.text.Outcome;

/// What can be wrong with a test, other than that it fails.
public enum TestCode implements DiagnosticCode {
    NO_INPUT(
            "test-input-missing",
            """
            The file that a test judges is not there. A path in a test starts in the folder of the policy.\
            """),
    FINDING_COMMENT(
            "test-finding-comment",
            """
            A manifest in `bad/` says which findings it expects, each in a comment: `# finding RULE` or `# finding RULE: \
            MESSAGE`, behind the line where the finding stands or on a line of its own above it. A manifest in `good/` \
            expects none.\
            """),
    UNKNOWN_RULE(
            "test-unknown-rule",
            """
            A comment `# finding RULE` names a rule that no policy of the folder has.\
            """),
    NO_TEST(
            "test-nothing-to-run",
            """
            No test was found, or none whose name holds what `--filter` says. A run of no tests would look like success.\
            """),
    COVERAGE(
            "test-coverage-low",
            Outcome.FINDINGS,
            """
            The tests exercised less of the policies than `--min-coverage` asks for. `--coverage` shows what is missing.\
            """);

    private final String id;
    private final Outcome outcome;
    private final String explanation;

    TestCode(String id, String explanation) {
        this(id, Outcome.USAGE, explanation);
    }

    TestCode(String id, Outcome outcome, String explanation) {
        this.id = id;
        this.outcome = outcome;
        this.explanation = explanation;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Outcome outcome() {
        return outcome;
    }

    @Override
    public String explanation() {
        return explanation;
    }
}
