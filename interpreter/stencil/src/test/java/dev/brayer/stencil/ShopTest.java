package dev.brayer.stencil;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The example that the documentation shows renders without a complaint.
final class ShopTest {
    private static final Path SHOP = Path.of(System.getProperty("brayer.root"), "examples", "shop");

    @ParameterizedTest
    @ValueSource(strings = {"staging", "production"})
    void rendersWithoutAComplaint(String formation) throws IOException {
        Map<String, String> images = new java.util.HashMap<>();
        for (String name :
                List.of(
                        "web",
                        "web-debug",
                        "api",
                        "api-debug",
                        "worker",
                        "migrate",
                        "postgres",
                        "redis",
                        "log-shipper")) {
            images.put(name, "?registry.example/shop/" + name + ":1");
        }
        TestProject.Result result =
                new TestProject(SHOP, Map.of(), images, List.of())
                        .render("formations/" + formation + ".yml");
        if (System.getProperty("brayer.out") != null && result.rendered() != null) {
            for (RenderedFile file : result.rendered().files()) {
                Path path = Path.of(System.getProperty("brayer.out"), formation, file.name());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.source().text());
            }
        }
        assertEquals("", TestProject.shown(result.diagnostics()));
        assertNotNull(result.rendered());
    }
}
