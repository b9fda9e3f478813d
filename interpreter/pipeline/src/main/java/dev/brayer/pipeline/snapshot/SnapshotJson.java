package dev.brayer.pipeline.snapshot;

import dev.brayer.document.Document;
import dev.brayer.document.DocumentReader;
import dev.brayer.document.ListNode;
import dev.brayer.document.MapNode;
import dev.brayer.document.Node;
import dev.brayer.document.ReadOptions;
import dev.brayer.document.ScalarNode;
import dev.brayer.pipeline.destination.PlannedFile;
import dev.brayer.pipeline.image.Digest;
import dev.brayer.pipeline.image.PublishedImage;
import dev.brayer.text.JsonWriter;
import dev.brayer.text.Source;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `snapshot.json`: what a snapshot is, and the hashes of its files. JSON is read as the YAML that
/// it also is.
final class SnapshotJson {
    private static final int VERSION = 1;

    private SnapshotJson() {}

    static String print(Snapshot snapshot, List<PlannedFile> files) {
        return JsonWriter.indented()
                .beginObject()
                .member("version", VERSION)
                .member("id", snapshot.id())
                .member("application", snapshot.application())
                .member("formation", snapshot.formation())
                .member("commit", snapshot.commit())
                .member("state", snapshot.state().word())
                .member("who", snapshot.who())
                .member("started", snapshot.started())
                .member("ended", snapshot.ended())
                .optional("restores", snapshot.restores())
                .optional("reason", snapshot.reason())
                .objects(
                        "images",
                        snapshot.images(),
                        (image, use) ->
                                image.member("name", use.name())
                                        .member("repository", use.repository())
                                        .member("tag", use.tag())
                                        .member("digest", use.digest().text()))
                .objects(
                        "files",
                        files,
                        (file, planned) ->
                                file.member("path", planned.path())
                                        .member("digest", planned.digest())
                                        .member("meaning", planned.meaning()))
                .endObject()
                .toString();
    }

    static Optional<Snapshot> parse(String text) {
        MapNode map = read(text);
        SnapshotState state = map == null ? null : SnapshotState.of(map.string("state"));
        String id = map == null ? null : map.string("id");
        String formation = map == null ? null : map.string("formation");
        if (map == null || state == null || id == null || formation == null) {
            return Optional.empty();
        }
        return Optional.of(
                new Snapshot(
                        id,
                        text(map, "application"),
                        formation,
                        map.string("commit"),
                        state,
                        text(map, "who"),
                        number(map, "started"),
                        number(map, "ended"),
                        map.string("restores"),
                        map.string("reason"),
                        images(map)));
    }

    /// The hash of the meaning of each file, by path.
    static Map<String, String> meanings(String text) {
        Map<String, String> meanings = new HashMap<>();
        MapNode map = read(text);
        if (map != null && map.get("files") instanceof ListNode files) {
            for (Node item : files.items()) {
                if (item instanceof MapNode file) {
                    meanings.put(text(file, "path"), text(file, "meaning"));
                }
            }
        }
        return meanings;
    }

    private static List<PublishedImage> images(MapNode map) {
        List<PublishedImage> images = new ArrayList<>();
        if (map.get("images") instanceof ListNode list) {
            for (Node item : list.items()) {
                if (item instanceof MapNode image && Digest.isDigest(text(image, "digest"))) {
                    images.add(
                            new PublishedImage(
                                    text(image, "name"),
                                    text(image, "repository"),
                                    text(image, "tag"),
                                    new Digest(text(image, "digest"))));
                }
            }
        }
        return images;
    }

    private static String text(MapNode map, String name) {
        String text = map.string(name);
        return text == null ? "" : text;
    }

    private static long number(MapNode map, String name) {
        return map.get(name) instanceof ScalarNode scalar
                        && scalar.type() == dev.brayer.document.ScalarType.NUMBER
                ? scalar.number().toBigDecimal().min(BigDecimal.valueOf(Long.MAX_VALUE)).longValue()
                : 0;
    }

    private static @Nullable MapNode read(String text) {
        List<Document> documents =
                DocumentReader.read(Source.of("snapshot.json", text), ReadOptions.PLAIN)
                        .documents();
        return documents.size() == 1 && documents.getFirst().root() instanceof MapNode map
                ? map
                : null;
    }
}
