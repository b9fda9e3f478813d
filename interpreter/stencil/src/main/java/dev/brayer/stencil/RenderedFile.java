package dev.brayer.stencil;

import dev.brayer.text.Source;
import java.util.List;

/// A stencil whose words were filled in.
///
/// @param stencil the stencil's path in the project, such as `stencils/web.yml`
/// @param name    its name below a destination folder: the stencil's, relative to `stencils/`; with `for-each` the key
///                stands before its ending, as in `worker-orders.yml`
/// @param source  the text, whose places lead to the stencil and to the formation
/// @param tags    of the stencil's header comment
/// @param order   of the stencil's header comment, 0 without
public record RenderedFile(String stencil, String name, Source source, List<String> tags, int order) {
    public RenderedFile {
        tags = List.copyOf(tags);
    }
}
