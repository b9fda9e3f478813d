package dev.brayer.bench;

import dev.brayer.bench.corpus.Corpus;
import dev.brayer.bench.corpus.Manifest;
import dev.brayer.document.Document;
import dev.brayer.document.DocumentReader;
import dev.brayer.policy.CheckedPolicies;
import dev.brayer.policy.Judge;
import dev.brayer.policy.JudgeOptions;
import dev.brayer.policy.Judging;
import dev.brayer.policy.Verdict;
import dev.brayer.text.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Reading and judging the manifests of a cluster, each alone: for looking into one of them, with
/// JMH's profilers. [PairedBenchmark] compares them.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx2g", "-XX:+UseSerialGC"})
public class ManifestBenchmark {
    @Param("10000")
    public int manifests;

    private List<Source> sources = List.of();
    private List<Document> documents = List.of();
    private CheckedPolicies rules = Policies.check(Policies.rules());
    private CheckedPolicies neighbours = Policies.check(Policies.neighbours());

    @Setup
    public void read() {
        sources = new ArrayList<>();
        documents = new ArrayList<>();
        for (Manifest manifest : Corpus.of(manifests)) {
            Source source = Source.of(manifest.file(), manifest.text());
            sources.add(source);
            documents.addAll(DocumentReader.read(source).documents());
        }
    }

    /// From texts to trees.
    @Benchmark
    public int parse() {
        int found = 0;
        for (Source source : sources) {
            found += DocumentReader.read(source).documents().size();
        }
        return found;
    }

    /// Fifty rules on trees that are there.
    @Benchmark
    public Verdict judge() {
        return Judge.judge(rules, documents, JudgeOptions.standard());
    }

    /// Seven rules that look at other objects.
    @Benchmark
    public Verdict judgeNeighbours() {
        return Judge.judge(neighbours, documents, JudgeOptions.standard());
    }

    /// From texts to a verdict, as `brayer check` does it.
    @Benchmark
    public Verdict checkWithOneThread() {
        return check(1);
    }

    @Benchmark
    public Verdict checkWithTwoThreads() {
        return check(2);
    }

    private Verdict check(int threads) {
        Judging judging = Judge.start(rules, JudgeOptions.standard().withThreads(threads));
        for (Source source : sources) {
            judging.add(() -> DocumentReader.read(source));
        }
        return judging.finish();
    }
}
