package dev.brayer.cli;

import dev.brayer.pipeline.CheckProject;
import dev.brayer.pipeline.CheckedFormation;
import dev.brayer.pipeline.CheckedProject;
import dev.brayer.stencil.RenderedFile;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Outcome;
import dev.brayer.text.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// `brayer render`.
final class RenderCommand implements Command {
    private static final List<ReportFormat.Kind> FORMATS =
            List.of(ReportFormat.Kind.TEXT, ReportFormat.Kind.JSON);

    private static final Option EXPLAIN =
            Option.flag(
                    List.of("--explain"),
                    "Lists each word with its value, its type and where it comes from");

    @Override
    public Declaration declaration() {
        return new Declaration(
                "render",
                "Fills the stencils of formations and prints the manifests",
                """
                Prints the manifests of one formation, or of all, as they would be deployed. Nothing is built: images
                are named as they were published last. Nothing is decrypted: a secret is shown by its name between stars.

                With --explain, the words are listed instead of the manifests. With -o, each formation's files are
                written into a folder of its name below FOLDER; files there that are not part of it stay.\
                """,
                Parameter.FORMATIONS,
                List.of(
                        Options.FOLDER,
                        Options.SET,
                        Options.OUTPUT,
                        EXPLAIN,
                        Options.FORMAT,
                        Options.HELP),
                List.of(
                        new Declaration.Example(
                                "brayer render production", "the manifests of one formation"),
                        new Declaration.Example(
                                "brayer render production --explain",
                                "where each word's value comes from"),
                        new Declaration.Example(
                                "brayer render --set replicas=5 staging | less",
                                "what a value would do"),
                        new Declaration.Example(
                                "brayer render -o out", "out/production/web.yml and all others")));
    }

    @Override
    public Outcome run(Arguments arguments, Surroundings surroundings) {
        Diagnostics diagnostics = new Diagnostics();
        List<ReportFormat> formats = ReportFormats.of(arguments, FORMATS, diagnostics);
        Reporter reporter = new Reporter(formats, surroundings);
        if (diagnostics.hasErrors()) {
            return reporter.report(Report.ofDiagnostics(diagnostics.toList()));
        }
        CheckedProject rendered =
                CheckProject.render(
                        ProjectFiles.of(arguments, surroundings).open(),
                        Requests.check(arguments, surroundings, diagnostics)
                                .forFormations(arguments.positionals()));
        diagnostics.addAll(rendered.diagnostics());
        List<CheckedFormation> formations = rendered.formations();
        boolean explain = arguments.has(EXPLAIN);
        String output = arguments.value(Options.OUTPUT);
        if (output != null && !explain && !diagnostics.hasErrors()) {
            write(formations, surroundings.workingFolder().resolve(output), output, diagnostics);
        }
        boolean textWanted = formats.isEmpty() || formats.contains(ReportFormat.TEXT);
        if (textWanted && explain) {
            surroundings.print(RenderedText.words(formations, surroundings.outPaint()));
        } else if (textWanted && output == null && !diagnostics.hasErrors()) {
            surroundings.print(RenderedText.manifests(formations));
        }
        Report report = Report.ofDiagnostics(diagnostics.toList());
        return reporter.report(
                report, (json, names) -> RenderedJson.write(formations, explain, json, names));
    }

    private static void write(
            List<CheckedFormation> formations, Path folder, String shown, Diagnostics diagnostics) {
        for (CheckedFormation formation : formations) {
            String name = formation.formation().name().text();
            for (RenderedFile file : formation.rendered().files()) {
                try {
                    Path target = folder.resolve(name).resolve(file.name());
                    Path parent = target.getParent();
                    if (parent != null) {
                        Files.createDirectories(parent);
                    }
                    Files.writeString(target, file.source().text());
                } catch (IOException problem) {
                    String path = shown + "/" + name + "/" + file.name();
                    diagnostics.add(
                            Diagnostic.error(
                                    CommandLineCode.UNWRITABLE_REPORT,
                                    Source.unread(path).wholeFile(),
                                    path + " cannot be written"));
                    return;
                }
            }
        }
    }
}
