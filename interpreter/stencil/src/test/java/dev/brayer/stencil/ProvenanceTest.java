package dev.brayer.stencil;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.brayer.document.ListNode;
import dev.brayer.document.MapNode;
import dev.brayer.document.Node;
import dev.brayer.text.Origin;
import dev.brayer.text.Place;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Every place of a rendered file leads to where it was written and to where its value was given.
final class ProvenanceTest {
    private static final Path PROJECT = Path.of("src", "test", "resources", "provenance");

    private @Nullable RenderedFile file;

    @BeforeEach
    void render() throws IOException {
        TestProject project =
                new TestProject(
                        PROJECT,
                        Map.of(),
                        Map.of("web", "?shop/web", "log", "shop/log:1"),
                        List.of("tier=back"));
        TestProject.Result result = project.render("formation.yml");
        assertEquals("", TestProject.shown(result.diagnostics()));
        assertNotNull(result.rendered());
        file = result.rendered().files().get(0);
    }

    private Node node(String... path) {
        assertNotNull(file);
        Node node = file.documents().get(0).root();
        for (String step : path) {
            node =
                    step.matches("[0-9]+")
                            ? ((ListNode) node).get(Integer.parseInt(step))
                            : ((MapNode) node).get(step);
            assertNotNull(node, step);
        }
        return node;
    }

    private static void assertPlaces(Place place, String text, String written, String... origins) {
        List<String> found = new ArrayList<>();
        for (Origin origin : place.origins()) {
            found.add(origin.word() + " " + origin.place());
        }
        assertEquals(text, place.text());
        assertEquals(written, place.written().toString());
        assertEquals(List.of(origins), found);
    }

    @Test
    void copiedTextLeadsToTheStencil() {
        assertPlaces(node("kind").place(), "Deployment", "stencils/a.yml:2:7");
        assertPlaces(node("spec", "last").place(), "one", "stencils/a.yml:17:9");
    }

    @Test
    void aFilledHoleLeadsToHoleAndFormation() {
        assertPlaces(
                node("spec", "replicas").place(),
                "3",
                "stencils/a.yml:8:13",
                "replicas formation.yml:5:13");
        assertPlaces(
                node("spec", "url").place(),
                "https://shop.example/x",
                "stencils/a.yml:9:8",
                "url formation.yml:7:16",
                "host formation.yml:6:9");
    }

    @Test
    void aPartOfAMapLeadsToItsOwnLine() {
        assertPlaces(
                node("spec", "template", "team").place(),
                "\"yes\"",
                "stencils/a.yml:11:9",
                "labels formation.yml:11:13");
    }

    @Test
    void theCommandLineIsAPlace() {
        assertPlaces(
                node("spec", "tier").place(),
                "back",
                "stencils/a.yml:12:9",
                "tier command line:1:12");
    }

    @Test
    void aPartialLeadsToItsFileAndToTheWordThatInsertedIt() {
        assertPlaces(
                node("spec", "containers", "1", "name").place(),
                "log",
                "stencils/_log.yml:1:7",
                "log formation.yml:12:19");
        assertPlaces(
                node("spec", "containers", "1", "image").place(),
                "shop/log:1",
                "stencils/_log.yml:2:8",
                "log_image formation.yml:13:23",
                "log formation.yml:12:19");
        assertPlaces(
                node("spec", "flow", "0", "image").place(),
                "shop/log:1",
                "stencils/_log.yml:2:8",
                "log formation.yml:12:19",
                "log_image formation.yml:13:23");
    }

    @Test
    void aValueThatIsNotKnownYetSaysSo() {
        Place image = node("spec", "containers", "0", "image").place();
        assertEquals("image", image.unfilledWord());
        assertNull(node("spec", "containers", "1", "image").place().unfilledWord());
    }

    @Test
    void theStampLeadsToWhereItWasInserted() {
        assertPlaces(
                node("metadata", "namespace").place(),
                "shop",
                "stencils/a.yml:4:12",
                "namespace formation.yml:3:41");
        assertPlaces(
                node("metadata", "labels", "brayer.dev/formation").place(),
                "test",
                "stencils/a.yml:6:9",
                "formation formation.yml:1:12");
    }
}
