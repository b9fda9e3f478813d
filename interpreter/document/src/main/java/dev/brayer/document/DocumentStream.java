package dev.brayer.document;

import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Source;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/// The documents of one text, one parser after the other: after an error a new one starts at the
/// next document.
final class DocumentStream {
    /// Characters that the engine takes at once: the usual file is one gulp, and to allocate more
    /// for it costs as much as to scan it.
    private static final int SHORT = 4 * 1024;

    private static final LoadSettings FOR_SHORT = settings(SHORT);
    private static final LoadSettings FOR_LONG = settings(4 * SHORT);

    private final Source source;
    private final String text;
    private final boolean surrogates;
    private final ReadOptions options;
    private final Diagnostics diagnostics;
    private final List<TreeBuilder.Root> roots = new ArrayList<>();
    private final Interner interner = new Interner();
    private int nextIndex;
    private int errors;

    DocumentStream(Source source, TextScan scan, ReadOptions options, Diagnostics diagnostics) {
        this.source = source;
        this.text = scan.text();
        this.surrogates = scan.surrogates();
        this.options = options;
        this.diagnostics = diagnostics;
    }

    List<TreeBuilder.Root> readAll() {
        int from = text.startsWith("\uFEFF") ? 1 : 0;
        while (from >= 0 && from <= text.length()) {
            from = readFrom(from);
        }
        return roots;
    }

    private static LoadSettings settings(int bufferSize) {
        return LoadSettings.builder()
                .setUseMarks(true)
                .setParseComments(false)
                .setCodePointLimit(Integer.MAX_VALUE)
                .setBufferSize(bufferSize)
                .build();
    }

    /// How many documents were found so far.
    int count() {
        return nextIndex;
    }

    /// Reads until the end or an error; where to go on after that, or -1.
    private int readFrom(int from) {
        SourceOffsets offsets = new SourceOffsets(text, from, surrogates);
        LoadSettings settings = text.length() < SHORT ? FOR_SHORT : FOR_LONG;
        ParserImpl parser = new ParserImpl(settings, new StreamReader(settings, readerAt(from)));
        EventReader events = new EventReader(source, text, offsets, diagnostics, interner);
        TreeBuilder builder = new TreeBuilder(source, events, parser, options, diagnostics);
        try {
            while (true) {
                Event event = parser.next();
                switch (event.getEventId()) {
                    case DocumentStart -> {
                        if (nextIndex >= options.limits().documents()) {
                            limitReached(
                                    events.start(event), "more than " + nextIndex + " documents");
                            return -1;
                        }
                        TreeBuilder.Root root = builder.document(event, nextIndex++);
                        if (root != null) {
                            roots.add(root);
                        }
                    }
                    case StreamEnd -> {
                        return -1;
                    }
                    default -> {
                        // The stream's start and the documents' ends carry nothing.
                    }
                }
            }
        } catch (BrokenDocument broken) {
            diagnostics.add(broken.diagnostic());
            return afterError(from, broken.offset());
        } catch (MarkedYamlEngineException failure) {
            return afterSyntaxError(from, failure, offsets, builder);
        } catch (YamlEngineException failure) {
            // The few engine errors without a place: the start of what is read now is the best that
            // is known.
            diagnostics.add(SyntaxMessages.withoutPlace(failure, source.place(from, from)));
            return afterError(from, from);
        }
    }

    private int afterSyntaxError(
            int from,
            MarkedYamlEngineException failure,
            SourceOffsets offsets,
            TreeBuilder builder) {
        int offset = failure.getProblemMark().map(mark -> offsets.of(mark.getIndex())).orElse(from);
        if (SyntaxMessages.isSecondJsonValue(failure, text, offset, from)) {
            return offset;
        }
        diagnostics.add(
                new SyntaxMessages(source, text)
                        .of(failure, offsets, offset, builder.openBracket()));
        dropLastScalar();
        return afterError(from, offset);
    }

    /// What looked like a whole document right before the error was the beginning of a broken one.
    private void dropLastScalar() {
        if (!roots.isEmpty()
                && roots.getLast().index() == nextIndex - 1
                && roots.getLast().node() instanceof ScalarNode) {
            roots.removeLast();
        }
    }

    private int afterError(int from, int offset) {
        if (++errors >= options.limits().errors()) {
            limitReached(offset, "more than " + errors + " broken documents; the rest is not read");
            return -1;
        }
        return nextDocument(Math.max(offset, from + 1));
    }

    private void limitReached(int offset, String message) {
        diagnostics.add(
                Diagnostic.error(DocumentCode.LIMIT, source.place(offset, offset), message));
    }

    /// The next line at or behind an offset that begins with `---`, or -1.
    private int nextDocument(int offset) {
        int at = offset;
        if (at > 0 && at <= text.length() && text.charAt(at - 1) != '\n') {
            at = text.indexOf('\n', at) + 1;
            if (at == 0) {
                return -1;
            }
        }
        while (at >= 0 && at < text.length()) {
            if (text.startsWith("---", at)
                    && (at + 3 == text.length() || text.charAt(at + 3) <= ' ')) {
                return at;
            }
            int lineEnd = text.indexOf('\n', at);
            at = lineEnd < 0 ? -1 : lineEnd + 1;
        }
        return -1;
    }

    private StringReader readerAt(int from) {
        try {
            StringReader reader = new StringReader(text);
            long skipped = reader.skip(from);
            if (skipped != from) {
                throw new IllegalStateException("skipped " + skipped + " of " + from);
            }
            return reader;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
