package dev.brayer.bench;

import dev.brayer.policy.CheckedPolicies;
import dev.brayer.text.Source;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// From fifty rules as text to rules that can be judged.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 8, time = 1)
@Fork(value = 1, jvmArgs = "-XX:+UseSerialGC")
public class PolicyBenchmark {
    private final List<Source> rules = Policies.rules();

    @Benchmark
    public CheckedPolicies check() {
        return Policies.check(rules);
    }
}
