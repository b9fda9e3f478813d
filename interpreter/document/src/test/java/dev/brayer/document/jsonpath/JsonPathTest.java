package dev.brayer.document.jsonpath;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brayer.document.DocumentReader;
import dev.brayer.document.ListNode;
import dev.brayer.document.MapNode;
import dev.brayer.document.Node;
import dev.brayer.document.ReadOptions;
import dev.brayer.document.ReadResult;
import dev.brayer.document.Resources;
import dev.brayer.document.ScalarNode;
import dev.brayer.text.Source;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class JsonPathTest {
    /// `jsonpath/cases.yml`: groups with a document and paths; for each path the normalized paths
    /// of what it selects in order, or where it is wrong (`at`, the text that is meant) and the
    /// message.
    @TestFactory
    Stream<DynamicTest> cases() {
        Source source =
                Source.of("cases.yml", Resources.read(Resources.folder("jsonpath/cases.yml")));
        ReadResult read = DocumentReader.read(source, ReadOptions.PLAIN);
        assertEquals("[]", read.diagnostics().toString());
        return read.documents().stream()
                .flatMap(group -> {
                    MapNode map = (MapNode) group.root();
                    Node document = Objects.requireNonNull(map.get("document"));
                    ListNode paths = (ListNode) Objects.requireNonNull(map.get("paths"));
                    return paths.items().stream()
                            .map(item ->
                                    DynamicTest.dynamicTest(
                                            "path " + ((MapNode) item).string("path"),
                                            () -> check((MapNode) item, document)));
                });
    }

    private static void check(MapNode testCase, Node document) {
        String path = Objects.requireNonNull(testCase.string("path"));
        switch (JsonPath.compile(path)) {
            case JsonPath.Compiled compiled -> {
                assertNull(testCase.get("error"), "this path should be wrong");
                StringBuilder selected = new StringBuilder();
                List<JsonPath.Match> matches = compiled.path().select(document).matches();
                for (JsonPath.Match match : matches) {
                    selected.append(match.path().normalized()).append('\n');
                    assertTrue(
                            match.node() == match.path().resolve(document),
                            "the path leads to another node");
                }
                StringBuilder expected = new StringBuilder();
                for (Node item :
                        ((ListNode) Objects.requireNonNull(testCase.get("selects"))).items()) {
                    expected.append(((ScalarNode) item).text()).append('\n');
                }
                assertEquals(expected.toString(), selected.toString());
                Node first = compiled.path().first(document);
                assertEquals(matches.isEmpty() ? null : matches.getFirst().node(), first);
            }
            case JsonPath.Rejected rejected -> {
                assertEquals(testCase.string("error"), rejected.message());
                assertEquals(
                        testCase.string("at"), path.substring(rejected.start(), rejected.end()));
                assertEquals(testCase.string("hint"), rejected.hint());
            }
        }
    }

    private static final Node DEPLOYMENT =
            DocumentReader.read(
                            Source.of(
                                    "d.yml",
                                    """
                                    kind: Deployment
                                    spec:
                                      template:
                                        spec:
                                          containers:
                                          - {name: a, image: x}
                                          - {name: b}
                                    """))
                    .documents()
                    .getFirst()
                    .root();

    @Test
    void reachIsWhereToPointAtWhatIsMissing() {
        JsonPath.Reach reach = JsonPath.of("spec.template.metadata.labels.team").reach(DEPLOYMENT);
        assertEquals("$.spec.template", reach.deepest().path().toString());
        assertEquals(".metadata.labels.team", reach.absent());
        JsonPath.Reach index =
                JsonPath.of("$.spec.template.spec.containers[-1].image").reach(DEPLOYMENT);
        assertEquals("$.spec.template.spec.containers[1]", index.deepest().path().toString());
        assertEquals(".image", index.absent());
        JsonPath.Reach many = JsonPath.of("$.spec.template..image").reach(DEPLOYMENT);
        assertEquals("$.spec.template", many.deepest().path().toString());
        assertEquals("", many.absent());
    }

    @Test
    void singularPaths() {
        assertTrue(JsonPath.of("$.a['b'][0]").isSingular());
        assertTrue(JsonPath.of("").isSingular());
        assertFalse(JsonPath.of("$.a[*]").isSingular());
        assertFalse(JsonPath.of("$..a").isSingular());
        assertFalse(JsonPath.of("$[0, 1]").isSingular());
        assertNotNull(JsonPath.of("kind").first(DEPLOYMENT));
    }

    @Test
    void aSearchThatNeverEndsIsGivenUp() {
        String list = "[" + "[1,1,1,1,1,1,1,1,1],".repeat(50) + "1]";
        Node wide =
                DocumentReader.read(Source.of("w", list), ReadOptions.PLAIN)
                        .documents()
                        .getFirst()
                        .root();
        assertTrue(
                JsonPath.of("$[?@[?$[?@[?$[?@[0] == 2]]]]]").select(wide, 10_000).limitReached());
        assertTrue(JsonPath.of("$..*").select(wide, 100).limitReached());
        assertFalse(JsonPath.of("$..*").select(wide).limitReached());
        assertEquals(501, JsonPath.of("$..*").select(wide).matches().size());
    }

    @Test
    void deepFiltersAreRefused() {
        assertTrue(JsonPath.compile("$[?" + "(".repeat(10_000)) instanceof JsonPath.Rejected);
        assertTrue(JsonPath.compile("$[?" + "length(".repeat(10_000)) instanceof JsonPath.Rejected);
        assertTrue(JsonPath.compile("$[?@" + "[?@".repeat(10_000)) instanceof JsonPath.Rejected);
    }
}
