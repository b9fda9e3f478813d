package dev.brayer.cli;

import dev.brayer.policy.testing.CaseResult;
import dev.brayer.policy.testing.SuiteResult;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Outcome;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// Runs tests again and again, and tells what is new each time. Only a signal ends it.
final class TestWatch {
    private final TestRun run;
    private final Surroundings surroundings;
    private final Paint paint;

    /// What was wrong after the last run: the diagnostics, and the failures by suite and case.
    private Set<String> wrong = Set.of();

    private Map<String, String> failures = Map.of();

    TestWatch(TestRun run, Surroundings surroundings) {
        this.run = run;
        this.surroundings = surroundings;
        this.paint = surroundings.outPaint();
    }

    Outcome watch() {
        try (FileWatch files = new FileWatch(surroundings.workingFolder())) {
            boolean first = true;
            while (true) {
                TestReport report = run.run();
                files.look(run.read());
                tell(report, first);
                first = false;
                files.await();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return Outcome.SUCCESS;
        }
    }

    private void tell(TestReport report, boolean first) {
        Set<String> wrongNow = new LinkedHashSet<>();
        for (Diagnostic diagnostic : report.diagnostics()) {
            String shown = TextReport.of(diagnostic, surroundings.errPaint());
            wrongNow.add(shown);
            if (!wrong.contains(shown)) {
                surroundings.say(shown);
            }
        }
        Map<String, String> failuresNow = new LinkedHashMap<>();
        Set<String> passed = new LinkedHashSet<>();
        for (SuiteResult suite : report.suites()) {
            for (CaseResult one : suite.cases()) {
                String key = suite.name() + ": " + one.name();
                if (one.passed()) {
                    passed.add(key);
                } else if (!one.broken()) {
                    failuresNow.put(key, TestText.of(one, paint));
                }
            }
        }
        for (Map.Entry<String, String> entry : failuresNow.entrySet()) {
            if (!entry.getValue().equals(failures.get(entry.getKey()))) {
                surroundings.print(entry.getValue() + "\n");
            }
        }
        for (String key : failures.keySet()) {
            if (passed.contains(key)) {
                surroundings.print(key + paint.green(" passes now") + "\n");
            }
        }
        surroundings.print(TestText.summary(report, paint));
        if (first) {
            surroundings.say("watching for changes; Ctrl-C ends this\n");
        }
        wrong = wrongNow;
        failures = failuresNow;
    }
}
