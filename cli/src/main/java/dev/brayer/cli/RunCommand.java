package dev.brayer.cli;

import dev.brayer.pipeline.ExecuteRun;
import dev.brayer.text.Outcome;
import java.util.List;

/// `brayer run`.
final class RunCommand implements Command {
    @Override
    public Declaration declaration() {
        return new Declaration(
                "run",
                "Builds, renders, checks and deploys what pipeline.yml says",
                """
                First everything up to the first touch: tests, images, rendered and judged formations, and a plan of
                what will change. Only when all of that is well is anything touched, and then exactly that plan is
                applied: tags are published, a snapshot is recorded, each formation is deployed, one after the other.

                Ctrl-C stops in order: no destination is left half-written, no lock blocks the next run.
                With --format events, each event is a JSON object on a line of its own, as it happens.\
                """,
                Parameter.PROJECT,
                List.of(
                        Options.FOLDER,
                        Options.FORMATION,
                        Options.SET,
                        Options.POLICY,
                        Options.PARAM,
                        Options.KUBERNETES_VERSION,
                        RunSupport.YES,
                        Options.FORMAT_OF_RUN,
                        Options.HELP),
                List.of(
                        new Declaration.Example("brayer run", "the project of the working folder"),
                        new Declaration.Example(
                                "brayer run --formation staging", "one formation only"),
                        new Declaration.Example(
                                "brayer run --format json=run.json --format events=events.ndjson",
                                "a report and every event for machines")));
    }

    @Override
    public Outcome run(Arguments arguments, Surroundings surroundings) {
        ProjectFiles project = ProjectFiles.ofRun(arguments, surroundings);
        return new RunSupport(arguments, surroundings)
                .execute(null, request -> ExecuteRun.run(project.open(), request));
    }
}
