package dev.brayer.cli;

import dev.brayer.pipeline.PlanRun;
import dev.brayer.text.Outcome;
import java.util.List;

/// `brayer plan`.
final class PlanCommand implements Command {
    private static final Option IMAGES =
            Option.of(
                    List.of("--images"),
                    "TAG",
                    Option.Suggests.NOTHING,
                    "Builds nothing and takes the images that carry this deployment tag");

    @Override
    public Declaration declaration() {
        return new Declaration(
                "plan",
                "Does everything of a run up to the first touch, and writes the plan",
                """
                Runs the tests, builds the images, renders and judges the formations, and says what a run would change.
                The plan stands in .brayer/plan.json. No tag is published, no snapshot recorded, nothing deployed.\
                """,
                Parameter.PROJECT,
                List.of(
                        Options.FOLDER,
                        Options.FORMATION,
                        Options.SET,
                        Options.POLICY,
                        Options.PARAM,
                        Options.KUBERNETES_VERSION,
                        IMAGES,
                        RunSupport.YES,
                        Options.FORMAT_OF_RUN,
                        Options.HELP),
                List.of(
                        new Declaration.Example("brayer plan", "what would a run change?"),
                        new Declaration.Example(
                                "brayer plan --formation production", "and in production only?")));
    }

    @Override
    public Outcome run(Arguments arguments, Surroundings surroundings) {
        ProjectFiles project = ProjectFiles.ofRun(arguments, surroundings);
        return new RunSupport(arguments, surroundings)
                .execute(arguments.value(IMAGES), request -> PlanRun.plan(project.open(), request));
    }
}
