package dev.brayer.cli;

import dev.brayer.pipeline.Rollback;
import dev.brayer.pipeline.RollbackRequest;
import dev.brayer.text.Outcome;
import java.util.List;

/// `brayer rollback`.
final class RollbackCommand implements Command {
    private static final Option TO =
            Option.of(
                    List.of("--to"),
                    "SNAPSHOT",
                    Option.Suggests.NOTHING,
                    "The snapshot to go back to, or the beginning of its name; left out, the last one before the current that succeeded");

    private static final Option EMERGENCY =
            Option.of(
                    List.of("--emergency"),
                    "REASON",
                    Option.Suggests.NOTHING,
                    "Goes back even if today's policies object; the reason is kept in the history");

    @Override
    public Declaration declaration() {
        return new Declaration(
                "rollback",
                "Applies an earlier snapshot of a formation again",
                """
                An earlier succeeded snapshot is applied as a new one, with its own manifests and images, judged by
                today's policies. `brayer history` lists the snapshots.\
                """,
                new Parameter("FORMATION", 1, 1, Option.Suggests.FORMATIONS, "Which formation"),
                List.of(
                        Options.FOLDER,
                        TO,
                        EMERGENCY,
                        Options.POLICY,
                        Options.PARAM,
                        RunSupport.YES,
                        Options.FORMAT_OF_RUN,
                        Options.HELP),
                List.of(
                        new Declaration.Example(
                                "brayer rollback production", "to the last good one before this"),
                        new Declaration.Example(
                                "brayer rollback production --to 20261123-0931",
                                "to a certain one")));
    }

    @Override
    public Outcome run(Arguments arguments, Surroundings surroundings) {
        ProjectFiles project = ProjectFiles.of(arguments, surroundings);
        RollbackRequest wanted =
                new RollbackRequest(
                        arguments.positionals().getFirst(),
                        arguments.value(TO),
                        arguments.value(EMERGENCY));
        return new RunSupport(arguments, surroundings)
                .execute(null, request -> Rollback.rollback(project.open(), wanted, request));
    }
}
