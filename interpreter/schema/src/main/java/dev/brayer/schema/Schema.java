package dev.brayer.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// All kinds that one version of Kubernetes knows by itself.
public interface Schema {
    /// `1.34`
    String minor();

    List<KindSchema> kinds();

    /// The kind in a group and version, or `null`.
    @Nullable KindSchema kind(String apiVersion, String kind);

    /// The kind in every group and version that has it; empty when it is unknown.
    List<KindSchema> kindsNamed(String kind);

    /// The types of this name that have fields: several where groups or versions of the API differ.
    List<ObjectType> typesNamed(String name);

    /// The names of all types.
    List<String> typeNames();
}
