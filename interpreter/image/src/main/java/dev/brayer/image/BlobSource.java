package dev.brayer.image;

import java.io.IOException;
import java.io.InputStream;

/// Content that can be read, more than once if the first try to store it fails.
interface BlobSource {
    InputStream open() throws IOException;
}
