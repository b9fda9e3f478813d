package dev.brayer.policy;

import dev.brayer.policy.evaluate.Run;

/// Judges documents while they are read. A document is forgotten as soon as it is judged, unless a
/// rule looks at other objects than the judged one: then all are held to the end.
///
/// The verdict does not depend on the number of threads.
public final class Judging {
    private final Run run;

    Judging(Run run) {
        this.run = run;
    }

    /// Reads and judges a batch, now or soon; waits while too many are under way.
    public void add(DocumentBatch batch) {
        run.add(batch);
    }

    /// The verdict on all batches; its diagnostics are those of reading and of judging, in the
    /// order of the batches.
    public Verdict finish() {
        return run.finish();
    }
}
