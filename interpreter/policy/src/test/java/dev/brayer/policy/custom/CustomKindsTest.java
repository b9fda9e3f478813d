package dev.brayer.policy.custom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brayer.document.DocumentReader;
import dev.brayer.document.ReadResult;
import dev.brayer.policy.KnownKinds;
import dev.brayer.schema.FieldType;
import dev.brayer.schema.FieldType.Scalar;
import dev.brayer.schema.KindSchema;
import dev.brayer.schema.ObjectType;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Severity;
import dev.brayer.text.Source;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// What definitions say about kinds and their fields.
final class CustomKindsTest {
    private static final String SCHEMA =
            """
            type: object
            required: [spec]
            properties:
              spec:
                type: object
                description: What is wanted.
                required: [size]
                properties:
                  size: { pattern: '^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$', x-kubernetes-int-or-string: true }
                  port: { x-kubernetes-int-or-string: true }
                  until: { type: string, format: date-time }
                  key: { type: string, format: byte }
                  mode: { type: string, enum: [Fast, Safe], description: How it runs. }
                  names: { type: array, items: { type: string } }
                  labels: { type: object, additionalProperties: { type: string } }
                  count: { type: integer }
                  ratio: { type: number }
                  enabled: { type: boolean }
                  free: { type: object, x-kubernetes-preserve-unknown-fields: true }
                  open: { type: object, x-kubernetes-preserve-unknown-fields: true, properties: { known: { type: string } } }
                  object: { type: object, x-kubernetes-embedded-resource: true, x-kubernetes-preserve-unknown-fields: true }
                  parts: { type: array, items: { type: object, properties: { name: { type: string } } } }
            """;

    private static String definition(String schema) {
        return """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: { name: backups.example.com }
        spec:
          group: example.com
          names: { kind: Backup, plural: backups }
          scope: Cluster
          versions:
            - { name: v1, served: true, storage: true, schema: { openAPIV3Schema: &schema
        %s
              } }
            - { name: v2, served: true, storage: false, schema: { openAPIV3Schema: *schema } }
            - { name: v0, served: false, storage: false, schema: { openAPIV3Schema: *schema } }
        """
                .formatted(schema);
    }

    /// The schema in flow style, so that it may stand in the list of versions.
    private static List<KindSchema> kinds(String schema, Diagnostics diagnostics) {
        ReadResult read = DocumentReader.read(Source.of("schema.yml", schema));
        assertEquals(List.of(), read.diagnostics());
        String json = dev.brayer.document.Values.toJson(read.documents().getFirst().root());
        ReadResult whole = DocumentReader.read(Source.of("crd.yml", definition(json)));
        assertEquals(List.of(), whole.diagnostics());
        return CustomKinds.add(
                        KnownKinds.standard(), whole.documents(), Severity.WARNING, diagnostics)
                .custom();
    }

    private static List<KindSchema> kinds() {
        Diagnostics diagnostics = new Diagnostics();
        List<KindSchema> kinds = kinds(SCHEMA, diagnostics);
        assertEquals(List.of(), diagnostics.toList());
        return kinds;
    }

    private static ObjectType.Field field(ObjectType type, String name) {
        return Objects.requireNonNull(type.field(name), name);
    }

    private static ObjectType specification() {
        return ((FieldType.ObjectOf) field(kinds().getFirst().type(), "spec").type()).type();
    }

    @Test
    void everyServedVersionIsAKind() {
        List<KindSchema> kinds = kinds();
        assertEquals(2, kinds.size());
        assertEquals("example.com/v1", kinds.get(0).apiVersion());
        assertEquals("example.com/v2", kinds.get(1).apiVersion());
        assertFalse(kinds.getFirst().namespaced());
        assertEquals("Backup", kinds.getFirst().kind());
    }

    @Test
    void fieldsHaveTheTypesThatTheSchemaDescribes() {
        ObjectType type = specification();
        assertEquals("Backup.spec", type.name());
        assertEquals(Scalar.QUANTITY, field(type, "size").type());
        assertEquals(Scalar.INTEGER_OR_STRING, field(type, "port").type());
        assertEquals(Scalar.TIME, field(type, "until").type());
        assertEquals(Scalar.BYTES, field(type, "key").type());
        assertEquals(Scalar.STRING, field(type, "mode").type());
        assertEquals(new FieldType.ListOf(Scalar.STRING), field(type, "names").type());
        assertEquals(new FieldType.MapOf(Scalar.STRING), field(type, "labels").type());
        assertEquals(Scalar.INTEGER, field(type, "count").type());
        assertEquals(Scalar.NUMBER, field(type, "ratio").type());
        assertEquals(Scalar.BOOLEAN, field(type, "enabled").type());
        assertEquals(Scalar.ANY, field(type, "free").type());
        assertTrue(field(type, "size").required());
        assertFalse(field(type, "port").required());
        assertEquals("How it runs. One of Fast, Safe.", field(type, "mode").documentation());
        assertNull(type.field("sizes"));
        assertEquals(14, type.fields().size());
    }

    @Test
    void unknownFieldsAreFreeWhereTheSchemaKeepsThem() {
        ObjectType open = ((FieldType.ObjectOf) field(specification(), "open").type()).type();
        assertEquals(Scalar.STRING, field(open, "known").type());
        assertEquals(Scalar.ANY, field(open, "whatever").type());
    }

    @Test
    void whatEveryObjectHasIsKnown() {
        ObjectType root = kinds().getFirst().type();
        assertEquals("ObjectMeta", field(root, "metadata").type().toString());
        assertEquals(Scalar.STRING, field(root, "apiVersion").type());
        assertEquals("[apiVersion, kind, metadata, spec]", names(root));
        ObjectType inside = ((FieldType.ObjectOf) field(specification(), "object").type()).type();
        assertEquals("ObjectMeta", field(inside, "metadata").type().toString());
    }

    private static String names(ObjectType type) {
        return type.fields().stream().map(ObjectType.Field::name).toList().toString();
    }

    @Test
    void definitionsThatSayTheSameAreEqual() {
        assertEquals(kinds(), kinds());
        assertEquals(kinds().hashCode(), kinds().hashCode());
        Diagnostics diagnostics = new Diagnostics();
        String other = SCHEMA.replace("count: { type: integer }", "count: { type: string }");
        assertNotEquals(kinds(), kinds(other, diagnostics));
    }

    @Test
    void depthIsLimited() {
        String schema =
                "{ properties: { a: ".repeat(70) + "{ type: string }" + " } }".repeat(70) + "\n";
        Diagnostics diagnostics = new Diagnostics();
        assertEquals(List.of(), kinds(schema, diagnostics));
        assertOneLimit(diagnostics);
    }

    @Test
    void sizeIsLimited() {
        StringBuilder schema = new StringBuilder("type: object\nproperties:\n");
        for (int index = 0; index < 200_001; index++) {
            schema.append("  p").append(index).append(": {}\n");
        }
        Diagnostics diagnostics = new Diagnostics();
        assertEquals(List.of(), kinds(schema.toString(), diagnostics));
        assertOneLimit(diagnostics);
    }

    private static void assertOneLimit(Diagnostics diagnostics) {
        List<Diagnostic> said = diagnostics.toList();
        assertEquals(1, said.size());
        assertEquals(CustomResourceCode.LIMIT, said.getFirst().code());
        assertFalse(said.getFirst().isError());
    }
}
