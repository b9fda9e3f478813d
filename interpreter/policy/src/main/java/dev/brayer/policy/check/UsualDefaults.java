package dev.brayer.policy.check;

import org.jspecify.annotations.Nullable;

/// What the API server takes for a field that is not there, where it is always the same.
final class UsualDefaults {
    private UsualDefaults() {}

    /// As a policy writes it, or null.
    static @Nullable String of(String type, String field) {
        return switch (type + "." + field) {
            case "ServiceSpec.type" -> "\"ClusterIP\"";
            case "ServiceSpec.sessionAffinity" -> "\"None\"";
            case "ServiceSpec.internalTrafficPolicy", "ServiceSpec.externalTrafficPolicy" ->
                    "\"Cluster\"";
            case "ServiceSpec.publishNotReadyAddresses" -> "false";
            case "ServicePort.protocol", "ContainerPort.protocol" -> "\"TCP\"";
            case "DeploymentSpec.replicas",
                    "StatefulSetSpec.replicas",
                    "ReplicaSetSpec.replicas",
                    "ReplicationControllerSpec.replicas",
                    "HorizontalPodAutoscalerSpec.minReplicas" ->
                    "1";
            case "DeploymentSpec.progressDeadlineSeconds" -> "600";
            case "DeploymentSpec.revisionHistoryLimit", "StatefulSetSpec.revisionHistoryLimit" ->
                    "10";
            case "DeploymentSpec.paused" -> "false";
            case "DeploymentStrategy.type",
                    "StatefulSetUpdateStrategy.type",
                    "DaemonSetUpdateStrategy.type" ->
                    "\"RollingUpdate\"";
            case "StatefulSetSpec.podManagementPolicy" -> "\"OrderedReady\"";
            case "PodSpec.hostNetwork", "PodSpec.hostPID", "PodSpec.hostIPC" -> "false";
            case "PodSpec.automountServiceAccountToken", "PodSpec.enableServiceLinks" -> "true";
            case "PodSpec.terminationGracePeriodSeconds" -> "30";
            case "PodSpec.dnsPolicy" -> "\"ClusterFirst\"";
            case "PodSpec.schedulerName" -> "\"default-scheduler\"";
            case "PodSpec.serviceAccountName" -> "\"default\"";
            case "SecurityContext.privileged", "SecurityContext.readOnlyRootFilesystem" -> "false";
            case "Probe.periodSeconds" -> "10";
            case "Probe.timeoutSeconds", "Probe.successThreshold" -> "1";
            case "Probe.failureThreshold" -> "3";
            case "JobSpec.backoffLimit" -> "6";
            case "JobSpec.suspend", "CronJobSpec.suspend" -> "false";
            case "JobSpec.completionMode" -> "\"NonIndexed\"";
            case "CronJobSpec.concurrencyPolicy" -> "\"Allow\"";
            case "CronJobSpec.successfulJobsHistoryLimit" -> "3";
            case "CronJobSpec.failedJobsHistoryLimit" -> "1";
            case "PersistentVolumeClaimSpec.volumeMode" -> "\"Filesystem\"";
            case "StorageClass.reclaimPolicy" -> "\"Delete\"";
            case "StorageClass.volumeBindingMode" -> "\"Immediate\"";
            case "StorageClass.allowVolumeExpansion" -> "false";
            case "PriorityClass.globalDefault" -> "false";
            default -> null;
        };
    }
}
