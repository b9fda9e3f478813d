package dev.brayer.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The schemas that come with brayer, one for each bundled minor version of Kubernetes.
public final class SchemaCatalog {
    private final byte[] bytes;
    private final ByteBuffer index;
    private final int stringCount;
    private final int typeCount;
    private final int kindCount;
    private final List<String> minors;
    private final int stringData;
    private final @Nullable String[] strings;
    private final IndexedSchema[] schemas;
    private byte @Nullable [] documentation;

    private SchemaCatalog(byte[] bytes) {
        this.bytes = bytes;
        index = ByteBuffer.wrap(bytes);
        if (index.getInt(0) != IndexFormat.MAGIC) {
            throw new IllegalStateException("the bundled schema index is of another version");
        }
        stringCount = number(1);
        typeCount = number(2);
        kindCount = number(3);
        strings = new String[stringCount];
        int minorCount = number(4);
        int firstMinor = IndexFormat.HEADER_NUMBERS + stringCount + 1 + typeCount;
        stringData = index.capacity() - number(IndexFormat.HEADER_NUMBERS + stringCount);
        List<String> names = new ArrayList<>(minorCount);
        for (int minor = 0; minor < minorCount; minor++) {
            names.add(string(number(firstMinor + minor)));
        }
        minors = List.copyOf(names);
        schemas = new IndexedSchema[minorCount];
        for (int minor = 0; minor < minorCount; minor++) {
            schemas[minor] = new IndexedSchema(this, minor);
        }
    }

    /// The bundled index, read when a process first asks for it.
    public static SchemaCatalog bundled() {
        return Bundled.CATALOG;
    }

    private static final class Bundled {
        private static final SchemaCatalog CATALOG = new SchemaCatalog(index());
    }

    private static byte[] index() {
        String[] pieces = EmbeddedIndex.pieces();
        if (pieces == null) {
            return resource(IndexFormat.INDEX);
        }
        int length = 0;
        for (String piece : pieces) {
            length += piece.length();
        }
        byte[] index = new byte[length];
        int end = 0;
        for (String piece : pieces) {
            byte[] bytes = piece.getBytes(StandardCharsets.ISO_8859_1);
            System.arraycopy(bytes, 0, index, end, bytes.length);
            end += bytes.length;
        }
        return index;
    }

    /// The bundled versions, oldest first: `1.33`.
    public List<String> minors() {
        return minors;
    }

    /// The schema of the newest bundled version.
    public Schema newest() {
        return schemas[schemas.length - 1];
    }

    /// The schema of a version such as `1.34`, or `null` when it is not bundled.
    public @Nullable Schema schema(String minor) {
        int found = minors.indexOf(minor);
        return found < 0 ? null : schemas[found];
    }

    int typeCount() {
        return typeCount;
    }

    int kindCount() {
        return kindCount;
    }

    /// Where the numbers of a kind start.
    int kindAt(int kind) {
        return IndexFormat.HEADER_NUMBERS
                + stringCount
                + 1
                + typeCount
                + minors.size()
                + kind * IndexFormat.KIND_NUMBERS;
    }

    /// Where the numbers of a type's record start.
    int typeAt(int type) {
        return number(IndexFormat.HEADER_NUMBERS + stringCount + 1 + type) / Integer.BYTES;
    }

    int number(int position) {
        return index.getInt(position * Integer.BYTES);
    }

    String string(int id) {
        String known = strings[id];
        if (known == null) {
            int start = number(IndexFormat.HEADER_NUMBERS + id);
            int end = number(IndexFormat.HEADER_NUMBERS + id + 1);
            known = new String(bytes, stringData + start, end - start, StandardCharsets.ISO_8859_1);
            strings[id] = known;
        }
        return known;
    }

    synchronized String documentation(int id) {
        byte[] known = documentation;
        if (known == null) {
            known = resource(IndexFormat.DOCUMENTATION);
            documentation = known;
        }
        ByteBuffer texts = ByteBuffer.wrap(known);
        int data = (texts.getInt(0) + 2) * Integer.BYTES;
        int start = texts.getInt((id + 1) * Integer.BYTES);
        int end = texts.getInt((id + 2) * Integer.BYTES);
        return new String(known, data + start, end - start, StandardCharsets.UTF_8);
    }

    private static byte[] resource(String name) {
        try (InputStream stream = SchemaCatalog.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("the build left out " + name);
            }
            return stream.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
