package dev.brayer.policy.check;

import java.util.List;

/// Top-level fields of Kubernetes' own kinds beyond those that every object may have. The schema
/// will replace this.
final class Fields {
    private Fields() {}

    static List<String> of(String kind) {
        return switch (kind) {
            case "ConfigMap" -> List.of("binaryData", "immutable");
            case "Secret" -> List.of("stringData", "type", "immutable");
            case "ServiceAccount" ->
                    List.of("secrets", "imagePullSecrets", "automountServiceAccountToken");
            case "Role" -> List.of("rules");
            case "ClusterRole" -> List.of("rules", "aggregationRule");
            case "RoleBinding", "ClusterRoleBinding" -> List.of("subjects", "roleRef");
            case "StorageClass" ->
                    List.of(
                            "provisioner",
                            "parameters",
                            "reclaimPolicy",
                            "mountOptions",
                            "allowVolumeExpansion",
                            "volumeBindingMode",
                            "allowedTopologies");
            case "PriorityClass" ->
                    List.of("value", "globalDefault", "description", "preemptionPolicy");
            case "RuntimeClass" -> List.of("handler", "overhead", "scheduling");
            case "Endpoints" -> List.of("subsets");
            case "EndpointSlice" -> List.of("addressType", "endpoints", "ports");
            case "MutatingWebhookConfiguration", "ValidatingWebhookConfiguration" ->
                    List.of("webhooks");
            case "PodTemplate" -> List.of("template");
            case "ControllerRevision" -> List.of("revision");
            default -> List.of();
        };
    }
}
