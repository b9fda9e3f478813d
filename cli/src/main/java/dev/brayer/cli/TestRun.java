package dev.brayer.cli;

import dev.brayer.pipeline.OpenedProject;
import dev.brayer.pipeline.Project;
import dev.brayer.pipeline.ProjectPolicies;
import dev.brayer.policy.KnownKinds;
import dev.brayer.policy.LoadOptions;
import dev.brayer.policy.coverage.Coverage;
import dev.brayer.policy.coverage.FileCoverage;
import dev.brayer.policy.testing.PolicyTester;
import dev.brayer.policy.testing.SuiteResult;
import dev.brayer.policy.testing.TestCode;
import dev.brayer.policy.testing.TestSuite;
import dev.brayer.stencil.Formation;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Place;
import dev.brayer.text.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One run of all tests that a command line asks for.
final class TestRun {
    private final Arguments arguments;
    private final Surroundings surroundings;
    private final @Nullable String filter;

    /// The least coverage in percent, or `null`.
    private final @Nullable Integer least;

    private final boolean covered;

    /// Files and folders that were read, by their names: what a watcher looks at.
    private final Set<String> read = new LinkedHashSet<>();

    TestRun(Arguments arguments, Surroundings surroundings, @Nullable Integer least) {
        this.arguments = arguments;
        this.surroundings = surroundings;
        this.filter = arguments.value(TestCommand.FILTER);
        this.least = least;
        this.covered = least != null || arguments.has(TestCommand.COVERAGE);
    }

    /// The names of the files and folders that the last run read.
    Set<String> read() {
        return read;
    }

    TestReport run() {
        read.clear();
        Diagnostics diagnostics = new Diagnostics();
        LoadOptions loading = Requests.loading(arguments, surroundings, diagnostics);
        LoadOptions.Imports files = loading.imports();
        loading =
                loading.withImports(path -> {
                    read.add(path);
                    return files.read(path);
                });
        ProjectPolicies project = project(loading.kinds());
        List<Source> policies;
        if (arguments.positionals().isEmpty() && project != null) {
            diagnostics.addAll(project.diagnostics());
            policies = PolicySources.own(project.sources());
        } else {
            policies = named(diagnostics);
        }
        if (project != null && !project.hasErrors()) {
            loading = loading.withKinds(project.kinds());
        }
        List<TestSuite> suites = new PolicySuites(surroundings, diagnostics).of(policies);
        Coverage coverage = covered ? new Coverage() : null;
        if (coverage != null) {
            policies.forEach(coverage::addFile);
        }
        PolicyTester tester =
                new PolicyTester(loading, Requests.judging(surroundings), filter, coverage);
        List<SuiteResult> results = new ArrayList<>();
        for (TestSuite suite : suites) {
            remember(suite);
            SuiteResult result = tester.run(suite);
            results.add(result);
            diagnostics.addAll(result.diagnostics());
        }
        diagnostics.addAll(tester.unknownParameters());
        if (!diagnostics.hasErrors()) {
            complainOfNothing(results, policies, diagnostics);
        }
        List<FileCoverage> measured = coverage == null ? null : coverage.files();
        boolean enough = measured == null || least == null || isEnough(measured, diagnostics);
        return new TestReport(
                results,
                once(diagnostics.toList()),
                untested(results),
                measured,
                arguments.has(TestCommand.COVERAGE) || !enough);
    }

    /// The project whose policies are tested, or around policies that are named: then only what it
    /// says of kinds matters, and only if it is whole. Null where there is none around.
    private @Nullable ProjectPolicies project(KnownKinds asked) {
        ProjectFiles files = ProjectFiles.of(arguments, surroundings);
        if (!arguments.positionals().isEmpty() && !files.exists()) {
            return null;
        }
        OpenedProject opened = files.open();
        remember(opened);
        return ProjectPolicies.of(opened, asked);
    }

    private List<Source> named(Diagnostics diagnostics) {
        read.addAll(arguments.positionals());
        Map<String, Source> once = new LinkedHashMap<>();
        for (Source source :
                PolicyPaths.read(
                        arguments.positionals(),
                        ManifestFiles.POLICIES,
                        surroundings,
                        diagnostics)) {
            once.putIfAbsent(source.name(), source);
        }
        return List.copyOf(once.values());
    }

    private void remember(OpenedProject opened) {
        Project project = opened.project().orElse(null);
        if (project == null) {
            String folder = arguments.value(Options.FOLDER);
            read.add((folder == null ? "" : folder + "/") + "pipeline.yml");
            return;
        }
        read.add(project.pipeline().source().name());
        for (Formation formation : project.formations()) {
            read.add(formation.name().place().source().name());
        }
    }

    private void remember(TestSuite suite) {
        switch (suite) {
            case TestSuite.OfFile(Source policy) -> read.add(policy.name());
            case TestSuite.OfFolder folder -> {
                for (Source policy : folder.policies()) {
                    read.add(policy.name());
                }
                read.add(folder.name() + "/good");
                read.add(folder.name() + "/bad");
            }
        }
    }

    private void complainOfNothing(
            List<SuiteResult> results, List<Source> policies, Diagnostics diagnostics) {
        for (SuiteResult result : results) {
            if (!result.cases().isEmpty()) {
                return;
            }
        }
        String message =
                filter != null
                        ? "no test has a name that holds `" + filter + "`"
                        : policies.isEmpty()
                                ? "the project has no policies of its own to test"
                                : "the policies have no tests";
        diagnostics.add(
                Diagnostic.error(TestCode.NO_TEST, null, message)
                        .withHint(
                                filter != null
                                        ? "the name of a test begins with that of its rule"
                                        : "`brayer new policy NAME` makes a policy with its tests"));
    }

    private boolean isEnough(List<FileCoverage> coverage, Diagnostics diagnostics) {
        int percent = TestReport.percent(coverage);
        boolean enough = least == null || percent >= least;
        if (!enough) {
            diagnostics.add(
                    Diagnostic.error(
                            TestCode.COVERAGE,
                            null,
                            "the tests exercise "
                                    + percent
                                    + "% of the policies, less than "
                                    + least
                                    + "%"));
        }
        return enough;
    }

    /// Policies are loaded more often than once, and say the same each time.
    private static List<Diagnostic> once(List<Diagnostic> all) {
        Set<String> known = new LinkedHashSet<>();
        List<Diagnostic> once = new ArrayList<>();
        for (Diagnostic diagnostic : all) {
            if (known.add(
                    diagnostic + "\n" + (diagnostic.place() == null ? "" : written(diagnostic)))) {
                once.add(diagnostic);
            }
        }
        return once;
    }

    private static String written(Diagnostic diagnostic) {
        Place place = diagnostic.place();
        return place == null ? "" : place.written().toString();
    }

    /// A rule is tested by its `test` block or by a manifest that expects a finding of it.
    private List<Place> untested(List<SuiteResult> results) {
        if (filter != null) {
            return List.of();
        }
        Map<String, Place> rules = new LinkedHashMap<>();
        for (SuiteResult result : results) {
            for (Place rule : result.rules()) {
                rules.putIfAbsent(rule.toString(), rule);
            }
        }
        for (SuiteResult result : results) {
            for (Place rule : result.tested()) {
                rules.remove(rule.toString());
            }
        }
        return List.copyOf(rules.values());
    }
}
