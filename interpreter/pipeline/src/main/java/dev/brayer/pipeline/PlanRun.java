package dev.brayer.pipeline;

/// `plan`: everything up to the first touch. The plan file is written below `.brayer/`; nothing
/// outside it changes.
public final class PlanRun {
    private PlanRun() {}

    public static RunReport plan(OpenedProject opened, RunRequest request) {
        return PipelineRun.start(opened, request, true);
    }
}
