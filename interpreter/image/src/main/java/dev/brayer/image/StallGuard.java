package dev.brayer.image;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/// Ends the reading of content that stopped coming: the HTTP client's own limit covers an answer's
/// beginning only.
final class StallGuard extends FilterInputStream {
    private final RegistryHost host;
    private final Duration limit;
    private final Thread watcher;
    private final AtomicLong arrived = new AtomicLong();
    private volatile boolean stalled;

    @SuppressWarnings(
            "this-escape") // the watcher starts when every field but itself is set, and uses only
    // those
    StallGuard(InputStream content, RegistryHost host, Duration limit) {
        super(content);
        this.host = host;
        this.limit = limit;
        this.watcher = Thread.ofVirtual().name("content of " + host.name()).start(this::watch);
    }

    private void watch() {
        try {
            for (long before = -1; before != arrived.get(); ) {
                before = arrived.get();
                Thread.sleep(limit);
            }
            stalled = true;
            in.close();
        } catch (InterruptedException | IOException done) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public int read() throws IOException {
        byte[] single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int wanted) throws IOException {
        try {
            int got = super.read(target, offset, wanted);
            if (got > 0) {
                arrived.addAndGet(got);
            }
            return got;
        } catch (IOException exception) {
            throw ImageFailure.because(
                    ImageCode.REGISTRY_UNREACHABLE,
                    stalled
                            ? host.name() + " sent nothing for " + limit.toSeconds() + " seconds"
                            : "the connection to "
                                    + host.name()
                                    + " broke: "
                                    + exception.getMessage(),
                    null,
                    exception);
        }
    }

    @Override
    public void close() throws IOException {
        watcher.interrupt();
        super.close();
    }
}
