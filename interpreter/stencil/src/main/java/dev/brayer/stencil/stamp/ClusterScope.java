package dev.brayer.stencil.stamp;

import dev.brayer.document.Document;
import dev.brayer.document.ListNode;
import dev.brayer.document.MapNode;
import dev.brayer.document.Node;
import dev.brayer.document.ResourceIdentity;
import dev.brayer.stencil.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which kinds stand above all namespaces.
///
/// Built-in kinds are known; custom ones are looked up in the CustomResourceDefinitions of the same
/// formation. Of the rest, those whose name begins with `Cluster` (`ClusterIssuer`,
/// `ClusterPolicy`, …) are taken for cluster-scoped, as is the custom everywhere; all others for
/// namespaced.
public final class ClusterScope {
    /// `group/Kind` of all cluster-scoped kinds of Kubernetes 1.34; the core group is empty.
    private static final Set<String> BUILT_IN =
            Set.of(
                    "/Namespace",
                    "/Node",
                    "/PersistentVolume",
                    "/ComponentStatus",
                    "admissionregistration.k8s.io/MutatingAdmissionPolicy",
                    "admissionregistration.k8s.io/MutatingAdmissionPolicyBinding",
                    "admissionregistration.k8s.io/MutatingWebhookConfiguration",
                    "admissionregistration.k8s.io/ValidatingAdmissionPolicy",
                    "admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding",
                    "admissionregistration.k8s.io/ValidatingWebhookConfiguration",
                    "apiextensions.k8s.io/CustomResourceDefinition",
                    "apiregistration.k8s.io/APIService",
                    "authentication.k8s.io/SelfSubjectReview",
                    "authentication.k8s.io/TokenReview",
                    "authorization.k8s.io/SelfSubjectAccessReview",
                    "authorization.k8s.io/SelfSubjectRulesReview",
                    "authorization.k8s.io/SubjectAccessReview",
                    "certificates.k8s.io/CertificateSigningRequest",
                    "certificates.k8s.io/ClusterTrustBundle",
                    "flowcontrol.apiserver.k8s.io/FlowSchema",
                    "flowcontrol.apiserver.k8s.io/PriorityLevelConfiguration",
                    "internal.apiserver.k8s.io/StorageVersion",
                    "networking.k8s.io/IngressClass",
                    "networking.k8s.io/IPAddress",
                    "networking.k8s.io/ServiceCIDR",
                    "node.k8s.io/RuntimeClass",
                    "rbac.authorization.k8s.io/ClusterRole",
                    "rbac.authorization.k8s.io/ClusterRoleBinding",
                    "resource.k8s.io/DeviceClass",
                    "resource.k8s.io/DeviceTaintRule",
                    "resource.k8s.io/ResourceSlice",
                    "scheduling.k8s.io/PriorityClass",
                    "storage.k8s.io/CSIDriver",
                    "storage.k8s.io/CSINode",
                    "storage.k8s.io/StorageClass",
                    "storage.k8s.io/VolumeAttachment",
                    "storage.k8s.io/VolumeAttributesClass",
                    "storagemigration.k8s.io/StorageVersionMigration");

    private final Map<String, Boolean> custom = new HashMap<>();

    private ClusterScope() {}

    /// The scopes as built in and as the definitions among these documents say.
    public static ClusterScope of(List<Value> documents) {
        ClusterScope scope = new ClusterScope();
        for (Value document : documents) {
            scope.look(document);
        }
        return scope;
    }

    private void look(Value document) {
        if (!(document instanceof Value.Fields map)) {
            return;
        }
        if (map.get("items") instanceof Value.Items list) {
            for (Value item : list.items()) {
                look(item);
            }
        } else if ("CustomResourceDefinition".equals(text(map, "kind"))
                && map.get("spec") instanceof Value.Fields spec
                && spec.get("names") instanceof Value.Fields names) {
            custom.put(
                    text(spec, "group") + "/" + text(names, "kind"),
                    text(spec, "scope").equals("Cluster"));
        }
    }

    private static String text(Value.Fields map, String key) {
        return map.get(key) instanceof Value.Text text ? text.text() : "";
    }

    /// Whether objects of this kind have no namespace.
    public boolean isClusterScoped(ResourceIdentity object) {
        String kind = object.kind() == null ? "" : object.kind();
        String name = object.group() + "/" + kind;
        Boolean defined = custom.get(name);
        if (defined != null) {
            return defined;
        }
        return BUILT_IN.contains(name) || isNamedSo(kind, object.group());
    }

    /// Cluster API, whose subject are clusters, does not follow the custom.
    private static boolean isNamedSo(String kind, String group) {
        int length = "Cluster".length();
        return kind.startsWith("Cluster")
                && kind.length() > length
                && Character.isUpperCase(kind.charAt(length))
                && group.indexOf('.') >= 0
                && !group.endsWith("cluster.x-k8s.io");
    }

    /// The objects of documents; those of a `List` one by one.
    static List<Node> objects(List<Document> documents) {
        List<Node> found = new ArrayList<>();
        for (Document document : documents) {
            collect(document.root(), found);
        }
        return found;
    }

    private static void collect(Node root, List<Node> found) {
        boolean list =
                root instanceof MapNode map
                        && map.get("items") instanceof ListNode
                        && map.get("kind") != null
                        && map.get("apiVersion") != null;
        if (!list
                || !(root instanceof MapNode map)
                || !(map.get("items") instanceof ListNode items)) {
            found.add(root);
            return;
        }
        for (Node item : items.items()) {
            collect(item, found);
        }
    }
}
