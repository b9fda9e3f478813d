package dev.brayer.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The view of one minor version on the catalog's index. Types are decoded when they are first
/// asked for.
final class IndexedSchema implements Schema {
    private final SchemaCatalog catalog;
    private final int minor;
    private final @Nullable IndexedType[] types;
    private @Nullable Map<String, List<KindSchema>> byName;

    IndexedSchema(SchemaCatalog catalog, int minor) {
        this.catalog = catalog;
        this.minor = minor;
        types = new IndexedType[catalog.typeCount()];
    }

    @Override
    public String minor() {
        return catalog.minors().get(minor);
    }

    @Override
    public List<KindSchema> kinds() {
        List<KindSchema> found = new ArrayList<>();
        for (int kind = 0; kind < catalog.kindCount(); kind++) {
            if (has(kind)) {
                found.add(decode(kind));
            }
        }
        return found;
    }

    @Override
    public @Nullable KindSchema kind(String apiVersion, String kind) {
        for (KindSchema candidate : kindsNamed(kind)) {
            if (candidate.apiVersion().equals(apiVersion)) {
                return candidate;
            }
        }
        return null;
    }

    @Override
    public List<KindSchema> kindsNamed(String name) {
        Map<String, List<KindSchema>> known = byName;
        if (known == null) {
            known = byName();
            byName = known;
        }
        return known.getOrDefault(name, List.of());
    }

    /// Threads may make it at once: it is the same for all of them.
    private Map<String, List<KindSchema>> byName() {
        Map<String, List<KindSchema>> named = new HashMap<>();
        for (KindSchema kind : kinds()) {
            List<KindSchema> before = named.get(kind.kind());
            List<KindSchema> all = new ArrayList<>(before == null ? List.of() : before);
            all.add(kind);
            named.put(kind.kind(), List.copyOf(all));
        }
        return Map.copyOf(named);
    }

    @Override
    public List<ObjectType> typesNamed(String name) {
        List<ObjectType> found = new ArrayList<>(2);
        for (int id = 0; id < types.length; id++) {
            ObjectType type = type(id);
            if (type.name().equals(name) && !type.fields().isEmpty()) {
                found.add(type);
            }
        }
        return found;
    }

    @Override
    public List<String> typeNames() {
        List<String> names = new ArrayList<>(types.length);
        for (int id = 0; id < types.length; id++) {
            names.add(type(id).name());
        }
        return names;
    }

    private boolean has(int kind) {
        return holds(catalog.number(catalog.kindAt(kind) + 5));
    }

    private KindSchema decode(int kind) {
        int at = catalog.kindAt(kind);
        return new KindSchema(
                catalog.string(catalog.number(at)),
                catalog.string(catalog.number(at + 1)),
                catalog.string(catalog.number(at + 2)),
                catalog.number(at + 3) == 1,
                type(catalog.number(at + 4)));
    }

    /// Whether a mask of minors holds this one.
    boolean holds(int mask) {
        return (mask >> minor & 1) == 1;
    }

    SchemaCatalog catalog() {
        return catalog;
    }

    IndexedType type(int id) {
        IndexedType known = types[id];
        if (known == null) {
            known = new IndexedType(this, catalog.typeAt(id));
            types[id] = known;
        }
        return known;
    }
}
