package dev.brayer.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/// Runs the benchmarks that have a goal, and prints the table of `README.md`.
public final class BenchmarkTable {
    private BenchmarkTable() {}

    public static void main(String[] arguments) throws RunnerException {
        System.out.println("| warm, in JMH | time | goal |");
        System.out.println("|---|---|---|");
        row("loading and checking fifty rules in six files", time("PolicyBenchmark.check"), "");
        row("rendering a project of ten stencils", time("RenderBenchmark.render"), "");
        Pair judging = pair("readingAndJudging");
        row("reading 10,000 manifests (19 MB)", milliseconds(judging.first()), "");
        row(
                "judging them by fifty rules",
                milliseconds(judging.second()) + ratio(judging.secondToFirst(), "of reading"),
                "≤ 0.25 of reading");
        Pair neighbours = pair("readingAndNeighbours");
        row(
                "judging them by seven rules of neighbours",
                milliseconds(neighbours.second()) + ratio(neighbours.secondToFirst(), "of reading"),
                "");
        Pair threads = pair("oneThreadAndTwo");
        row(
                "from texts to a verdict by fifty rules, one thread",
                milliseconds(threads.first()),
                "");
        row(
                "the same, two threads",
                milliseconds(threads.second()) + ratio(threads.firstToSecond(), "× as fast"),
                "≥ 1.5 × as fast");
    }

    /// What two halves took in nanoseconds, and their ratio in each iteration.
    private record Pair(double first, double second, List<Double> secondToFirst) {
        List<Double> firstToSecond() {
            return secondToFirst.stream().map(ratio -> 1 / ratio).toList();
        }
    }

    private static Pair pair(String name) throws RunnerException {
        List<Double> first = new ArrayList<>();
        List<Double> second = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (IterationResult iteration : iterations("PairedBenchmark." + name)) {
            ToDoubleFunction<String> counter =
                    label ->
                            Objects.requireNonNull(iteration.getSecondaryResults().get(label))
                                    .getScore();
            double rounds = counter.applyAsDouble("rounds");
            first.add(counter.applyAsDouble("first") / rounds);
            second.add(counter.applyAsDouble("second") / rounds);
            ratios.add(counter.applyAsDouble("second") / counter.applyAsDouble("first"));
        }
        return new Pair(median(first), median(second), ratios);
    }

    private static String time(String name) throws RunnerException {
        List<Double> times = new ArrayList<>();
        for (IterationResult iteration : iterations(name)) {
            times.add(iteration.getPrimaryResult().getStatistics().getPercentile(50) * 1e6);
        }
        return milliseconds(median(times));
    }

    private static Collection<IterationResult> iterations(String name) throws RunnerException {
        RunResult result =
                new Runner(
                                new OptionsBuilder()
                                        .include(
                                                "dev\\.brayer\\.bench\\."
                                                        + name.replace(".", "\\.")
                                                        + "$")
                                        .shouldFailOnError(true)
                                        .jvmArgsPrepend("--sun-misc-unsafe-memory-access=allow")
                                        .verbosity(VerboseMode.SILENT)
                                        .build())
                        .runSingle();
        return result.getBenchmarkResults().iterator().next().getIterationResults();
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private static String milliseconds(double nanoseconds) {
        double milliseconds = nanoseconds / 1e6;
        return String.format(Locale.ROOT, milliseconds < 10 ? "%.1f ms" : "%.0f ms", milliseconds);
    }

    /// The median of ratios, with the least and the greatest.
    private static String ratio(List<Double> ratios, String unit) {
        return String.format(
                Locale.ROOT,
                ": **%.2f** %s (%.2f to %.2f)",
                median(ratios),
                unit,
                Collections.min(ratios),
                Collections.max(ratios));
    }

    private static void row(String what, String found, String goal) {
        System.out.println("| " + what + " | " + found + " | " + goal + " |");
    }
}
