package dev.brayer.pipeline.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.brayer.document.Document;
import dev.brayer.document.DocumentReader;
import dev.brayer.text.Source;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ManifestDiffTest {
    private static final String WEB =
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: web
              namespace: shop
              labels: { team: shop, brayer.dev/deploy-tag: 20261123-a }
            spec:
              replicas: 2
              template:
                spec:
                  containers:
                    - { name: web, image: shop/web:1, args: [--port, "80"] }
            """;

    @Test
    void nothingDiffersInTheSameStateWrittenOtherwise() {
        assertEquals(List.of(), lines(WEB, WEB.replace("replicas: 2", "replicas: 0x2 # two")));
    }

    @Test
    void theRunsNamesAreNoDifference() {
        assertEquals(List.of(), lines(WEB, WEB.replace("20261123-a", "20261124-b")));
    }

    @Test
    void valuesDifferAtTheirPath() {
        assertEquals(
                List.of(
                        "CHANGED Deployment shop/web",
                        "  metadata.labels[\"a.b/c\"]: null -> \"x\"",
                        "  spec.replicas: 2 -> 3",
                        "  spec.template.spec.containers[name=web].args[1]: \"80\" -> 80"),
                lines(
                        WEB,
                        WEB.replace("replicas: 2", "replicas: 3")
                                .replace("{ team: shop,", "{ team: shop, a.b/c: x,")
                                .replace("\"80\"", "80")));
    }

    @Test
    void aContainerInFrontOfAnotherIsOneAddition() {
        assertEquals(
                List.of(
                        "CHANGED Deployment shop/web",
                        "  spec.template.spec.containers[name=log]: null -> {\"name\":\"log\"}"),
                lines(WEB, WEB.replace("containers:\n", "containers:\n        - { name: log }\n")));
    }

    @Test
    void objectsComeAndGo() {
        String service = "apiVersion: v1\nkind: Service\nmetadata: { name: web }\n";
        assertEquals(List.of("ADDED Service web", "REMOVED Deployment shop/web"), lines(WEB, service));
    }

    @Test
    void anotherVersionOfTheSameObjectIsAChange() {
        String old = "apiVersion: policy/v1beta1\nkind: PodDisruptionBudget\nmetadata: { name: web }\n";
        assertEquals(
                List.of(
                        "CHANGED PodDisruptionBudget web",
                        "  apiVersion: \"policy/v1beta1\" -> \"policy/v1\""),
                lines(old, old.replace("v1beta1", "v1")));
    }

    private static List<String> lines(String before, String after) {
        List<String> lines = new ArrayList<>();
        for (ObjectChange change : ManifestDiff.between(documents(before), documents(after))) {
            lines.add(change.kind() + " " + change.identity());
            for (FieldChange field : change.fields()) {
                lines.add("  " + field.path() + ": " + field.before() + " -> " + field.after());
            }
        }
        return lines;
    }

    private static List<Document> documents(String text) {
        return DocumentReader.read(Source.of("web.yml", text)).documents();
    }
}
