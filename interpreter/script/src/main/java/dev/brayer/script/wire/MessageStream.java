package dev.brayer.script.wire;

import dev.brayer.script.wire.Message.FileAnswer;
import dev.brayer.script.wire.Message.FileQuestion;
import dev.brayer.script.wire.Message.Judged;
import dev.brayer.script.wire.Message.Printed;
import dev.brayer.script.wire.Message.Run;
import dev.brayer.script.wire.Message.Stopped;
import dev.brayer.script.wire.Message.Transformed;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Messages over two streams: each a frame of four bytes for its length, one for its kind, and its
/// fields.
public final class MessageStream {
    /// A frame that says to be longer was not written by this class.
    private static final int LONGEST = 256 << 20;

    private final DataInputStream in;
    private final OutputStream out;

    public MessageStream(InputStream in, OutputStream out) {
        this.in = new DataInputStream(new BufferedInputStream(in, 1 << 16));
        this.out = out;
    }

    /// Writes a message and sends it off.
    public void write(Message message) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Writer frame = new Writer(new DataOutputStream(bytes));
        frame.out.writeInt(0);
        frame.message(message);
        byte[] whole = bytes.toByteArray();
        int length = whole.length - Integer.BYTES;
        for (int at = 0; at < Integer.BYTES; at++) {
            whole[at] = (byte) (length >>> (8 * (Integer.BYTES - 1 - at)));
        }
        out.write(whole);
        out.flush();
    }

    /// Waits for the next message; `null` when the other side closed its stream.
    public @Nullable Message read() throws IOException {
        int length;
        try {
            length = in.readInt();
        } catch (EOFException closed) {
            return null;
        }
        if (length < 1 || length > LONGEST) {
            throw new IOException("not a frame: " + length + " bytes");
        }
        byte[] frame = new byte[length];
        in.readFully(frame);
        return new Reader(new DataInputStream(new java.io.ByteArrayInputStream(frame))).message();
    }

    private record Writer(DataOutputStream out) {
        void message(Message message) throws IOException {
            switch (message) {
                case Run run -> {
                    out.writeByte('r');
                    out.writeBoolean(run.transforming());
                    text(run.name());
                    text(run.script());
                    text(run.documents());
                    text(run.context());
                }
                case FileQuestion question -> {
                    out.writeByte('q');
                    text(question.path());
                    out.writeBoolean(question.yaml());
                }
                case FileAnswer answer -> {
                    out.writeByte('a');
                    out.writeBoolean(answer.found());
                    text(answer.text());
                }
                case Judged judged -> {
                    out.writeByte('j');
                    reports(judged.reports());
                    printed(judged.printed());
                }
                case Transformed transformed -> {
                    out.writeByte('t');
                    text(transformed.tree());
                    out.writeInt(transformed.ranges().size());
                    for (Range range : transformed.ranges()) {
                        range(range);
                    }
                    printed(transformed.printed());
                }
                case Stopped stopped -> {
                    out.writeByte('s');
                    text(stopped.stop().name());
                    text(stopped.message());
                    range(stopped.range());
                    reports(stopped.reports());
                    printed(stopped.printed());
                }
            }
        }

        private void text(String text) throws IOException {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            out.writeInt(bytes.length);
            out.write(bytes);
        }

        private void range(Range range) throws IOException {
            out.writeInt(range.line());
            out.writeInt(range.column());
            out.writeInt(range.endLine());
            out.writeInt(range.endColumn());
        }

        private void reports(List<Report> reports) throws IOException {
            out.writeInt(reports.size());
            for (Report report : reports) {
                text(report.check());
                text(report.title());
                out.writeDouble(report.severity());
                out.writeInt(report.document());
                out.writeInt(report.steps().size());
                for (String step : report.steps()) {
                    text(step);
                }
                String path = report.path();
                out.writeBoolean(path != null);
                if (path != null) {
                    text(path);
                }
                range(report.range());
            }
        }

        private void printed(List<Printed> printed) throws IOException {
            out.writeInt(printed.size());
            for (Printed line : printed) {
                out.writeBoolean(line.error());
                text(line.text());
            }
        }
    }

    private record Reader(DataInputStream in) {
        Message message() throws IOException {
            byte kind = in.readByte();
            return switch (kind) {
                case 'r' -> new Run(in.readBoolean(), text(), text(), text(), text());
                case 'q' -> new FileQuestion(text(), in.readBoolean());
                case 'a' -> new FileAnswer(in.readBoolean(), text());
                case 'j' -> new Judged(reports(), printed());
                case 't' -> new Transformed(text(), ranges(), printed());
                case 's' ->
                        new Stopped(Stop.valueOf(text()), text(), range(), reports(), printed());
                default -> throw new IOException("no message is of kind " + kind);
            };
        }

        private String text() throws IOException {
            byte[] bytes = new byte[count()];
            in.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }

        /// What cannot fit into the rest of the frame was not written by this class.
        private int count() throws IOException {
            int count = in.readInt();
            if (count < 0 || count > in.available()) {
                throw new IOException("a frame does not hold " + count + " of anything");
            }
            return count;
        }

        private Range range() throws IOException {
            return new Range(in.readInt(), in.readInt(), in.readInt(), in.readInt());
        }

        private List<Range> ranges() throws IOException {
            int count = count();
            List<Range> ranges = new ArrayList<>();
            for (int at = 0; at < count; at++) {
                ranges.add(range());
            }
            return ranges;
        }

        private List<Report> reports() throws IOException {
            int count = count();
            List<Report> reports = new ArrayList<>();
            for (int at = 0; at < count; at++) {
                String check = text();
                String title = text();
                double severity = in.readDouble();
                int document = in.readInt();
                int length = count();
                List<String> steps = new ArrayList<>();
                for (int step = 0; step < length; step++) {
                    steps.add(text());
                }
                String path = in.readBoolean() ? text() : null;
                reports.add(new Report(check, title, severity, document, steps, path, range()));
            }
            return reports;
        }

        private List<Printed> printed() throws IOException {
            int count = count();
            List<Printed> printed = new ArrayList<>();
            for (int at = 0; at < count; at++) {
                printed.add(new Printed(in.readBoolean(), text()));
            }
            return printed;
        }
    }
}
