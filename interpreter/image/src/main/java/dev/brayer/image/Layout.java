package dev.brayer.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brayer.pipeline.image.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A folder with the OCI image layout.
///
/// Nothing that others read is ever half there: blobs and index.json are written beside and
/// renamed, after their bytes reached the disk. So a process that is killed leaves a valid layout
/// and at most a file in `.unfinished`, which the next writer removes.
final class Layout {
    /// The annotation that names an image of a layout.
    static final String REFERENCE_NAME = "org.opencontainers.image.ref.name";

    private static final String MARKER = "oci-layout";
    private static final byte[] MARKER_CONTENT =
            "{\"imageLayoutVersion\":\"1.0.0\"}".getBytes(StandardCharsets.UTF_8);
    private static final String INDEX = "index.json";

    private final Path folder;
    private final String shownName;

    /// An entry of index.json: an image and the name it has there.
    record Named(String name, Descriptor image) {}

    /// @param shownName the folder as people know it, for messages
    Layout(Path folder, String shownName) {
        this.folder = folder;
        this.shownName = shownName;
    }

    String shownName() {
        return shownName;
    }

    boolean exists() {
        return Files.exists(folder.resolve(MARKER));
    }

    Path blobFile(Digest digest) {
        return folder.resolve("blobs").resolve("sha256").resolve(Hashing.digits(digest));
    }

    boolean holds(Descriptor blob) throws IOException {
        Path file = blobFile(blob.digest());
        return Files.isRegularFile(file) && Files.size(file) == blob.size();
    }

    /// The images with a name, in the order of index.json; none for a folder that is not there yet.
    List<Named> named() throws IOException {
        List<Named> named = new ArrayList<>();
        if (exists()) {
            for (JsonNode entry : entries(readIndex())) {
                String name = entry.path("annotations").path(REFERENCE_NAME).asText();
                named.add(new Named(name, Descriptor.of(entry)));
            }
        }
        return named;
    }

    /// Makes the folder a layout, if it is not one, and removes what killed processes left.
    void prepare() throws IOException {
        Files.createDirectories(folder.resolve("blobs").resolve("sha256"));
        Unfinished.clear(folder);
        if (exists() && Files.exists(folder.resolve(INDEX))) {
            return;
        }
        LayoutLock lock = LayoutLock.take(folder);
        try {
            if (!Files.exists(folder.resolve(INDEX))) {
                writeIndex(emptyIndex());
            }
            if (!exists()) {
                try (Unfinished file = Unfinished.create(folder)) {
                    file.write(MARKER_CONTENT);
                    file.finish(folder.resolve(MARKER));
                }
            }
        } finally {
            lock.release();
        }
    }

    void addBlob(Descriptor blob, BlobSource source) throws IOException {
        if (holds(blob)) {
            return;
        }
        try (Unfinished file = Unfinished.create(folder);
                InputStream content = new VerifiedStream(source.open(), blob)) {
            file.write(content);
            file.finish(blobFile(blob.digest()));
        }
    }

    /// Gives the images their names in one step; a name that another image had goes over to the new
    /// one.
    void name(List<Named> images) throws IOException {
        LayoutLock lock = LayoutLock.take(folder);
        try {
            ObjectNode index = readIndex();
            ArrayNode kept = Json.array();
            for (JsonNode entry : entries(index)) {
                String name = entry.path("annotations").path(REFERENCE_NAME).asText();
                if (images.stream().noneMatch(image -> image.name().equals(name))) {
                    kept.add(entry);
                }
            }
            for (Named image : images) {
                ObjectNode entry = image.image().toJson();
                entry.putObject("annotations").put(REFERENCE_NAME, image.name());
                kept.add(entry);
            }
            index.set("manifests", kept);
            writeIndex(index);
        } finally {
            lock.release();
        }
    }

    private void writeIndex(ObjectNode index) throws IOException {
        try (Unfinished file = Unfinished.create(folder)) {
            file.write(Json.write(index));
            file.finish(folder.resolve(INDEX));
        }
    }

    private ObjectNode readIndex() throws IOException {
        Path file = folder.resolve(INDEX);
        if (!Files.exists(file)) {
            return emptyIndex();
        }
        return Json.read(Files.readAllBytes(file), "index.json of the layout `" + shownName + "`");
    }

    private static Iterable<JsonNode> entries(ObjectNode index) {
        return index.path("manifests");
    }

    private static ObjectNode emptyIndex() {
        ObjectNode index = Json.object().put("schemaVersion", 2).put("mediaType", MediaTypes.INDEX);
        index.putArray("manifests");
        return index;
    }
}
