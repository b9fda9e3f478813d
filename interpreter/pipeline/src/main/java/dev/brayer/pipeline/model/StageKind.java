package dev.brayer.pipeline.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a stage does.
public enum StageKind {
    /// Runs a command that proves the sources good.
    TEST("test", false, false),
    /// Builds and fetches the images, by digest and without a tag.
    BUILD("build", false, false),
    /// Fills the stencils of each formation.
    RENDER("render", true, false),
    /// Judges what was rendered.
    CHECK("check", true, false),
    /// Runs a job in the destination before the rollout.
    MIGRATE("migrate", true, true),
    /// Brings what was rendered to its destination.
    DEPLOY("deploy", true, true),
    /// Waits until the destination says that it is ready.
    WAIT("wait", true, true),
    /// Runs a command for each formation once it is deployed.
    AFTER("after", true, true),
    /// Runs any command.
    RUN("run", false, false);

    private final String word;
    private final boolean perFormation;
    private final boolean touches;

    StageKind(String word, boolean perFormation, boolean touches) {
        this.word = word;
        this.perFormation = perFormation;
        this.touches = touches;
    }

    /// The kind as it is written in `pipeline.yml`.
    public String word() {
        return word;
    }

    /// Whether the stage works on one formation after the other.
    public boolean perFormation() {
        return perFormation;
    }

    /// Whether the stage changes something outside `.brayer/`, so that it stands behind the plan.
    public boolean touches() {
        return touches;
    }

    /// Whether the stage's work is a command that the pipeline file gives.
    public boolean isCommand() {
        return this == TEST || this == AFTER || this == RUN;
    }

    static @Nullable StageKind of(String word) {
        for (StageKind kind : values()) {
            if (kind.word.equals(word)) {
                return kind;
            }
        }
        return null;
    }

    static List<String> words() {
        List<String> words = new ArrayList<>();
        for (StageKind kind : values()) {
            words.add(kind.word);
        }
        return words;
    }
}
