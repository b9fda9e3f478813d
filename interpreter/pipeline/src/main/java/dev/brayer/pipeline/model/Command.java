package dev.brayer.pipeline.model;

import dev.brayer.text.Place;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// A shell command of a stage.
///
/// @param text what `sh -c` is given
/// @param environment variables that are added to those of the run
/// @param folder where it runs, relative to the project's root; empty for the root itself
/// @param place where it is written
public record Command(String text, Map<String, String> environment, String folder, Place place) {
    public Command {
        environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
    }
}
