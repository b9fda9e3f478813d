package dev.brayer.image;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/// Content that is held against its descriptor while it is read: it ends with a failure where it is
/// another.
final class VerifiedStream extends FilterInputStream {
    private final Descriptor expected;
    private final MessageDigest hash = Hashing.start();
    private long length;
    private boolean ended;

    VerifiedStream(InputStream content, Descriptor expected) {
        super(content);
        this.expected = expected;
    }

    @Override
    public int read() throws IOException {
        byte[] single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int wanted) throws IOException {
        int got = super.read(target, offset, wanted);
        if (got > 0) {
            hash.update(target, offset, got);
            length += got;
            if (length > expected.size()) {
                throw new ImageFailure(
                        ImageCode.CONTENT_BROKEN,
                        expected.digest() + " is longer than the manifest says");
            }
        } else if (got < 0 && !ended) {
            ended = true;
            if (length != expected.size() || !Hashing.finish(hash).equals(expected.digest())) {
                throw new ImageFailure(
                        ImageCode.CONTENT_BROKEN,
                        "the content of "
                                + expected.digest()
                                + " is another ("
                                + length
                                + " of "
                                + expected.size()
                                + " bytes arrived)");
            }
        }
        return got;
    }

    @Override
    public long skip(long count) {
        throw new UnsupportedOperationException("every byte has to be hashed");
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
