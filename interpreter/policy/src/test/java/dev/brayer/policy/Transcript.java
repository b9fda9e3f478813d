package dev.brayer.policy;

import dev.brayer.document.Document;
import dev.brayer.document.DocumentReader;
import dev.brayer.document.ReadOptions;
import dev.brayer.document.ReadResult;
import dev.brayer.policy.custom.CustomKinds;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Place;
import dev.brayer.text.Severity;
import dev.brayer.text.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What loading and judging give, as text: one line for each diagnostic, finding and remark.
final class Transcript {
    private final StringBuilder text = new StringBuilder();

    /// Whether what only `lint` shows is part of it.
    private final boolean hints;

    private Transcript(boolean hints) {
        this.hints = hints;
    }

    /// The transcript of a folder with `policy.cop` (or several `.cop` files), `input.yml`, and
    /// perhaps `before.yml`, `parameters.txt` and `kubernetes.txt` with a version. Definitions in
    /// `input.yml` define kinds.
    static String of(Path folder) {
        Transcript transcript =
                new Transcript(String.valueOf(folder.getFileName()).startsWith("hint-"));
        List<Source> policies = new ArrayList<>();
        for (Path file : files(folder)) {
            String name = String.valueOf(file.getFileName());
            if (name.endsWith(".cop") && !name.startsWith("lib")) {
                policies.add(Source.of(name, read(file)));
            }
        }
        List<Document> documents = documents(folder.resolve("input.yml"));
        LoadOptions options =
                LoadOptions.none()
                        .withImports(path -> {
                            Path file = folder.resolve(path);
                            return Files.isRegularFile(file) ? Source.of(path, read(file)) : null;
                        })
                        .withParameters(parameters(folder.resolve("parameters.txt")))
                        .withKinds(transcript.kinds(folder.resolve("kubernetes.txt"), documents));
        transcript.load(
                PolicyLoader.load(policies, options),
                documents,
                Files.exists(folder.resolve("before.yml"))
                        ? documents(folder.resolve("before.yml"))
                        : null);
        return transcript.text.toString();
    }

    /// The transcript of texts instead of files.
    static String of(String policy, String input) {
        Transcript transcript = new Transcript(false);
        transcript.load(
                PolicyLoader.load(List.of(Source.of("policy.cop", policy))),
                documents("input.yml", input),
                null);
        return transcript.text.toString();
    }

    private void load(
            LoadedPolicies loaded, List<Document> documents, @Nullable List<Document> before) {
        List<Diagnostic> said = new ArrayList<>(loaded.diagnostics());
        if (hints) {
            said.addAll(loaded.hints());
        }
        say(said);
        Optional<CheckedPolicies> policies = loaded.policies();
        if (policies.isPresent()) {
            JudgeOptions options =
                    JudgeOptions.standard()
                            .withBefore(before)
                            .withConsole(
                                    (place, value) -> line("console: " + place + ": " + value));
            verdict(Judge.judge(policies.get(), documents, options));
        }
    }

    private void say(List<Diagnostic> said) {
        for (Diagnostic diagnostic : said) {
            line(diagnostic.toString());
            if (diagnostic.hint() != null) {
                line("    hint: " + diagnostic.hint());
            }
            for (Diagnostic.Related related : diagnostic.related()) {
                line("    " + related.place() + ": " + related.message());
            }
        }
    }

    private void verdict(Verdict verdict) {
        say(verdict.diagnostics());
        for (Finding finding : verdict.findings()) {
            String side = finding.side() == Finding.Side.BEFORE ? " (before)" : "";
            String role = finding.role() == null ? "" : "(" + finding.role() + ")";
            line(
                    finding.rule()
                            + " "
                            + finding.action().word()
                            + role
                            + " "
                            + finding.code().word()
                            + " "
                            + range(finding.place())
                            + side
                            + " "
                            + finding.path());
            line("    " + finding.message());
            for (Finding.Related related : finding.related()) {
                line("    related: " + range(related.place()) + " " + related.path());
            }
        }
        Summary summary = verdict.summary();
        for (Summary.Unmatched unmatched : summary.unmatched()) {
            line("unmatched: " + unmatched.rule() + ": " + unmatched.reason().word());
        }
        for (Summary.Undecided undecided : summary.undecided()) {
            line(
                    "undecided: "
                            + undecided.rule()
                            + " "
                            + undecided.path()
                            + " "
                            + undecided.word());
        }
        line(
                "passed "
                        + summary.passed()
                        + ", failed "
                        + summary.failed()
                        + ", warned "
                        + summary.warned()
                        + ", sign-offs "
                        + summary.signoffs());
    }

    private static String range(Place place) {
        return place + "-" + place.end().line() + ":" + place.end().column();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    static List<Document> documents(Path file) {
        return Files.exists(file)
                ? documents(String.valueOf(file.getFileName()), read(file))
                : List.of();
    }

    static List<Document> documents(String name, String text) {
        ReadResult result = DocumentReader.read(Source.of(name, text), ReadOptions.MANIFESTS);
        if (result.hasErrors()) {
            throw new IllegalArgumentException(result.diagnostics().toString());
        }
        return result.documents();
    }

    private KnownKinds kinds(Path version, List<Document> documents) {
        Diagnostics diagnostics = new Diagnostics();
        KnownKinds kinds = KnownKinds.standard();
        if (Files.exists(version)) {
            Source source = Source.of("kubernetes.txt", read(version).strip());
            kinds =
                    kinds.withKubernetes(
                            KubernetesVersion.bundled(
                                    source.text(), source.wholeFile(), diagnostics));
        }
        kinds = CustomKinds.add(kinds, documents, Severity.WARNING, diagnostics);
        say(diagnostics.toList());
        return kinds;
    }

    /// `NAME=VALUE` in each line.
    private static Map<String, LoadOptions.Argument> parameters(Path file) {
        Map<String, LoadOptions.Argument> parameters = new LinkedHashMap<>();
        if (Files.exists(file)) {
            for (String line : read(file).split("\n", -1)) {
                int equals = line.indexOf('=');
                if (equals > 0) {
                    String value = line.substring(equals + 1);
                    Source given = Source.of("command line", "--param " + line);
                    parameters.put(
                            line.substring(0, equals), new LoadOptions.Argument(value, given));
                }
            }
        }
        return parameters;
    }

    private static List<Path> files(Path folder) {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
