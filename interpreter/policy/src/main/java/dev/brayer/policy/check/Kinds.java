package dev.brayer.policy.check;

import dev.brayer.document.ResourceIdentity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The kinds that Kubernetes itself has, with their API groups. The schema will replace this table.
public final class Kinds {
    /// Group, a colon, the kinds. The core group has no name.
    private static final String[] TABLE = {
        ":Binding ConfigMap Endpoints Event LimitRange Namespace Node PersistentVolume PersistentVolumeClaim Pod"
                + " PodTemplate ReplicationController ResourceQuota Secret Service ServiceAccount",
        "admissionregistration.k8s.io:MutatingAdmissionPolicy MutatingAdmissionPolicyBinding"
                + " MutatingWebhookConfiguration ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding"
                + " ValidatingWebhookConfiguration",
        "apiextensions.k8s.io:CustomResourceDefinition",
        "apiregistration.k8s.io:APIService",
        "apps:ControllerRevision DaemonSet Deployment ReplicaSet StatefulSet",
        "autoscaling:HorizontalPodAutoscaler",
        "batch:CronJob Job",
        "certificates.k8s.io:CertificateSigningRequest ClusterTrustBundle PodCertificateRequest",
        "coordination.k8s.io:Lease LeaseCandidate",
        "discovery.k8s.io:EndpointSlice",
        "events.k8s.io:Event",
        "extensions:DaemonSet Deployment Ingress NetworkPolicy ReplicaSet",
        "flowcontrol.apiserver.k8s.io:FlowSchema PriorityLevelConfiguration",
        "networking.k8s.io:IPAddress Ingress IngressClass NetworkPolicy ServiceCIDR",
        "node.k8s.io:RuntimeClass",
        "policy:PodDisruptionBudget",
        "rbac.authorization.k8s.io:ClusterRole ClusterRoleBinding Role RoleBinding",
        "resource.k8s.io:DeviceClass DeviceTaintRule ResourceClaim ResourceClaimTemplate ResourceSlice",
        "scheduling.k8s.io:PriorityClass",
        "storage.k8s.io:CSIDriver CSINode CSIStorageCapacity StorageClass VolumeAttachment VolumeAttributesClass",
        "storagemigration.k8s.io:StorageVersionMigration",
    };

    /// Every kind that has pods, or makes them.
    static final List<String> WORKLOADS =
            List.of(
                    "Pod",
                    "Deployment",
                    "StatefulSet",
                    "DaemonSet",
                    "ReplicaSet",
                    "ReplicationController",
                    "Job",
                    "CronJob",
                    "PodTemplate");

    private static final Map<String, List<String>> GROUPS = groups();

    private Kinds() {}

    private static Map<String, List<String>> groups() {
        Map<String, List<String>> groups = new HashMap<>();
        for (String row : TABLE) {
            int colon = row.indexOf(':');
            String group = row.substring(0, colon);
            int start = colon + 1;
            while (start < row.length()) {
                int blank = row.indexOf(' ', start);
                int end = blank < 0 ? row.length() : blank;
                groups.computeIfAbsent(row.substring(start, end), ignored -> new ArrayList<>(2))
                        .add(group);
                start = end + 1;
            }
        }
        return groups;
    }

    /// The groups in which Kubernetes has a kind of this name; empty for one that it does not have.
    static List<String> groupsOf(String kind) {
        return GROUPS.getOrDefault(kind, List.of());
    }

    static boolean isBuiltInGroup(String group) {
        for (String row : TABLE) {
            if (row.startsWith(group + ":")) {
                return true;
            }
        }
        return false;
    }

    static Iterable<String> names() {
        return GROUPS.keySet();
    }

    static boolean hasPods(String kind) {
        return WORKLOADS.contains(kind);
    }

    /// Whether the object is of a kind that has pods, and of Kubernetes' own groups.
    public static boolean isWorkload(ResourceIdentity identity) {
        String kind = identity.kind();
        return kind != null
                && WORKLOADS.contains(kind)
                && groupsOf(kind).contains(identity.group());
    }
}
