package dev.brayer.image;

import dev.brayer.pipeline.image.ImageStore;
import java.io.IOException;

/// A store whose content can be written: what the builder sees of it.
sealed interface ContentStore extends ImageStore permits LayoutStore, RegistryStore {
    /// Where the content of an image of the pipeline goes. Ready to be written to.
    Contents contents(String image) throws IOException;
}
