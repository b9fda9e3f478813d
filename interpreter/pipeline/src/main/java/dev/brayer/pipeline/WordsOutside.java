package dev.brayer.pipeline;

import dev.brayer.pipeline.git.GitFolder;
import dev.brayer.pipeline.git.Head;
import dev.brayer.pipeline.model.ImageDeclaration;
import dev.brayer.pipeline.model.Pipeline;
import dev.brayer.stencil.Answer;
import dev.brayer.stencil.GitFact;
import dev.brayer.stencil.Outside;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Answers what stencils ask of the world: for a run with what it knows, else with what can be
/// known without one.
final class WordsOutside implements Outside {
    /// Stands in for the deployment tag and the snapshot while nothing is deployed.
    static final String NOT_DEPLOYED = "not-deployed";

    private final Project project;
    private final Map<String, String> environment;
    private final ImageAnswers images;
    private final @Nullable String tag;
    private @Nullable Head head;
    private boolean headIsKnown;

    /// Tells how an image is named in manifests.
    interface ImageAnswers {
        Answer of(ImageDeclaration image);
    }

    /// @param tag the deployment tag of a run, `null` without one
    WordsOutside(
            Project project,
            Map<String, String> environment,
            ImageAnswers images,
            @Nullable String tag) {
        this.project = project;
        this.environment = environment;
        this.images = images;
        this.tag = tag;
    }

    @Override
    public Answer variable(String name) {
        String value = environment.get(name);
        return value == null
                ? new Answer.Missing("the environment has no variable `" + name + "`")
                : new Answer.Known(value);
    }

    @Override
    public Answer image(String name) {
        ImageDeclaration image = project.pipeline().image(name);
        return image == null
                ? new Answer.Missing("pipeline.yml has no image `" + name + "`")
                : images.of(image);
    }

    @Override
    public List<String> imageNames() {
        List<String> names = new ArrayList<>();
        for (ImageDeclaration image : project.pipeline().images()) {
            names.add(image.name());
        }
        return names;
    }

    @Override
    public Answer git(GitFact fact) {
        Head known = head();
        if (known == null) {
            return new Answer.Missing("the project is not in a git work tree with a commit");
        }
        return switch (fact) {
            case COMMIT -> new Answer.Known(known.commit());
            case SHORT -> new Answer.Known(known.shortCommit());
            case BRANCH -> {
                String branch = known.branch();
                yield branch == null
                        ? new Answer.Missing("no branch is checked out")
                        : new Answer.Known(branch);
            }
        };
    }

    private @Nullable Head head() {
        if (!headIsKnown) {
            // No lambdas here: this is on the way of every check, where linking one costs
            // milliseconds.
            GitFolder git = project.git().orElse(null);
            head = git == null ? null : git.head().orElse(null);
            headIsKnown = true;
        }
        return head;
    }

    @Override
    public Answer registry() {
        String registry = project.pipeline().registry().text();
        return new Answer.Known(
                registry.startsWith(Pipeline.FOLDER)
                        ? "localhost/" + project.pipeline().application()
                        : registry);
    }

    @Override
    public Answer deployTag() {
        return tag == null ? new Answer.StandIn(NOT_DEPLOYED) : new Answer.Known(tag);
    }

    @Override
    public Answer snapshot() {
        return deployTag();
    }
}
