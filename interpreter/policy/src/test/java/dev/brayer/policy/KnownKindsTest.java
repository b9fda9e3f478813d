package dev.brayer.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.brayer.schema.FieldType;
import dev.brayer.schema.KindSchema;
import dev.brayer.schema.ObjectType;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Source;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class KnownKindsTest {
    /// Asking for this version's schema is an error.
    private static final KnownKinds WITHOUT_SCHEMA = KnownKinds.standard().withKubernetes("0.0");

    private static final KindSchema CERTIFICATE =
            new KindSchema(
                    "cert-manager.io",
                    "v1",
                    "Certificate",
                    true,
                    new Described(
                            "Certificate",
                            List.of(
                                    field(
                                            "spec",
                                            new FieldType.ObjectOf(
                                                    new Described(
                                                            "CertificateSpec",
                                                            List.of(
                                                                    field(
                                                                            "secretName",
                                                                            FieldType.Scalar
                                                                                    .STRING),
                                                                    field(
                                                                            "dnsNames",
                                                                            new FieldType.ListOf(
                                                                                    FieldType.Scalar
                                                                                            .STRING)))))))));

    @Test
    void rulesAboutAnythingDoWithoutTheSchema() {
        String policy =
                """
                var images = fetch("$.spec.template.spec.containers[*].image").as(:image)
                param registries: list of string = ["registry.acme.example"]
                def isOurs(image) = image.registry in registries
                rule Copper ensure { images.pick(:tag).contains("latest") == false }
                rule Any ensure on any where metadata.namespace default "" != "kube-system" {
                    metadata.labels["team"] exists and every i in images : isOurs(i)
                }
                """;
        assertEquals(List.of(), said(policy, WITHOUT_SCHEMA));
        assertThrows(
                IllegalArgumentException.class,
                () -> said("rule Some ensure on Deployment { spec exists }", WITHOUT_SCHEMA));
    }

    @Test
    void fieldsOfCustomKindsAreChecked() {
        KnownKinds kinds = KnownKinds.standard().withCustom(List.of(CERTIFICATE));
        assertEquals(
                List.of(
                        "1:57: policy-unknown-field: did you mean `secretName`?",
                        "2:59: policy-unknown-field: did you mean `name`?",
                        "3:70: policy-operand-type: null",
                        "4:23: policy-unknown-kind: write `cert-manager.io Certificate`",
                        "5:37: policy-unknown-kind: did you mean `Certificate`?",
                        "6:80: policy-unknown-field: did you mean `secretName`?"),
                said(
                        """
                        rule Field ensure on cert-manager.io Certificate { spec.secretNme exists }
                        rule Top ensure on cert-manager.io Certificate { metadata.nam == "a" }
                        rule Type ensure on cert-manager.io/v1 Certificate { spec.secretName == 1 }
                        rule Bare ensure on   Certificate { spec exists }
                        rule Kind ensure on cert-manager.io Certificat { spec exists }
                        rule Other ensure { any c in resources("cert-manager.io/Certificate") : c.spec.secretNam exists }
                        rule Good ensure on cert-manager.io Certificate { spec.dnsNames.contains("a") and metadata.labels exists }
                        """,
                        kinds));
    }

    @Test
    void aCustomKindHasPodsWhereASettingSaysSo() {
        KnownKinds kinds =
                KnownKinds.standard()
                        .withWorkloads(
                                List.of(
                                        new CustomWorkload(
                                                "argoproj.io",
                                                "Rollout",
                                                List.of("spec", "template"),
                                                CustomWorkload.Holds.TEMPLATE),
                                        new CustomWorkload(
                                                "example.com",
                                                "Runner",
                                                List.of("spec", "pod"),
                                                CustomWorkload.Holds.SPECIFICATION)));
        CheckedPolicies policies =
                PolicyLoader.load(
                                List.of(
                                        Source.of(
                                                "policy.cop",
                                                """
                                                rule Named ensure on workload "{c.name}" { every c in containers(pod) : c.name == "web" }
                                                rule Labelled ensure on argoproj.io Rollout { podMetadata.labels.app == "shop" }
                                                rule Selected ensure on Service { any w in resources("workload") : selects(resource, w) }
                                                """)),
                                LoadOptions.none().withKinds(kinds))
                        .policies()
                        .orElseThrow();
        Verdict verdict =
                Judge.judge(
                        policies,
                        Transcript.documents(
                                "input.yml",
                                """
                                apiVersion: argoproj.io/v1alpha1
                                kind: Rollout
                                metadata: { name: web }
                                spec:
                                  template:
                                    metadata: { labels: { app: web } }
                                    spec: { containers: [{ name: one }] }
                                ---
                                apiVersion: example.com/v1
                                kind: Runner
                                metadata: { name: web }
                                spec:
                                  pod: { containers: [{ name: two }] }
                                ---
                                apiVersion: other.example/v1
                                kind: Rollout
                                metadata: { name: web }
                                spec: { template: { spec: { containers: [{ name: three }] } } }
                                ---
                                apiVersion: v1
                                kind: Service
                                metadata: { name: web }
                                spec: { selector: { app: web } }
                                """),
                        JudgeOptions.standard());
        assertEquals(
                List.of(
                        "Labelled $.spec.template.metadata.labels.app",
                        "Named $.spec.template.spec.containers[0].name",
                        "Named $.spec.pod.containers[0].name"),
                verdict.findings().stream()
                        .map(finding -> finding.rule() + " " + finding.path())
                        .toList());
    }

    private static List<String> said(String policy, KnownKinds kinds) {
        List<String> said = new ArrayList<>();
        for (Diagnostic diagnostic :
                PolicyLoader.load(
                                List.of(Source.of("policy.cop", policy)),
                                LoadOptions.none().withKinds(kinds))
                        .diagnostics()) {
            String place = String.valueOf(diagnostic.place());
            said.add(
                    place.substring(place.indexOf(':') + 1)
                            + ": "
                            + diagnostic.code().id()
                            + ": "
                            + diagnostic.hint());
        }
        return said;
    }

    private static ObjectType.Field field(String name, FieldType type) {
        return new Property(name, type);
    }

    private record Property(String name, FieldType type) implements ObjectType.Field {
        @Override
        public boolean required() {
            return false;
        }

        @Override
        public String documentation() {
            return "";
        }
    }

    /// An object as a custom resource definition describes it.
    private record Described(String name, List<ObjectType.Field> fields) implements ObjectType {
        @Override
        public String documentation() {
            return "";
        }

        @Override
        public ObjectType.@Nullable Field field(String wanted) {
            for (ObjectType.Field field : fields) {
                if (field.name().equals(wanted)) {
                    return field;
                }
            }
            return null;
        }
    }
}
