package dev.brayer.policy.custom;

import dev.brayer.document.Entry;
import dev.brayer.document.ListNode;
import dev.brayer.document.MapNode;
import dev.brayer.document.Node;
import dev.brayer.document.ScalarNode;
import dev.brayer.document.Values;
import dev.brayer.policy.KnownKinds;
import dev.brayer.schema.FieldType;
import dev.brayer.schema.KindSchema;
import dev.brayer.schema.ObjectType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An object as a part of a definition's schema describes it.
final class CustomObject implements ObjectType {
    private final String name;
    private final MapNode schema;

    /// What every Kubernetes object has stands here too; null for an object within another.
    private final @Nullable KnownKinds known;

    private CustomObject(String name, MapNode schema, @Nullable KnownKinds known) {
        this.name = name;
        this.schema = schema;
        this.known = known;
    }

    /// A whole object of a kind.
    static CustomObject ofKind(String kind, MapNode schema, KnownKinds known) {
        return new CustomObject(kind, schema, known.withCustom(List.of()));
    }

    /// An object that stands in a field.
    ///
    /// @param known what the fields of an embedded object come from, or null
    static CustomObject inside(String name, MapNode schema, @Nullable KnownKinds known) {
        return new CustomObject(name, schema, known);
    }

    /// Where it stands: `Certificate.spec.issuerRef`.
    @Override
    public String name() {
        return name;
    }

    @Override
    public String documentation() {
        return SchemaText.of(schema);
    }

    @Override
    public List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        Set<String> names = new HashSet<>();
        if (known != null) {
            for (String common : List.of("apiVersion", "kind", "metadata")) {
                names.add(common);
                fields.add(Objects.requireNonNull(field(common)));
            }
        }
        MapNode properties = schema.map("properties");
        if (properties != null) {
            for (Entry entry : properties.entries()) {
                if (names.add(entry.name()) && entry.value() instanceof MapNode field) {
                    fields.add(field(entry.name(), field));
                }
            }
        }
        return List.copyOf(fields);
    }

    @Override
    public @Nullable Field field(String wanted) {
        if (known != null && wanted.equals("metadata")) {
            return metadata(known);
        }
        MapNode properties = schema.map("properties");
        if (properties != null && properties.get(wanted) instanceof MapNode field) {
            return field(wanted, field);
        }
        if (known != null && (wanted.equals("apiVersion") || wanted.equals("kind"))) {
            return new CustomField(wanted, FieldType.Scalar.STRING, true, "");
        }
        return SchemaType.keepsUnknown(schema)
                ? new CustomField(wanted, FieldType.Scalar.ANY, false, "")
                : null;
    }

    private Field field(String field, MapNode described) {
        return new CustomField(
                field,
                SchemaType.of(described, name + "." + field),
                requires(field),
                SchemaText.of(described),
                SchemaType.choices(described));
    }

    /// The schema of a definition says little about `metadata`; it is the same in every object.
    private static @Nullable Field metadata(KnownKinds known) {
        KindSchema any = known.schema().kind("v1", "Namespace");
        return any == null ? null : any.type().field("metadata");
    }

    private boolean requires(String field) {
        if (schema.get("required") instanceof ListNode required) {
            for (Node item : required.items()) {
                if (item instanceof ScalarNode scalar && scalar.text().equals(field)) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Two renderings of one definition describe the same type.
    @Override
    public boolean equals(@Nullable Object object) {
        return object == this
                || (object instanceof CustomObject other
                        && name.equals(other.name)
                        && Objects.equals(known, other.known)
                        && (schema == other.schema || Values.equal(schema, other.schema)));
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
