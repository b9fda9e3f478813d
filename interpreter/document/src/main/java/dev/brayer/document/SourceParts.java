package dev.brayer.document;

import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Source;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Cuts a stream of manifests into sources of whole documents, so that none is too long to be read:
/// what `helm template` or `kubectl get` prints for a whole cluster.
///
/// A cut is made before a line that begins with `---`, which starts a document wherever it stands:
/// YAML forbids it inside of any value. What fits into one part is one source, as [SourceReader]
/// would have made it; so is JSON, which has no such lines.
public final class SourceParts {
    /// Large enough that a part costs more to read than to hand over to another thread.
    private static final int USUAL = 128 << 10;

    private final InputStream stream;
    private final String name;
    private final Limits limits;
    private final int usual;
    private byte[] buffer;
    private int filled;
    private int line = 1;
    private int parts;
    private boolean ended;

    /// @param stream is read to its end, or to the first error, and not closed
    public SourceParts(InputStream stream, String name, Limits limits) {
        this(stream, name, limits, USUAL);
    }

    SourceParts(InputStream stream, String name, Limits limits, int usual) {
        this.stream = stream;
        this.name = name;
        this.limits = limits;
        this.usual = usual;
        this.buffer = new byte[usual];
    }

    /// Whether the last part was the whole stream.
    public boolean isWhole() {
        return ended && parts == 1;
    }

    /// The next part; `null` after the last one, and after an error, which is added.
    public @Nullable Source next(Diagnostics diagnostics) throws IOException {
        if (ended) {
            return null;
        }
        int cut = fill();
        parts++;
        byte[] bytes = Arrays.copyOf(buffer, cut);
        if (cut > limits.characters()) {
            ended = true;
            diagnostics.add(tooLarge());
            return null;
        }
        System.arraycopy(buffer, cut, buffer, 0, filled - cut);
        filled -= cut;
        Source source = SourceReader.decode(bytes, name, line, limits, diagnostics);
        if (source == null) {
            ended = true;
        }
        line += lineEnds(bytes);
        return source;
    }

    /// Reads until there is a document's end behind the usual size, or to the end of the stream;
    /// where the part ends.
    private int fill() throws IOException {
        while (true) {
            int read = stream.readNBytes(buffer, filled, buffer.length - filled);
            filled += read;
            if (filled < buffer.length) {
                ended = true;
                return filled;
            }
            int cut = lastStart();
            if (cut > 0 || filled > limits.characters()) {
                return cut > 0 ? cut : filled;
            }
            long doubled = Math.min(2L * buffer.length, limits.characters() + 1L);
            buffer = Arrays.copyOf(buffer, (int) Math.max(doubled, usual));
        }
    }

    /// Where the last document of the buffer starts; 0 when it is the only one.
    private int lastStart() {
        if (parts == 0 && isJson()) {
            return 0;
        }
        for (int at = filled - 4; at > 0; at--) {
            if (buffer[at] == '-'
                    && buffer[at + 1] == '-'
                    && buffer[at + 2] == '-'
                    && buffer[at + 3] >= 0
                    && buffer[at + 3] <= ' '
                    && buffer[at - 1] == '\n'
                    && !isAfterDirective(at - 1)) {
                return at;
            }
        }
        return 0;
    }

    /// A `%YAML` line belongs to the document behind it.
    private boolean isAfterDirective(int lineEnd) {
        int start = lineEnd;
        while (start > 0 && buffer[start - 1] != '\n') {
            start--;
        }
        return buffer[start] == '%';
    }

    private boolean isJson() {
        int at = 0;
        while (at < filled && buffer[at] >= 0 && buffer[at] <= ' ') {
            at++;
        }
        return at < filled && buffer[at] == '{';
    }

    /// As [Source] counts lines.
    private static int lineEnds(byte[] bytes) {
        int count = 0;
        for (int at = 0; at < bytes.length; at++) {
            boolean alone = bytes[at] == '\r' && (at + 1 == bytes.length || bytes[at + 1] != '\n');
            count += bytes[at] == '\n' || alone ? 1 : 0;
        }
        return count;
    }

    private Diagnostic tooLarge() {
        return parts == 1
                ? SourceReader.tooLarge(name, limits)
                : Diagnostic.error(
                        DocumentCode.LIMIT,
                        Source.part(name, "-", line).wholeFile(),
                        "the document that starts here is larger than "
                                + (limits.characters() >> 20)
                                + " MiB, the limit");
    }
}
