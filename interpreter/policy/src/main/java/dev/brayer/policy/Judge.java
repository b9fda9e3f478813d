package dev.brayer.policy;

import dev.brayer.document.Document;
import dev.brayer.policy.evaluate.Run;
import java.util.List;

/// Judges documents by policies.
public final class Judge {
    private Judge() {}

    /// @param documents the objects of one run: `resources` and `others` see all of them
    public static Verdict judge(
            CheckedPolicies policies, List<Document> documents, JudgeOptions options) {
        return new Run(policies.program(), options).judge(documents);
    }

    /// Starts to judge documents that are read on the way, as many as there may be.
    public static Judging start(CheckedPolicies policies, JudgeOptions options) {
        return new Judging(new Run(policies.program(), options));
    }
}
