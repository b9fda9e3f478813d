package dev.brayer.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertIterableEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brayer.bench.corpus.Corpus;
import dev.brayer.bench.corpus.Manifest;
import dev.brayer.document.Document;
import dev.brayer.document.DocumentReader;
import dev.brayer.document.ReadResult;
import dev.brayer.policy.CheckedPolicies;
import dev.brayer.policy.Judge;
import dev.brayer.policy.JudgeOptions;
import dev.brayer.policy.Judging;
import dev.brayer.policy.Verdict;
import dev.brayer.text.Source;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/// What is measured works: each benchmark runs once, on few manifests.
class BenchmarksTest {
    private static final Path ROOT = Path.of(System.getProperty("brayer.root", "../.."));

    @Test
    void runOnce() throws RunnerException {
        Collection<RunResult> results =
                new Runner(
                                new OptionsBuilder()
                                        .include("dev\\.brayer\\.bench\\..*Benchmark")
                                        .param("manifests", "60")
                                        .param(
                                                "project",
                                                ROOT.resolve("interpreter/bench/startup/project")
                                                        .toString())
                                        .mode(Mode.SingleShotTime)
                                        .warmupIterations(0)
                                        .measurementIterations(1)
                                        .forks(0)
                                        .shouldFailOnError(true)
                                        .verbosity(VerboseMode.SILENT)
                                        .build())
                        .run();
        assertEquals(10, results.size());
    }

    @Test
    void theCorpusIsReadWithoutAComplaint() {
        List<Manifest> manifests = Corpus.of(500);
        assertEquals(manifests, Corpus.of(500));
        assertEquals(manifests.subList(0, 100), Corpus.of(100));
        for (Manifest manifest : manifests) {
            ReadResult read = DocumentReader.read(Source.of(manifest.file(), manifest.text()));
            assertEquals(List.of(), read.diagnostics(), manifest.file());
            assertEquals(1, read.documents().size(), manifest.file());
        }
    }

    /// A rule that finds nothing, or fails for everything, would measure something else.
    @Test
    void everyRuleJudgesAndMostHold() {
        CheckedPolicies rules = Policies.check(Policies.rules());
        assertEquals(50, rules.rules().size());
        Verdict verdict = judge(rules);
        assertEquals(List.of(), verdict.summary().unmatched());
        assertTrue(verdict.findings().size() > 100);
        assertTrue(verdict.summary().passed() > 20 * verdict.findings().size());
        Verdict neighbours = judge(Policies.check(Policies.neighbours()));
        assertEquals(List.of(), neighbours.summary().unmatched());
    }

    /// Threads share the work, and nobody can tell from the verdict. One manifest in ten is broken,
    /// so that diagnostics have an order, too.
    @Test
    void theVerdictDoesNotDependOnTheThreads() {
        List<Source> manifests = new ArrayList<>();
        for (Manifest manifest : Corpus.of(3_000)) {
            String text = manifests.size() % 10 == 9 ? manifest.text() + "- {" : manifest.text();
            manifests.add(Source.of(manifest.file(), text));
        }
        for (List<Source> sources : List.of(Policies.rules(), Policies.neighbours())) {
            CheckedPolicies policies = Policies.check(sources);
            Verdict alone = stream(policies, manifests, 1);
            assertTrue(alone.findings().size() > 100);
            assertTrue(alone.diagnostics().size() >= 300);
            for (int threads : new int[] {2, 5}) {
                Verdict together = stream(policies, manifests, threads);
                assertIterableEquals(alone.findings(), together.findings());
                assertIterableEquals(alone.diagnostics(), together.diagnostics());
                assertEquals(alone.summary(), together.summary());
            }
        }
    }

    private static Verdict stream(CheckedPolicies policies, List<Source> manifests, int threads) {
        Judging judging = Judge.start(policies, JudgeOptions.standard().withThreads(threads));
        for (Source source : manifests) {
            judging.add(() -> DocumentReader.read(source));
        }
        return judging.finish();
    }

    private static Verdict judge(CheckedPolicies policies) {
        List<Document> documents = new ArrayList<>();
        for (Manifest manifest : Corpus.of(1_000)) {
            documents.addAll(
                    DocumentReader.read(Source.of(manifest.file(), manifest.text())).documents());
        }
        return Judge.judge(policies, documents, JudgeOptions.standard());
    }
}
