package dev.brayer.cli;

import dev.brayer.cli.Option.Suggests;
import dev.brayer.grammar.policy.PolicyParser;
import dev.brayer.policy.docs.LibraryPage;
import dev.brayer.policy.docs.ReferencePage;
import dev.brayer.policy.standard.StandardLibrary;
import dev.brayer.policy.testing.TestSuite;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Outcome;
import dev.brayer.text.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// `brayer docs`.
final class DocsCommand implements Command {
    private static final Option OUTPUT =
            Option.of(
                    List.of("-o", "--output"),
                    "FILE",
                    Suggests.FILES,
                    "Writes the page to this file instead of standard output");

    private static final Option CHECK =
            Option.flag(
                    List.of("--check"),
                    "Writes nothing, and ends with 1 if the file of `-o` is not what would be written");

    @Override
    public Declaration declaration() {
        return new Declaration(
                "docs",
                "Makes a reference page of policies",
                """
                The page, in Markdown, has for each rule what it judges and does, the comment above it, its text, and an input
                that passes and one that does not, taken from its tests. Equal policies give equal pages. `brayer docs std`
                lists what the standard library has, and its sets and policies have pages too.\
                """,
                new Parameter(
                        "PATH",
                        1,
                        1,
                        Suggests.FILES,
                        "A policy, a folder of policies, `std`, or a name in it"),
                List.of(OUTPUT, CHECK, Options.HELP),
                List.of(
                        new Declaration.Example(
                                "brayer docs policies/ -o policies/README.md", "write the page"),
                        new Declaration.Example(
                                "brayer docs std/recommended/pinned-image",
                                "what a policy of the standard library wants, and why"),
                        new Declaration.Example(
                                "brayer docs policies/ -o policies/README.md --check",
                                "in CI: is the page current?")));
    }

    @Override
    public Outcome run(Arguments arguments, Surroundings surroundings) {
        Diagnostics diagnostics = new Diagnostics();
        String path = arguments.positionals().getFirst();
        String output = arguments.value(OUTPUT);
        boolean checked = arguments.has(CHECK);
        if (checked && output == null) {
            diagnostics.add(
                    Diagnostic.error(
                                    CommandLineCode.WRONG_VALUE,
                                    null,
                                    "`--check` needs the file to check")
                            .withHint("name it with `-o FILE`"));
        }
        Reporter reporter = new Reporter(List.of(), surroundings);
        String page = page(path, surroundings, diagnostics);
        if (!diagnostics.hasErrors() && checked && output != null) {
            check(page, output, path, surroundings, diagnostics);
        }
        if (diagnostics.hasErrors() || checked) {
            return reporter.report(Report.ofDiagnostics(diagnostics.toList()));
        }
        return reporter.deliver(page, new ReportFormat(ReportFormat.Kind.TEXT, output));
    }

    /// The page of a file or folder, titled by its name; with errors among the diagnostics it is
    /// worth nothing.
    static String page(String path, Surroundings surroundings, Diagnostics diagnostics) {
        if (path.equals(StandardLibrary.ROOT)) {
            return LibraryPage.of();
        }
        List<Source> policies =
                PolicyPaths.read(List.of(path), ManifestFiles.POLICIES, surroundings, diagnostics);
        for (Source policy : policies) {
            diagnostics.addAll(PolicyParser.parse(policy).diagnostics());
        }
        List<TestSuite> suites = new PolicySuites(surroundings, diagnostics).of(policies);
        return ReferencePage.of(
                title(path, surroundings),
                suites,
                Requests.loading(new Arguments(), surroundings, diagnostics).imports());
    }

    private static String title(String path, Surroundings surroundings) {
        if (StandardLibrary.isName(path)) {
            return path;
        }
        Path file = surroundings.workingFolder().resolve(path).normalize().getFileName();
        String name = file == null ? "policies" : file.toString();
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private static void check(
            String page,
            String output,
            String path,
            Surroundings surroundings,
            Diagnostics diagnostics) {
        String found;
        try {
            found = Files.readString(surroundings.workingFolder().resolve(output));
        } catch (IOException notThere) {
            found = "";
        }
        if (!found.equals(page)) {
            diagnostics.add(
                    Diagnostic.error(
                                    CommandLineCode.STALE_PAGE,
                                    null,
                                    output + " is not what the policies say")
                            .withHint(
                                    "`brayer docs " + path + " -o " + output + "` makes it anew"));
        }
    }
}
