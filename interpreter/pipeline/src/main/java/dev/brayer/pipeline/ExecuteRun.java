package dev.brayer.pipeline;

/// `run`: makes the plan, then applies exactly that.
public final class ExecuteRun {
    private ExecuteRun() {}

    public static RunReport run(OpenedProject opened, RunRequest request) {
        return PipelineRun.start(opened, request, false);
    }
}
