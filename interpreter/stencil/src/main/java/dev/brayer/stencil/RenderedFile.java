package dev.brayer.stencil;

import dev.brayer.document.Document;
import dev.brayer.text.Source;
import java.util.List;

/// A stencil whose words were filled in.
///
/// @param stencil the stencil's path in the project, such as `stencils/web.yml`
/// @param name its name below a destination folder: the stencil's, relative to `stencils/`; with
///   `for-each` the key stands before its ending, as in `worker-orders.yml`
/// @param documents the objects over `source`, those of a `List` one by one
/// @param source the text, whose places lead to the stencil and to the formation
/// @param tags of the stencil's header comment
/// @param order of the stencil's header comment, 0 without
public record RenderedFile(
        String stencil,
        String name,
        Source source,
        List<Document> documents,
        List<String> tags,
        int order) {
    public RenderedFile {
        documents = List.copyOf(documents);
        tags = List.copyOf(tags);
    }
}
