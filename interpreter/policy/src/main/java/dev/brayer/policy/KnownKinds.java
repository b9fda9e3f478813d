package dev.brayer.policy;

import dev.brayer.schema.KindSchema;
import dev.brayer.schema.Schema;
import dev.brayer.schema.SchemaCatalog;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The kinds whose fields are known while policies are checked. Two that are equal know the same,
/// so that policies are checked once for both.
///
/// @param kubernetes the minor version whose own kinds are known, such as `1.34`: one of
///   [SchemaCatalog#minors], or null for the newest of them
/// @param custom kinds that custom resource definitions declare, one for each version
/// @param workloads custom kinds that `workload` means beside Kubernetes' own
public record KnownKinds(
        @Nullable String kubernetes, List<KindSchema> custom, List<CustomWorkload> workloads) {
    public KnownKinds {
        custom = List.copyOf(custom);
        workloads = List.copyOf(workloads);
    }

    /// Kubernetes' own kinds in the newest bundled version.
    public static KnownKinds standard() {
        return new KnownKinds(null, List.of(), List.of());
    }

    public KnownKinds withKubernetes(@Nullable String minor) {
        return new KnownKinds(minor, custom, workloads);
    }

    public KnownKinds withCustom(List<KindSchema> newCustom) {
        return new KnownKinds(kubernetes, newCustom, workloads);
    }

    public KnownKinds withWorkloads(List<CustomWorkload> newWorkloads) {
        return new KnownKinds(kubernetes, custom, newWorkloads);
    }

    /// Kubernetes' own kinds. The first call in a process reads the index.
    public Schema schema() {
        SchemaCatalog catalog = SchemaCatalog.bundled();
        if (kubernetes == null) {
            return catalog.newest();
        }
        Schema schema = catalog.schema(kubernetes);
        if (schema == null) {
            throw new IllegalArgumentException("Kubernetes " + kubernetes + " is not bundled");
        }
        return schema;
    }
}
