package dev.brayer.schema;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is expected here was read in the API reference of Kubernetes, not in the index.
final class SchemaCatalogTest {
    private static final SchemaCatalog CATALOG = SchemaCatalog.bundled();
    private static final Schema SCHEMA = requireNonNull(CATALOG.schema("1.34"));

    @Test
    void bundlesFourMinors() {
        assertEquals(List.of("1.33", "1.34", "1.35", "1.36"), CATALOG.minors());
        assertEquals("1.36", CATALOG.newest().minor());
        assertNull(CATALOG.schema("1.7"));
    }

    @Test
    void knowsKindsByGroupAndVersion() {
        KindSchema deployment = requireNonNull(SCHEMA.kind("apps/v1", "Deployment"));
        assertTrue(deployment.namespaced());
        assertNull(SCHEMA.kind("extensions/v1beta1", "Deployment"));
        assertFalse(requireNonNull(SCHEMA.kind("v1", "Namespace")).namespaced());
        assertEquals(
                List.of("autoscaling/v1", "autoscaling/v2"),
                SCHEMA.kindsNamed("HorizontalPodAutoscaler").stream()
                        .map(KindSchema::apiVersion)
                        .sorted()
                        .toList());
        assertEquals(
                List.of("events.k8s.io/v1", "v1"),
                SCHEMA.kindsNamed("Event").stream().map(KindSchema::apiVersion).sorted().toList());
    }

    @Test
    void coversTheEverydayKinds() {
        for (String kind :
                List.of(
                        "v1/Pod",
                        "v1/Service",
                        "v1/ConfigMap",
                        "v1/Secret",
                        "v1/ServiceAccount",
                        "v1/PersistentVolumeClaim",
                        "v1/ResourceQuota",
                        "v1/LimitRange",
                        "v1/ReplicationController",
                        "v1/PodTemplate",
                        "apps/v1/StatefulSet",
                        "apps/v1/DaemonSet",
                        "apps/v1/ReplicaSet",
                        "batch/v1/Job",
                        "batch/v1/CronJob",
                        "policy/v1/PodDisruptionBudget",
                        "networking.k8s.io/v1/Ingress",
                        "networking.k8s.io/v1/NetworkPolicy",
                        "rbac.authorization.k8s.io/v1/Role",
                        "rbac.authorization.k8s.io/v1/RoleBinding",
                        "rbac.authorization.k8s.io/v1/ClusterRole",
                        "storage.k8s.io/v1/StorageClass",
                        "scheduling.k8s.io/v1/PriorityClass",
                        "apiextensions.k8s.io/v1/CustomResourceDefinition",
                        "apiregistration.k8s.io/v1/APIService",
                        "admissionregistration.k8s.io/v1/ValidatingWebhookConfiguration",
                        "coordination.k8s.io/v1/Lease",
                        "discovery.k8s.io/v1/EndpointSlice",
                        "gateway.networking.k8s.io/none")) {
            int slash = kind.lastIndexOf('/');
            KindSchema found = SCHEMA.kind(kind.substring(0, slash), kind.substring(slash + 1));
            assertEquals(!kind.endsWith("none"), found != null, kind);
        }
    }

    @Test
    void typesFields() {
        ObjectType container =
                object("apps/v1", "Deployment", "spec", "template", "spec", "containers");
        assertEquals("Container", container.name());
        assertEquals(FieldType.Scalar.STRING, type(container, "image"));
        assertTrue(requireNonNull(container.field("name")).required());
        assertFalse(requireNonNull(container.field("image")).required());
        assertNull(container.field("imagePullPolcy"));
        assertEquals(
                "map of quantity",
                type(object("v1", "Pod", "spec", "containers", "resources"), "limits").toString());
        assertEquals(
                FieldType.Scalar.INTEGER_OR_STRING,
                type(object("v1", "Service", "spec", "ports"), "targetPort"));
        assertEquals(
                FieldType.Scalar.TIME, type(object("v1", "Pod", "metadata"), "creationTimestamp"));
        assertEquals("map of bytes", type(object("v1", "Secret"), "data").toString());
        assertEquals("list of string", type(container, "command").toString());
    }

    @Test
    void findsTypesByName() {
        assertEquals(
                List.of("Container"),
                SCHEMA.typesNamed("Container").stream().map(ObjectType::name).toList());
        assertEquals(2, SCHEMA.typesNamed("HorizontalPodAutoscalerSpec").size());
        assertEquals(List.of(), SCHEMA.typesNamed("Contaner"));
        assertTrue(SCHEMA.typeNames().contains("PodSpec"));
    }

    @Test
    void tellsWhichVersionsHaveAField() {
        ObjectType pod = SCHEMA.typesNamed("PodSpec").getFirst();
        assertEquals(CATALOG.minors(), pod.minorsWith("hostNetwork"));
        assertEquals(List.of("1.34", "1.35", "1.36"), pod.minorsWith("hostnameOverride"));
        assertEquals(List.of(), pod.minorsWith("hostnameOverrid"));
    }

    @Test
    void tellsWhatAFieldIsFor() {
        ObjectType container =
                object("apps/v1", "Deployment", "spec", "template", "spec", "containers");
        String documentation = requireNonNull(container.field("image")).documentation();
        assertTrue(documentation.startsWith("Container image name."), documentation);
        assertTrue(
                container.documentation().startsWith("A single application container"),
                container.documentation());
    }

    @Test
    void everyFieldOfEveryTypeCanBeRead() {
        for (String minor : CATALOG.minors()) {
            List<String> nameless = new ArrayList<>();
            for (KindSchema kind : requireNonNull(CATALOG.schema(minor)).kinds()) {
                assertNotNull(
                        kind.type().field("metadata") == null ? kind.type().field("kind") : "",
                        kind.toString());
                walk(kind.type(), 0, nameless);
            }
            assertEquals(List.of(), nameless);
        }
    }

    private static void walk(ObjectType type, int depth, List<String> nameless) {
        if (type.name().isEmpty()) {
            nameless.add(type.toString());
        }
        for (ObjectType.Field field : type.fields()) {
            FieldType inner = inner(field.type());
            if (inner instanceof FieldType.ObjectOf(ObjectType object) && depth < 5) {
                walk(object, depth + 1, nameless);
            }
        }
    }

    private static FieldType inner(FieldType type) {
        return switch (type) {
            case FieldType.ListOf(FieldType element) -> inner(element);
            case FieldType.MapOf(FieldType value) -> inner(value);
            case FieldType.ObjectOf _, FieldType.Scalar _ -> type;
        };
    }

    private static FieldType type(ObjectType object, String field) {
        return requireNonNull(object.field(field), field).type();
    }

    private static ObjectType object(String apiVersion, String kind, String... path) {
        ObjectType object = requireNonNull(SCHEMA.kind(apiVersion, kind)).type();
        for (String field : path) {
            object = ((FieldType.ObjectOf) inner(type(object, field))).type();
        }
        return object;
    }
}
