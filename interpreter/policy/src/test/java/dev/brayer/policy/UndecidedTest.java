package dev.brayer.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.brayer.document.Document;
import dev.brayer.document.DocumentReader;
import dev.brayer.document.ReadOptions;
import dev.brayer.text.Origin;
import dev.brayer.text.Provenance;
import dev.brayer.text.Source;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What depends on a word without a value is neither a finding nor a pass.
final class UndecidedTest {
    private static final String BEFORE =
            "apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec:\n  containers:\n    - name: web\n      image: ";
    private static final String AFTER = "\n      workingDir: /a\n";

    @Test
    void unfilledWordsAreUndecided() {
        Verdict verdict =
                judge(
                        """
                        rule Tag ensure on Pod { every c in containers(pod) : image(c.image).tag != "latest" }
                        rule Exists ensure on Pod { every c in containers(pod) : c.image exists }
                        rule Port ensure on Pod { every c in containers(pod) : (c.workingDir == "/b" and c.image == "x") }
                        rule Either ensure on Pod { every c in containers(pod) : (c.workingDir == "/b" or c.image == "x") }
                        rule Known ensure on Pod { every c in containers(pod) : (c.workingDir == "/a" or c.image == "x") }
                        rule Default ensure on Pod { any c in containers(pod) : c.image default "x" == "x" }
                        rule Unique ensure on Pod { fetch("$..image").as(:image).pick(:registry).unique.count <= 0 }
                        rule Where ensure on Pod where pod.containers[0].image == "x" { false }
                        """);
        assertEquals(
                List.of("Port $.spec.containers[0].workingDir"),
                verdict.findings().stream()
                        .map(finding -> finding.rule() + " " + finding.path())
                        .toList());
        assertEquals(
                List.of(
                        "Tag $.spec.containers[0].image web",
                        "Exists $.spec.containers[0].image web",
                        "Either $.spec.containers[0].image web",
                        "Default $.spec.containers web",
                        "Unique $.spec.containers[0].image web",
                        "Where $.spec.containers[0].image web"),
                verdict.summary().undecided().stream()
                        .map(one -> one.rule() + " " + one.path() + " " + one.word())
                        .toList());
        assertEquals(1, verdict.summary().passed());
    }

