package dev.brayer.policy.value;

/// Where the pod of a workload stands.
public final class Pods {
    private Pods() {}

    /// The pod's specification.
    public static Value specification(Value object) {
        return Nodes.field(template(object), "spec");
    }

    /// The metadata of the pod, or of the template it is made from.
    public static Value metadata(Value object) {
        return Nodes.field(template(object), "metadata");
    }

    private static Value template(Value object) {
        String kind = Nodes.field(object, "kind") instanceof Value.Text(String text, _) ? text : "";
        return switch (kind) {
            case "Pod" -> object;
            case "PodTemplate" -> Nodes.field(object, "template");
            case "CronJob" -> {
                Value job = Nodes.field(Nodes.field(object, "spec"), "jobTemplate");
                yield Nodes.field(Nodes.field(job, "spec"), "template");
            }
            default -> Nodes.field(Nodes.field(object, "spec"), "template");
        };
    }
}
