package dev.brayer.policy.custom;

import dev.brayer.document.Document;
import dev.brayer.document.MapNode;
import dev.brayer.policy.KnownKinds;
import dev.brayer.schema.KindSchema;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Severity;
import dev.brayer.text.Source;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds the custom resource definitions among documents.
public final class CustomKinds {
    private static final String DEFINITION = "CustomResourceDefinition";
    private static final String GROUP = "apiextensions.k8s.io/";

    private CustomKinds() {}

    /// Whether a text may hold a definition, told at a glance.
    public static boolean mayDefine(Source source) {
        return source.text().contains(DEFINITION);
    }

    public static boolean isDefinition(Document document) {
        return document.root() instanceof MapNode root
                && DEFINITION.equals(root.string("kind"))
                && isOfGroup(root.string("apiVersion"));
    }

    private static boolean isOfGroup(@Nullable String apiVersion) {
        return apiVersion != null && apiVersion.startsWith(GROUP);
    }

    /// The known kinds and those that documents define, one for each served version. Where a kind
    /// is known already, that stays.
    ///
    /// @param severity of what is said about a definition that cannot be used
    public static KnownKinds add(
            KnownKinds known,
            List<Document> documents,
            Severity severity,
            Diagnostics diagnostics) {
        List<KindSchema> kinds = null;
        for (int index = 0; index < documents.size(); index++) {
            Document document = documents.get(index);
            if (isDefinition(document)) {
                kinds = kinds == null ? new ArrayList<>(known.custom()) : kinds;
                for (KindSchema kind :
                        new DefinitionReader(known, severity, diagnostics).read(document)) {
                    if (!isIn(kinds, kind)) {
                        kinds.add(kind);
                    }
                }
            }
        }
        return kinds == null ? known : known.withCustom(kinds);
    }

    private static boolean isIn(List<KindSchema> kinds, KindSchema kind) {
        for (KindSchema other : kinds) {
            if (other.kind().equals(kind.kind()) && other.apiVersion().equals(kind.apiVersion())) {
                return true;
            }
        }
        return false;
    }
}
