package dev.brayer.bench;

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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
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
import org.openjdk.jmh.infra.Blackhole;

/// Two ways or two halves of the same work in turn, in one process: what slows the machine down
/// falls on both, so that their ratio says something even if the times do not.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 5)
@Measurement(iterations = 9, time = 3)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx2g", "-XX:+UseSerialGC"})
public class PairedBenchmark {
    @Param("10000")
    public int manifests;

    private final CheckedPolicies rules = Policies.check(Policies.rules());
    private final CheckedPolicies neighbours = Policies.check(Policies.neighbours());
    private final List<Source> sources = new ArrayList<>();

    /// What both took, in nanoseconds, how often they were done.
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Pair {
        public long first;
        public long second;
        public long rounds;
    }

    /// All trees, held from the beginning, as rules of neighbours want them.
    @State(Scope.Benchmark)
    public static class Held {
        private final List<Document> documents = new ArrayList<>();

        @Setup
        public void read(PairedBenchmark benchmark) {
            for (Source source : benchmark.sources) {
                documents.addAll(DocumentReader.read(source).documents());
            }
        }
    }

    @Setup
    public void write() {
        sources.clear();
        for (Manifest manifest : Corpus.of(manifests)) {
            sources.add(Source.of(manifest.file(), manifest.text()));
        }
    }

    /// Reading manifests, and judging each by fifty rules as soon as it is read.
    @Benchmark
    public void readingAndJudging(Pair pair, Blackhole sink) {
        long start = System.nanoTime();
        long before = pair.first;
        Judging judging = Judge.start(rules, JudgeOptions.standard());
        for (Source source : sources) {
            judging.add(() -> {
                long from = System.nanoTime();
                ReadResult read = DocumentReader.read(source);
                pair.first += System.nanoTime() - from;
                return read;
            });
        }
        sink.consume(judging.finish());
        pair.second += System.nanoTime() - start - (pair.first - before);
        pair.rounds++;
    }

    /// Reading manifests, and judging them by seven rules that look at other objects.
    @Benchmark
    public void readingAndNeighbours(Held held, Pair pair, Blackhole sink) {
        long start = System.nanoTime();
        for (Source source : sources) {
            sink.consume(DocumentReader.read(source));
        }
        long middle = System.nanoTime();
        sink.consume(Judge.judge(neighbours, held.documents, JudgeOptions.standard()));
        pair.first += middle - start;
        pair.second += System.nanoTime() - middle;
        pair.rounds++;
    }

    /// From texts to a verdict by fifty rules, as `brayer check` does it, with one thread and with
    /// two.
    @Benchmark
    public void oneThreadAndTwo(Pair pair, Blackhole sink) {
        long start = System.nanoTime();
        sink.consume(check(1));
        long middle = System.nanoTime();
        sink.consume(check(2));
        pair.first += middle - start;
        pair.second += System.nanoTime() - middle;
        pair.rounds++;
    }

    private Verdict check(int threads) {
        Judging judging = Judge.start(rules, JudgeOptions.standard().withThreads(threads));
        for (Source source : sources) {
            judging.add(() -> DocumentReader.read(source));
        }
        return judging.finish();
    }
}
