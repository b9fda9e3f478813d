package dev.brayer.bench;

import dev.brayer.stencil.Answer;
import dev.brayer.stencil.Formation;
import dev.brayer.stencil.GitFact;
import dev.brayer.stencil.Outside;
import dev.brayer.stencil.ProjectFolder;
import dev.brayer.stencil.RenderedFormation;
import dev.brayer.stencil.Settings;
import dev.brayer.stencil.Written;
import dev.brayer.stencil.formation.FormationReader;
import dev.brayer.stencil.render.Renderer;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Source;
import java.io.IOException;
import java.nio.file.Path;
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
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// A formation of ten stencils, from its files to rendered manifests.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 8, time = 1)
@Fork(value = 1, jvmArgs = "-XX:+UseSerialGC")
public class RenderBenchmark {
    /// The project; by default that of this module, seen from the root of the repository.
    @Param("interpreter/bench/startup/project")
    public String project = "";

    @Benchmark
    public RenderedFormation render() throws IOException {
        Path root = Path.of(project);
        ProjectFolder folder = ProjectFolder.of(root, root, "");
        Diagnostics diagnostics = new Diagnostics();
        Written application =
                new Written("bench", Source.of("pipeline.yml", "application: bench").place(13, 18));
        Formation formation =
                FormationReader.read(
                        folder, "formations/bench.yml", null, application, diagnostics);
        if (formation == null) {
            throw new IllegalStateException(diagnostics.toList().toString());
        }
        return Renderer.render(
                formation,
                folder,
                new Nothing(),
                Settings.NONE,
                () -> {
                    throw new IllegalStateException("the project has no transformation");
                });
    }

    /// The stencils ask for nothing outside of their formation.
    private static final class Nothing implements Outside {
        private static final Answer NONE = new Answer.Missing("there is nothing outside");

        @Override
        public Answer variable(String name) {
            return NONE;
        }

        @Override
        public Answer image(String name) {
            return NONE;
        }

        @Override
        public List<String> imageNames() {
            return List.of();
        }

        @Override
        public Answer git(GitFact fact) {
            return NONE;
        }

        @Override
        public Answer registry() {
            return NONE;
        }

        @Override
        public Answer deployTag() {
            return NONE;
        }

        @Override
        public Answer snapshot() {
            return NONE;
        }
    }
}
