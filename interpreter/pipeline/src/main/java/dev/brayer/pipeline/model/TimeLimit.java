package dev.brayer.pipeline.model;

import dev.brayer.document.Node;
import dev.brayer.document.ScalarNode;
import dev.brayer.document.fields.FieldCode;
import dev.brayer.document.fields.Fields;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A length of time as a project file writes it.
///
/// @param written the spelling in the file, such as `1h30m`, for messages
public record TimeLimit(long milliseconds, String written) {
    public TimeLimit {
        if (milliseconds <= 0) {
            throw new IllegalArgumentException("a time limit is longer than nothing");
        }
    }

    static @Nullable TimeLimit read(Fields fields, String key, Diagnostics diagnostics) {
        Node node = fields.node(key);
        Duration duration = node == null ? null : fields.duration(key);
        if (duration == null || !(node instanceof ScalarNode scalar)) {
            return null;
        }
        if (duration.isZero()) {
            diagnostics.add(
                    Diagnostic.error(
                                    FieldCode.VALUE,
                                    node.place(),
                                    "`" + key + "` is longer than nothing")
                            .withHint("leave the key out for no limit"));
            return null;
        }
        return new TimeLimit(duration.toMillis(), scalar.text());
    }
}
