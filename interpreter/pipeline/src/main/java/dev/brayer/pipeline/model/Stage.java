package dev.brayer.pipeline.model;

import dev.brayer.text.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One stage of a pipeline.
///
/// @param name unique in its pipeline
/// @param place where the name is written
/// @param needs the stages that have to succeed before, by name; the one before it unless the file
///   says otherwise
/// @param formations the formations that it is limited to, empty for all
/// @param command what it runs, for the kinds that run a command
/// @param limit after this time the stage is stopped
/// @param retries how often it is tried again after a failure
/// @param preflights what must hold before any stage starts
/// @param probe what decides that it succeeded, beside its own end
/// @param question what a person is asked before it starts
public record Stage(
        String name,
        StageKind kind,
        Place place,
        List<String> needs,
        List<String> formations,
        @Nullable Command command,
        @Nullable TimeLimit limit,
        int retries,
        List<Preflight> preflights,
        @Nullable Probe probe,
        @Nullable String question,
        OnFailure onFailure) {
    public Stage {
        needs = List.copyOf(needs);
        formations = List.copyOf(formations);
        preflights = List.copyOf(preflights);
    }

    /// Whether this stage works on the formation.
    public boolean concerns(String formation) {
        return formations.isEmpty() || formations.contains(formation);
    }
}
