package dev.brayer.stencil.stamp;

import dev.brayer.document.Document;
import dev.brayer.document.Entry;
import dev.brayer.document.ListNode;
import dev.brayer.document.MapNode;
import dev.brayer.document.Node;
import dev.brayer.document.ResourceIdentity;
import dev.brayer.document.ScalarNode;
import dev.brayer.stencil.StencilCode;
import dev.brayer.stencil.Value;
import dev.brayer.stencil.Written;
import dev.brayer.stencil.fill.Edits;
import dev.brayer.stencil.fill.Filler;
import dev.brayer.stencil.fill.Lines;
import dev.brayer.stencil.fill.Piece;
import dev.brayer.stencil.fill.RenderedText;
import dev.brayer.stencil.fill.ValueWriter;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Stamps the objects of one filled file.
///
/// Only the top-level `metadata` of an object is touched. A map that is shared with other places by
/// an anchor would carry the stamp into a pod template or a selector; there the aliases are
/// replaced by copies first.
public final class Stamper {
    private final Filler.Filled filled;
    private final String text;
    private final Stamp stamp;
    private final ClusterScope scope;
    private final Diagnostics diagnostics;
    private final Edits edits = new Edits();
    private final Insertions insertions;

    /// Where aliases stand that are stamped themselves.
    private final Set<Integer> stampedAliases = new HashSet<>();

    private Stamper(
            Filler.Filled filled, Stamp stamp, ClusterScope scope, Diagnostics diagnostics) {
        this.filled = filled;
        this.text = filled.source().text();
        this.stamp = stamp;
        this.scope = scope;
        this.diagnostics = diagnostics;
        this.insertions = new Insertions(filled.source(), edits, stamp);
    }

    /// A stamped file.
    ///
    /// @param meant what each object must now be, in the order of the file
    public record Stamped(RenderedText text, List<Value> meant) {
        public Stamped {
            meant = List.copyOf(meant);
        }
    }

    /// Stamps every object, complaining about what is none.
    public static Stamped stamp(
            Filler.Filled filled, Stamp stamp, ClusterScope scope, Diagnostics diagnostics) {
        return new Stamper(filled, stamp, scope, diagnostics).stampAll();
    }

    private Stamped stampAll() {
        List<Value> meant = new ArrayList<>();
        for (Document document : filled.documents()) {
            List<Node> objects = ClusterScope.objects(List.of(document));
            for (Node object : objects) {
                findStampedAliases(object);
            }
            for (Node object : objects) {
                meant.add(object(object, document.root()));
            }
        }
        return new Stamped(edits.isEmpty() ? filled.text() : edits.applyTo(filled.text()), meant);
    }

    private void findStampedAliases(Node object) {
        Entry metadata = object instanceof MapNode map ? map.entry("metadata") : null;
        if (metadata == null) {
            return;
        }
        addAlias(metadata);
        if (metadata.value() instanceof MapNode map) {
            for (String key : List.of("labels", "annotations")) {
                Entry entry = map.entry(key);
                if (entry != null && entry.kind() == Entry.Kind.WRITTEN) {
                    addAlias(entry);
                }
            }
        }
    }

    private void addAlias(Entry entry) {
        Span alias = entry.alias();
        if (alias != null) {
            stampedAliases.add(alias.start());
        }
    }

    private Value object(Node object, Node document) {
        ResourceIdentity identity = ResourceIdentity.of(object);
        if (!(object instanceof MapNode map) || !identity.isObject()) {
            diagnostics.add(
                    Diagnostic.error(
                                    StencilCode.STAMP,
                                    object.place().written(),
                                    "this is no Kubernetes object: it has no `apiVersion` or no `kind`")
                            .withHint(
                                    "a file that is inserted elsewhere is a partial: its name begins with `_`"));
            return Value.of(object);
        }
        boolean clusterScoped = scope.isClusterScoped(identity);
        MapNode written = map.map("metadata");
        Entry namespace = written == null ? null : written.entry("namespace");
        String name = identity.namespace();
        if (name != null && namespace != null && !clusterScoped && !stamp.allows(name)) {
            complainForeign(name, identity, namespace);
        }
        Written own = stamp.namespace();
        Value.Fields metadata = stamp.metadata(name == null && !clusterScoped && own != null);
        Value.Fields added =
                new Value.Fields(List.of(new Value.Field("metadata", null, metadata)), null);
        add(map, added, "kind", document);
        return Additions.merged(Value.of(object), added);
    }

