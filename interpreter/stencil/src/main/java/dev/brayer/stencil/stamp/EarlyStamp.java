package dev.brayer.stencil.stamp;

import dev.brayer.document.Document;
import dev.brayer.document.Entry;
import dev.brayer.document.MapNode;
import dev.brayer.document.ResourceIdentity;
import dev.brayer.stencil.Value;
import dev.brayer.stencil.fill.Edits;
import dev.brayer.stencil.fill.Filler;
import dev.brayer.stencil.fill.RenderedText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Stamps a stencil in the same step in which its holes are filled, so that the result is read once
/// instead of twice: reading is most of what rendering costs.
///
/// Only for the ordinary case, where `metadata` and its labels stand in the stencil itself.
/// Whatever is unusual or wrong is left to [Stamper], which sees the filled file. The caller reads
/// the result and compares it, as always; when it differs, that is left to [Stamper] too.
public final class EarlyStamp {
    private final Filler.Prepared prepared;
    private final Stamp stamp;
    private final ClusterScope scope;
    private final Edits edits;
    private final Insertions insertions;

    private EarlyStamp(Filler.Prepared prepared, Stamp stamp, ClusterScope scope) {
        this.prepared = prepared;
        this.stamp = stamp;
        this.scope = scope;
        this.edits = prepared.edits().copy();
        this.insertions = new Insertions(prepared.stencil(), edits, stamp);
    }

    /// The filled and stamped file, or `null` when it is not an ordinary one.
    public static Stamper.@Nullable Stamped stamp(
            Filler.Prepared prepared, Stamp stamp, ClusterScope scope) {
        return new EarlyStamp(prepared, stamp, scope).stampAll();
    }

    private Stamper.@Nullable Stamped stampAll() {
        List<Value> meant = new ArrayList<>();
        for (int index = 0; index < prepared.meant().size(); index++) {
            Value object = object(prepared.masked().get(index), prepared.meant().get(index));
            if (object == null) {
                return null;
            }
            meant.add(object);
        }
        RenderedText text =
                edits.overlap() ? null : edits.applyTo(RenderedText.of(prepared.stencil()));
        return text == null ? null : new Stamper.Stamped(text, meant);
    }

    private @Nullable Value object(Document document, Value meant) {
        if (!(document.root() instanceof MapNode root)
                || root.anchor() != null
                || !(meant instanceof Value.Fields fields)
                || fields.get("items") instanceof Value.Items
                || !(fields.get("metadata") instanceof Value.Fields metadata)) {
            return null;
        }
        MapNode written = plain(root.entry("metadata"));
        String kind = text(fields.get("kind"));
        String apiVersion = text(fields.get("apiVersion"));
        if (written == null || hasMerge(written) || kind == null || apiVersion == null) {
            return null;
        }
        Value namespace = metadata.get("namespace");
        ResourceIdentity identity = new ResourceIdentity(apiVersion, kind, text(namespace), null);
        boolean clusterScoped = scope.isClusterScoped(identity);
        String named = text(namespace);
        if (namespace != null && (named == null || (!clusterScoped && !stamp.allows(named)))) {
            return null;
        }
        boolean withNamespace = namespace == null && !clusterScoped && stamp.namespace() != null;
        Value.Fields added = stamp.metadata(withNamespace);
        return add(written, metadata, added)
                ? Additions.merged(
                        fields,
                        new Value.Fields(List.of(new Value.Field("metadata", null, added)), null))
                : null;
    }

    private boolean add(MapNode written, Value.Fields metadata, Value.Fields added) {
        List<Value.Field> missing = new ArrayList<>();
        for (Value.Field field : added.fields()) {
            Value old = metadata.get(field.key());
            if (old == null && written.entry(field.key()) == null) {
                missing.add(field);
            } else if (!(old instanceof Value.Fields map)
                    || !(field.value() instanceof Value.Fields below)
                    || !addBelow(plain(written.entry(field.key())), map, below)) {
                return false;
            }
        }
        insertions.insertAll(written, missing, "name");
        return true;
    }

    private boolean addBelow(@Nullable MapNode written, Value.Fields old, Value.Fields added) {
        if (written == null) {
            return false;
        }
        List<Value.Field> missing = new ArrayList<>();
        for (Value.Field field : added.fields()) {
            Value known = old.get(field.key());
            String text = text(field.value());
            if (known == null) {
                missing.add(field);
            } else if (text == null || !text.equals(text(known))) {
                return false;
            }
        }
        if (!missing.isEmpty()) {
            insertions.insert(written, missing, "");
        }
        return true;
    }

    /// The map that an entry holds, if no other place shares it.
    private static @Nullable MapNode plain(@Nullable Entry entry) {
        return entry != null
                        && entry.kind() == Entry.Kind.WRITTEN
                        && entry.alias() == null
                        && entry.value() instanceof MapNode map
                        && map.anchor() == null
                ? map
                : null;
    }

    private static boolean hasMerge(MapNode map) {
        for (Entry entry : map.written()) {
            if (entry.kind() == Entry.Kind.MERGE_KEY) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable String text(@Nullable Value value) {
        return value instanceof Value.Text text ? text.text() : null;
    }
}
