package dev.brayer.pipeline.model;

import dev.brayer.document.Node;
import dev.brayer.document.fields.Fields;
import dev.brayer.policy.CustomWorkload;
import dev.brayer.policy.CustomWorkload.Holds;
import dev.brayer.policy.custom.WorkloadText;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads `workloads:`, the custom kinds that have pods.
final class WorkloadsReader {
    private static final String TEMPLATE = "template";
    private static final String POD = "pod";

    private final Diagnostics diagnostics;

    WorkloadsReader(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    List<CustomWorkload> read(List<Node> nodes) {
        List<CustomWorkload> workloads = new ArrayList<>();
        for (Node node : nodes) {
            Fields fields = Fields.of(node, "a workload", diagnostics);
            CustomWorkload workload = fields == null ? null : read(fields);
            if (workload != null && isAlone(workload, workloads, node)) {
                workloads.add(workload);
            }
        }
        return workloads;
    }

    private @Nullable CustomWorkload read(Fields fields) {
        String kind = fields.requiredString("kind");
        String where = fields.exactlyOne(List.of(TEMPLATE, POD));
        String path = where == null ? null : fields.string(where);
        fields.expect(List.of("kind", TEMPLATE, POD));
        fields.rejectUnknown();
        if (kind == null || where == null || path == null) {
            return null;
        }
        Holds holds = where.equals(TEMPLATE) ? Holds.TEMPLATE : Holds.SPECIFICATION;
        return switch (WorkloadText.read(kind, path, holds)) {
            case WorkloadText.Read.Workload(CustomWorkload workload) -> workload;
            case WorkloadText.Read.Problem(boolean ofKind, String message, String hint) -> {
                diagnostics.add(
                        Diagnostic.error(
                                        PipelineCode.WORKLOAD,
                                        fields.placeOf(ofKind ? "kind" : where),
                                        message)
                                .withHint(hint));
                yield null;
            }
        };
    }

    private boolean isAlone(CustomWorkload workload, List<CustomWorkload> others, Node node) {
        for (CustomWorkload other : others) {
            if (other.group().equals(workload.group()) && other.kind().equals(workload.kind())) {
                diagnostics.add(
                        Diagnostic.error(
                                        PipelineCode.WORKLOAD,
                                        node.place(),
                                        "`"
                                                + workload.group()
                                                + "/"
                                                + workload.kind()
                                                + "` stands here twice")
                                .withHint("a kind has its pods in one place"));
                return false;
            }
        }
        return true;
    }
}