    private void complainForeign(String name, ResourceIdentity identity, Entry namespace) {
        Written own = stamp.namespace();
        if (own != null) {
            diagnostics.add(
                    Diagnostic.error(
                                    StencilCode.NAMESPACE,
                                    namespace.valuePlace().written(),
                                    identity.kind()
                                            + " "
                                            + identity.name()
                                            + " names the namespace `"
                                            + name
                                            + "`, and the destination's is `"
                                            + own.text()
                                            + "`")
                            .withHint("remove it, or list it under `destination.namespaces`")
                            .withRelated(own.place(), "the destination's namespace"));
        }
    }

    /// Adds fields to a map where they are missing.
    ///
    /// @param behind the key behind which they stand if they can
    private void add(MapNode map, Value.Fields added, String behind, Node document) {
        if (map.anchor() != null) {
            replaceAliases(document, map);
        }
        List<Value.Field> missing = new ArrayList<>();
        for (Value.Field field : added.fields()) {
            Entry entry = map.entry(field.key());
            if (entry == null) {
                missing.add(field);
            } else if (field.value() instanceof Value.Fields below) {
                addBelow(entry, below, missing, document);
            } else if (!isSame(entry.value(), field.value())) {
                diagnostics.add(
                        Diagnostic.error(
                                        StencilCode.STAMP_LABEL,
                                        entry.valuePlace().written(),
                                        "`"
                                                + field.key()
                                                + "` is brayer's and would be "
                                                + field.value().shown())
                                .withHint("remove it from the stencil: brayer writes it"));
            }
        }
        insertions.insertAll(map, missing, behind);
    }

    private static boolean isSame(Node node, Value value) {
        return node instanceof ScalarNode scalar
                && value instanceof Value.Text meant
                && scalar.text().equals(meant.text());
    }

    private void addBelow(
            Entry entry, Value.Fields added, List<Value.Field> missing, Node document) {
        Node value = entry.value();
        Span alias = entry.alias();
        if (value instanceof ScalarNode scalar && scalar.isNull() && alias == null) {
            replaceNull(entry.key(), scalar, added);
        } else if (!(value instanceof MapNode map)) {
            diagnostics.add(
                    Diagnostic.error(
                            StencilCode.STAMP,
                            entry.valuePlace().written(),
                            "`"
                                    + entry.name()
                                    + "` must be a map, and this is "
                                    + value.kindInWords()));
        } else if (entry.kind() == Entry.Kind.MERGED) {
            missing.add(
                    new Value.Field(entry.name(), null, Additions.merged(Value.of(map), added)));
        } else if (alias != null) {
            ValueWriter writer = insertions.writer(alias.start());
            writer.flow(Additions.merged(Value.of(map), added));
            edits.replace(alias.start(), alias.end(), writer.pieces());
        } else {
            add(map, added, entry.name().equals("metadata") ? "name" : "", document);
        }
    }

    private void replaceNull(ScalarNode key, ScalarNode nothing, Value.Fields added) {
        ValueWriter writer = insertions.writer(nothing.start());
        boolean written = nothing.end() > nothing.start();
        int colon = Lines.skip(text, key.end());
        if (!written) {
            writer.plain(" ");
        }
        writer.flow(added);
        int at = written ? nothing.start() : colon + 1;
        edits.replace(at, written ? nothing.end() : at, writer.pieces());
    }

    /// Writes a copy wherever an alias leads to a map that is about to be stamped.
    private void replaceAliases(Node within, MapNode shared) {
        switch (within) {
            case ScalarNode scalar -> {}
            case ListNode list -> {
                for (int index = 0; index < list.size(); index++) {
                    replaceAlias(list.alias(index), list.get(index), shared);
                }
            }
            case MapNode map -> {
                for (Entry entry : map.written()) {
                    replaceAlias(entry.alias(), entry.value(), shared);
                }
            }
        }
    }

    private void replaceAlias(@Nullable Span alias, Node value, MapNode shared) {
        if (alias == null) {
            replaceAliases(value, shared);
        } else if (value.equals(shared) && stampedAliases.add(alias.start())) {
            ValueWriter writer = insertions.writer(alias.start());
            writer.flow(Value.of(shared));
            List<Piece> copy = writer.pieces();
            edits.replace(alias.start(), alias.end(), copy);
        }
    }
}
