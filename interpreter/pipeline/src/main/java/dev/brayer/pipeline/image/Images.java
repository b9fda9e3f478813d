package dev.brayer.pipeline.image;

import dev.brayer.text.Diagnostic;
import java.util.List;

/// The image side of one project. Opening it is cheap; what is heavy is loaded when [#builder] is
/// asked for.
public interface Images {
    ImageStore store();

    ImageBuilder builder();

    /// What is wrong with the images' declarations, as far as it can be known without building: a
    /// folder that is not there, an unknown key below `build:`, a reference that cannot be one.
    List<Diagnostic> check();
}
