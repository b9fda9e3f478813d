package dev.brayer.pipeline;

import dev.brayer.pipeline.model.Stage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything that a run will touch, known before it touches anything. A run applies exactly this.
///
/// @param tag the deployment tag
/// @param commit the commit that is checked out, if known
/// @param created milliseconds since 1970
/// @param stages those of the run, in order
/// @param formations those that will be deployed, in the order in which they will be
public record Plan(
        String application,
        String tag,
        @Nullable String commit,
        long created,
        List<Stage> stages,
        List<PlannedImage> images,
        List<FormationPlan> formations) {
    public Plan {
        stages = List.copyOf(stages);
        images = List.copyOf(images);
        formations = List.copyOf(formations);
    }

    /// The plan of a formation, `null` when it is not deployed.
    public @Nullable FormationPlan formation(String name) {
        for (FormationPlan formation : formations) {
            if (formation.name().equals(name)) {
                return formation;
            }
        }
        return null;
    }

    /// The same under another tag.
    Plan withTag(String other) {
        return new Plan(application, other, commit, created, stages, images, formations);
    }

    /// The plan file, documented in `spec/pipeline.md`.
    public String toJson() {
        return PlanJson.print(this);
    }
}
