package dev.brayer.stencil.stamp;

import dev.brayer.stencil.Value;
import dev.brayer.stencil.Written;
import dev.brayer.text.Origin;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the objects of one formation are stamped with.
public final class Stamp {
    /// The label by which Kubernetes tools see who looks after an object.
    public static final String MANAGED_BY = "app.kubernetes.io/managed-by";

    private static final String BRAYER = "brayer";

    private final @Nullable Written namespace;
    private final List<Written> namespaces;
    private final IdentityHashMap<Value, List<Origin>> origins = new IdentityHashMap<>();
    private final List<Value.Field> labels = new ArrayList<>();
    private final List<Value.Field> annotations = new ArrayList<>();

    /// @param namespace of objects that name none, `null` to leave them without
    /// @param namespaces that objects may name beside it
    public Stamp(@Nullable Written namespace, List<Written> namespaces) {
        this.namespace = namespace;
        this.namespaces = List.copyOf(namespaces);
        label(MANAGED_BY, BRAYER, List.of());
    }

    public void label(String key, String text, List<Origin> from) {
        labels.add(field(key, text, from));
    }

    public void annotation(String key, String text, List<Origin> from) {
        annotations.add(field(key, text, from));
    }

    private Value.Field field(String key, String text, List<Origin> from) {
        Value value = new Value.Text(text, null);
        origins.put(value, from);
        return new Value.Field(key, null, value);
    }

    /// The `metadata` that an object gets.
    ///
    /// @param withNamespace whether it has no namespace and needs one
    Value.Fields metadata(boolean withNamespace) {
        List<Value.Field> fields = new ArrayList<>();
        Written own = namespace;
        if (withNamespace && own != null) {
            fields.add(
                    field("namespace", own.text(), List.of(new Origin("namespace", own.place()))));
        }
        fields.add(new Value.Field("labels", null, new Value.Fields(labels, null)));
        if (!annotations.isEmpty()) {
            fields.add(new Value.Field("annotations", null, new Value.Fields(annotations, null)));
        }
        return new Value.Fields(fields, null);
    }

    IdentityHashMap<Value, List<Origin>> origins() {
        return origins;
    }

    @Nullable Written namespace() {
        return namespace;
    }

    /// Whether an object may name this namespace.
    boolean allows(String name) {
        Written own = namespace;
        if (own == null || own.text().equals(name)) {
            return true;
        }
        for (Written other : namespaces) {
            if (other.text().equals(name)) {
                return true;
            }
        }
        return false;
    }
}
