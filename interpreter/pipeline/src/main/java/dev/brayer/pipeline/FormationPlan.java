package dev.brayer.pipeline;

import dev.brayer.pipeline.destination.DestinationChange;
import dev.brayer.pipeline.destination.DirectoryDestination;
import dev.brayer.policy.Verdict;
import dev.brayer.stencil.Formation;
import org.jspecify.annotations.Nullable;

/// What a run will do with one formation.
///
/// @param verdict what the policies say of it, `null` where there are none
/// @param words every word with its value and where that came from, as JSON
/// @param destination where it goes
/// @param change what becomes different there
/// @param head where the formation's snapshots stood when the plan was made; `null` before the
///   first one, and in a plan that nobody will apply
public record FormationPlan(
        Formation formation,
        @Nullable Verdict verdict,
        String words,
        DirectoryDestination destination,
        DestinationChange change,
        @Nullable String head) {
    public String name() {
        return formation.name().text();
    }
}
