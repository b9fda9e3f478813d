package dev.brayer.pipeline;

import dev.brayer.pipeline.event.Cancellation;
import dev.brayer.pipeline.event.EventSink;
import org.jspecify.annotations.Nullable;

/// What `plan`, `run` and `rollback` are asked to do, and with what.
///
/// @param check formations, settings, policies and images
/// @param events called from one thread at a time, though not always the same
/// @param cancellation to stop it all
/// @param consent asked before a stage with `ask:`
/// @param imagesTag `plan --images TAG`: builds nothing and takes the images that have this tag
public record RunRequest(
        CheckRequest check,
        Circumstances circumstances,
        EventSink events,
        Cancellation cancellation,
        Consent consent,
        @Nullable String imagesTag) {
    /// Asks a person.
    public interface Consent {
        boolean agrees(String stage, String question);
    }
}
