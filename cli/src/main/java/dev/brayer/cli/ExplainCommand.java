package dev.brayer.cli;

import dev.brayer.text.Diagnostic;
import dev.brayer.text.DiagnosticCode;
import dev.brayer.text.Outcome;
import dev.brayer.text.Suggestions;
import java.util.ArrayList;
import java.util.List;

/// `brayer explain CODE`: what an error means, and what to do.
final class ExplainCommand implements Command {
    @Override
    public Declaration declaration() {
        return new Declaration(
                "explain",
                "Says what an error code means and what to do about it",
                """
                Every error and warning of brayer ends with its code in brackets, such as [stencil-undefined-word].
                Without a code, all of them are listed.\
                """,
                new Parameter(
                        "CODE",
                        0,
                        1,
                        Option.Suggests.NOTHING,
                        "A code as it stands at the end of a message"),
                List.of(Options.HELP),
                List.of(
                        new Declaration.Example(
                                "brayer explain option-unknown", "what this one means"),
                        new Declaration.Example("brayer explain", "all codes there are")));
    }

    @Override
    public Outcome run(Arguments arguments, Surroundings surroundings) {
        List<DiagnosticCode> codes = Codes.all();
        Paint paint = surroundings.outPaint();
        StringBuilder text = new StringBuilder();
        if (arguments.positionals().isEmpty()) {
            for (DiagnosticCode code : codes) {
                text.append(code.id()).append('\n');
            }
            surroundings.print(text.toString());
            return Outcome.SUCCESS;
        }
        String asked = arguments.positionals().getFirst();
        String id =
                asked.startsWith("[") && asked.endsWith("]")
                        ? asked.substring(1, asked.length() - 1)
                        : asked;
        List<String> ids = new ArrayList<>();
        for (DiagnosticCode code : codes) {
            if (code.id().equals(id)) {
                text.append(paint.bold(code.id()))
                        .append("\n\n")
                        .append(code.explanation())
                        .append("\n\nAs an error it ends a command with exit code ")
                        .append(code.outcome().exitCode())
                        .append(": ")
                        .append(code.outcome().meaning())
                        .append(".\n");
                surroundings.print(text.toString());
                return Outcome.SUCCESS;
            }
            ids.add(code.id());
        }
        String near = Suggestions.didYouMean(id, ids);
        Diagnostic unknown =
                Diagnostic.error(
                                CommandLineCode.UNKNOWN_CODE, null, "there is no code `" + id + "`")
                        .withHint(near == null ? "`brayer explain` lists all codes" : near);
        return new Reporter(List.of(), surroundings).report(Report.ofDiagnostics(List.of(unknown)));
    }
}
