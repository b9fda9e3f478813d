package dev.brayer.document;

import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Source;
import dev.brayer.text.Suggestions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Turns a path, or bytes, into a [Source]; what goes wrong becomes a diagnostic.
public final class SourceReader {
    private static final int REPLACEMENT = 0xFFFD;

    private SourceReader() {}

    /// The file's text, or `null` after an error was added.
    ///
    /// @param name what people see: the path with `/`, relative to where they stand
    public static @Nullable Source read(
            Path file, String name, Limits limits, Diagnostics diagnostics) {
        try {
            return decode(bytes(file, limits.characters()), name, limits, diagnostics);
        } catch (AccessDeniedException ignored) {
            diagnostics.add(error(DocumentCode.UNREADABLE, name, "no permission to read " + name));
        } catch (IOException failure) {
            if (!Files.exists(file)) {
                diagnostics.add(
                        error(DocumentCode.MISSING, name, "there is no file " + name)
                                .withHint(neighbour(file)));
                return null;
            }
            String message =
                    Files.isDirectory(file)
                            ? name + " is a folder, a file was expected"
                            : name + " could not be read: " + failure.getMessage();
            diagnostics.add(error(DocumentCode.UNREADABLE, name, message));
        }
        return null;
    }

    /// All bytes, or one more than the limit of a file that is larger.
    private static byte[] bytes(Path file, int most) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            return stream.readNBytes(most + 1);
        }
    }

    /// The text of bytes that came from elsewhere (standard input, a git object), or `null` after
    /// an error was added.
    public static @Nullable Source decode(
            byte[] bytes, String name, Limits limits, Diagnostics diagnostics) {
        return decode(bytes, name, 1, limits, diagnostics);
    }

    /// @param firstLine the number of the line of the file with which the bytes begin
    static @Nullable Source decode(
            byte[] bytes, String name, int firstLine, Limits limits, Diagnostics diagnostics) {
        if (bytes.length > limits.characters()) {
            diagnostics.add(tooLarge(name, limits));
            return null;
        }
        String encoding = otherEncoding(bytes);
        if (encoding != null) {
            diagnostics.add(
                    error(
                                    DocumentCode.ENCODING,
                                    name,
                                    name + " is " + encoding + ", not UTF-8 text")
                            .withHint(encoding.startsWith("UTF") ? "save it as UTF-8" : null));
            return null;
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0 && !isValid(bytes)) {
            int line = firstLine;
            for (int at = 0; at < text.indexOf(REPLACEMENT); at++) {
                line += text.charAt(at) == '\n' ? 1 : 0;
            }
            diagnostics.add(
                    error(
                                    DocumentCode.ENCODING,
                                    name,
                                    name + " is not UTF-8 text, first in line " + line)
                            .withHint("save it as UTF-8"));
            return null;
        }
        return Source.part(name, text, firstLine);
    }

    private static @Nullable String otherEncoding(byte[] bytes) {
        if (bytes.length >= 2) {
            int mark = ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF);
            if (mark == 0xFEFF || mark == 0xFFFE) {
                return "UTF-16";
            }
        }
        for (byte value : bytes) {
            if (value == 0) {
                return "binary";
            }
        }
        return null;
    }

    private static boolean isValid(byte[] bytes) {
        try {
            var unused = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException ignored) {
            return false;
        }
    }

    /// The file in the same folder whose name is nearest.
    private static @Nullable String neighbour(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        Path fileName = file.getFileName();
        if (folder == null || fileName == null || !Files.isDirectory(folder)) {
            return null;
        }
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                names.add(String.valueOf(entry.getFileName()));
            }
        } catch (IOException ignored) {
            return null;
        }
        names.sort(null);
        return Suggestions.didYouMean(fileName.toString(), names);
    }

    static Diagnostic tooLarge(String name, Limits limits) {
        return error(
                DocumentCode.LIMIT,
                name,
                name + " is larger than " + (limits.characters() >> 20) + " MiB, the limit");
    }

    private static Diagnostic error(DocumentCode code, String name, String message) {
        return Diagnostic.error(code, Source.unread(name).wholeFile(), message);
    }
}
