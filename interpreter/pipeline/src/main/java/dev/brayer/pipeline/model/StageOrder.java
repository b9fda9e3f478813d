package dev.brayer.pipeline.model;

import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Suggestions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Puts stages in an order in which each comes after those it needs, and finds out when there is
/// none.
final class StageOrder {
    private final Map<String, Stage> stages = new LinkedHashMap<>();
    private final Diagnostics diagnostics;
    private final List<Stage> ordered = new ArrayList<>();
    private final List<String> path = new ArrayList<>();

    private StageOrder(List<Stage> stages, Diagnostics diagnostics) {
        for (Stage stage : stages) {
            this.stages.putIfAbsent(stage.name(), stage);
        }
        this.diagnostics = diagnostics;
    }

    /// The stages in order; of no use after an error.
    static List<Stage> of(List<Stage> stages, Diagnostics diagnostics) {
        StageOrder order = new StageOrder(stages, diagnostics);
        for (Stage stage : stages) {
            order.visit(stage);
        }
        if (!diagnostics.hasErrors()) {
            for (Stage stage : stages) {
                order.checkKind(stage);
            }
        }
        return order.ordered;
    }

    private void visit(Stage stage) {
        if (ordered.contains(stage)) {
            return;
        }
        int before = path.indexOf(stage.name());
        if (before >= 0) {
            cycle(stage, path.subList(before, path.size()));
            return;
        }
        path.add(stage.name());
        for (String need : stage.needs()) {
            Stage needed = stages.get(need);
            if (needed == null) {
                unknown(stage, need);
            } else {
                visit(needed);
            }
        }
        path.removeLast();
        if (!ordered.contains(stage)) {
            ordered.add(stage);
        }
    }

    private void unknown(Stage stage, String need) {
        String hint = Suggestions.didYouMean(need, stages.keySet());
        diagnostics.add(
                Diagnostic.error(
                                PipelineCode.UNKNOWN_STAGE,
                                stage.place(),
                                "stage `"
                                        + stage.name()
                                        + "` needs `"
                                        + need
                                        + "`, which is not a stage")
                        .withHint(
                                hint == null
                                        ? "stages are " + String.join(", ", stages.keySet())
                                        : hint));
    }

    private void cycle(Stage stage, List<String> circle) {
        StringBuilder text = new StringBuilder();
        for (String name : circle) {
            text.append(name).append(" → ");
        }
        text.append(circle.getFirst());
        diagnostics.add(
                Diagnostic.error(
                                PipelineCode.STAGE_CYCLE,
                                stage.place(),
                                "stages need each other in a circle: " + text)
                        .withHint("take one of these out of a `needs:`"));
    }

    /// Whether a stage can have what its kind works on.
    private void checkKind(Stage stage) {
        Set<Stage> before = allBefore(stage);
        switch (stage.kind()) {
            case BUILD, RENDER, CHECK -> {
                for (Stage other : before) {
                    if (other.kind().touches()) {
                        wrong(
                                stage,
                                "stands behind `"
                                        + other.name()
                                        + "`, but everything is built, rendered and "
                                        + "checked before anything is touched",
                                "move it before `" + other.name() + "`");
                        return;
                    }
                }
                if (stage.kind() != StageKind.BUILD) {
                    needsAll(stage, before, StageKind.BUILD, "the digests of images");
                }
                if (stage.kind() == StageKind.CHECK) {
                    needsAll(stage, before, StageKind.RENDER, "what is rendered");
                }
            }
            case DEPLOY, MIGRATE ->
                    needsAll(stage, before, StageKind.CHECK, "the verdict of the policies");
            case AFTER, WAIT -> {
                boolean found = false;
                for (Stage other : before) {
                    found |= other.kind() == StageKind.DEPLOY;
                }
                if (!found) {
                    wrong(
                            stage,
                            "does not come after a stage of kind `deploy`",
                            "name one in its `needs:`");
                }
            }
            case TEST, RUN -> {}
        }
    }

    private void needsAll(Stage stage, Set<Stage> before, StageKind kind, String what) {
        for (Stage other : stages.values()) {
            if (other.kind() == kind && !before.contains(other)) {
                wrong(
                        stage,
                        "does not wait for `" + other.name() + "`, which gives " + what,
                        "add it to `needs:`");
            }
        }
    }

    private void wrong(Stage stage, String what, String hint) {
        diagnostics.add(
                Diagnostic.error(
                                PipelineCode.STAGE_ORDER,
                                stage.place(),
                                "stage `" + stage.name() + "` " + what)
                        .withHint(hint));
    }

    private Set<Stage> allBefore(Stage stage) {
        Set<Stage> found = new LinkedHashSet<>();
        collect(stage, found);
        return found;
    }

    private void collect(Stage stage, Set<Stage> found) {
        for (String need : stage.needs()) {
            Stage needed = stages.get(need);
            if (needed != null && found.add(needed)) {
                collect(needed, found);
            }
        }
    }
}
