package dev.brayer.script.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a script reported with `errors.add_error`.
///
/// @param document which document it is about, from 0; -1 when the script took none
/// @param steps the way from the document's root to the node: keys, and indexes as decimal numbers
/// @param path a path as the script wrote it, to be followed from the node; or `null`
/// @param range the call in the script
public record Report(
        String check,
        String title,
        double severity,
        int document,
        List<String> steps,
        @Nullable String path,
        Range range) {
    public Report {
        steps = List.copyOf(steps);
    }
}
