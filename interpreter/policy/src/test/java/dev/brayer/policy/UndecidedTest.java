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
                                        List.of(new Origin("web", formation.place(0, 3), false))),
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