    /// Wherever a word stands in what an operator looks at, its stand-in decides nothing.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "spec.selector == before.spec.selector",
                "spec.selector != before.spec.selector",
                "spec.selector == spec.selector",
                "spec.selector in [before.spec.selector, before.metadata]",
                "[[spec.a], [spec.word]] == [[spec.a], [\"stand-in\"]]",
                "[[spec.word]] != [[spec.a]]",
                "spec.maps.contains(spec.maps.first)",
                "spec.maps == spec.maps",
                "spec.maps.unique.count == 2",
                "keys(spec.keys).contains(\"stand-in\")",
                "keys(spec.keys).contains(\"other\")",
                "spec.keys[\"other\"] exists",
                "not spec.keys[\"other\"] exists",
                "spec.keys[\"stand-in\"] exists",
                "every k, v in spec.keys : k != \"other\"",
                "matchesLabels(spec.selector, spec.labels)",
                "matchesLabels(spec.labels, spec.selector)",
                "matchesLabels(spec.expressions, spec.labels)",
                "not matchesLabels(spec.expressions, spec.labels)",
                "matchesLabels(spec.key, spec.labels)",
                "fetch(\"$.spec.maps[?@.image == 'stand-in']\").count == 1",
                "fetch(\"$.spec.maps[?@.image == 'other']\").count == 0",
                "fetch(\"$.spec.maps[?match(@.image, '.*in')]\").count == 0",
                "spec.maps.pick(:image).contains(\"another\") == false",
                "spec.maps.extract(\"(.*)\", 1).count == 0 or spec.word == \"x\"",
                "sum([spec.word]) == 0",
                "\"x\" in spec.maps.pick(:image)",
                "spec.word default \"x\" == \"stand-in\"",
                "any m in spec.maps : m == before.spec.labels",
            })
    void nothingIsDecidedByAStandIn(String condition) {
        Verdict verdict =
                judge(
                        "rule R ensure on example.com Thing { " + condition + " }",
                        THING,
                        BEFORE_THING);
        assertEquals(List.of(), verdict.findings(), condition);
        assertEquals(1, verdict.summary().undecided().size(), condition);
        assertEquals("word", verdict.summary().undecided().getFirst().word());
    }

    /// What holds or fails whatever the word is stays decided.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "count(spec.keys) == 1",
                "count(spec.selector) == 2",
                "spec.keys exists",
                "spec.a == \"a\" or spec.word == \"x\"",
                "not matchesLabels(spec.selector, spec.none)",
                "fetch(\"$.spec.maps[?@.name == 'a']\").count == 1",
                "fetch(\"$.spec.maps[*].image\").count == 2",
                "spec.maps.count == 2",
            })
    void whatDoesNotDependOnTheWordIsDecided(String condition) {
        Verdict verdict =
                judge(
                        "rule R ensure on example.com Thing { " + condition + " }",
                        THING,
                        BEFORE_THING);
        assertEquals(List.of(), verdict.findings(), condition);
        assertEquals(List.of(), verdict.summary().undecided(), condition);
        assertEquals(1, verdict.summary().passed());
    }

    /// A hash table of labels concludes nothing about what has no value yet.
    @Test
    void neighboursWithWordsAreLookedAt() {
        String web =
                """
                apiVersion: apps/v1
                kind: Deployment
                metadata: { name: web }
                spec: { template: { metadata: { labels: { app: ${word} } } } }
                ---
                apiVersion: v1
                kind: Service
                metadata: { name: web }
                spec: { selector: { app: web } }
                """;
        Verdict verdict =
                judge(
                        "rule Free ensure on Service { no w in resources(\"workload\") : selects(resource, w) }",
                        web,
                        "");
        assertEquals(List.of(), verdict.findings());
        assertEquals(1, verdict.summary().undecided().size());
    }

    private static final String THING =
            """
            apiVersion: example.com/v1
            kind: Thing
            metadata: { name: thing }
            spec:
              a: a
              word: ${word}
              labels: { app: web, tier: front }
              selector: { app: web, tier: "${word}" }
              none: { team: shop }
              maps:
                - { name: a, image: "registry/${word}" }
                - { name: b, image: other }
              keys: { ${word}: 1 }
              key: { matchExpressions: [{ key: "${word}", operator: DoesNotExist }] }
              expressions: { matchExpressions: [{ key: app, operator: NotIn, values: ["${word}"] }] }
            """;

    private static final String BEFORE_THING =
            """
            apiVersion: example.com/v1
            kind: Thing
            metadata: { name: thing }
            spec:
              selector: { app: web, tier: stand-in }
              labels: { name: a, image: registry/stand-in }
            """;

    /// Fills every `${word}` with a stand-in.
    private static Verdict judge(String policy, String manifest, String before) {
        Source rendered = StandIn.fill(manifest, "stand-in", Origin.Known.NOTHING);
        LoadedPolicies loaded = PolicyLoader.load(List.of(Source.of("policy.cop", policy)));
        JudgeOptions options = JudgeOptions.standard();
        return Judge.judge(
                loaded.policies().orElseThrow(() -> new AssertionError(loaded.diagnostics())),
                documents(rendered),
                before.isEmpty()
                        ? options
                        : options.withBefore(documents(Source.of("before.yml", before))));
    }

    private static List<Document> documents(Source source) {
        return DocumentReader.read(source, ReadOptions.MANIFESTS).documents();
    }

    private static Verdict judge(String policy) {
        String value = "localhost/shop/web:unbuilt";
        Source stencil = Source.of("stencils/web.yml", BEFORE + "${web}" + AFTER);
        Source formation = Source.of("formations/production.yml", "web: { image: web }");
        int hole = BEFORE.length();
        Provenance provenance =
                Provenance.of(
                        List.of(
                                new Provenance.Segment(0, stencil.place(0, hole), true, List.of()),
                                new Provenance.Segment(
                                        hole,
                                        stencil.place(hole, hole + 6),
                                        false,
                                        List.of(
                                                new Origin(
                                                        "web",
                                                        formation.place(0, 3),
                                                        Origin.Known.NOTHING))),
                                new Provenance.Segment(
                                        hole + value.length(),
                                        stencil.place(hole + 6, stencil.text().length()),
                                        true,
                                        List.of())));
        Source rendered = Source.rendered("stencils/web.yml", BEFORE + value + AFTER, provenance);
        List<Document> documents = DocumentReader.read(rendered, ReadOptions.MANIFESTS).documents();
        LoadedPolicies loaded = PolicyLoader.load(List.of(Source.of("policy.cop", policy)));
        return Judge.judge(loaded.policies().orElseThrow(), documents, JudgeOptions.standard());
    }
}
