package dev.brayer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import dev.brayer.document.Document;
import dev.brayer.document.DocumentReader;
import dev.brayer.document.ReadResult;
import dev.brayer.document.Values;
import dev.brayer.text.Source;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The manifests of `examples/shop` are held against the models of Kubernetes' own Java client,
/// which know no mercy: an unknown field, a missing one and one of the wrong form are errors.
class ShopManifestsTest {
    private static final Path SHOP = Path.of("../examples/shop").toAbsolutePath().normalize();

    @Test
    void areValidForKubernetes(@TempDir Path folder) throws Exception {
        Invocation rendered = Invocation.of(SHOP, List.of("render", "-o", folder.toString()));
        assertEquals(0, rendered.exitCode(), rendered.both());
        List<String> complaints = new ArrayList<>();
        int judged = 0;
        for (Path file : files(folder)) {
            ReadResult read =
                    DocumentReader.read(Source.of(file.toString(), Files.readString(file)));
            assertEquals(List.of(), read.diagnostics());
            for (Document document : read.documents()) {
                judged++;
                judge(document, complaints);
            }
        }
        assertEquals(List.of(), complaints);
        assertTrue(judged > 70, "only " + judged + " manifests in both formations");
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".yml")).sorted().toList();
        }
    }

    private static void judge(Document document, List<String> complaints)
            throws ReflectiveOperationException {
        JsonElement manifest = JsonParser.parseString(Values.toJson(document.root()));
        String apiVersion = manifest.getAsJsonObject().get("apiVersion").getAsString();
        String kind = manifest.getAsJsonObject().get("kind").getAsString();
        String version = apiVersion.substring(apiVersion.indexOf('/') + 1);
        String model =
                version.substring(0, 1).toUpperCase(Locale.ROOT) + version.substring(1) + kind;
        try {
            Class.forName("io.kubernetes.client.openapi.models." + model)
                    .getMethod("validateJsonElement", JsonElement.class)
                    .invoke(null, manifest);
        } catch (InvocationTargetException refused) {
            complaints.add(
                    document.source().name() + ": " + refused.getTargetException().getMessage());
        }
    }
}
