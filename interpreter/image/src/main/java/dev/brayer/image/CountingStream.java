package dev.brayer.image;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// Counts what passes through.
final class CountingStream extends FilterOutputStream {
    private long length;

    CountingStream(OutputStream target) {
        super(target);
    }

    @Override
    public void write(int single) throws IOException {
        out.write(single);
        length++;
    }

    @Override
    public void write(byte[] content, int offset, int count) throws IOException {
        out.write(content, offset, count);
        length += count;
    }

    long length() {
        return length;
    }
}
