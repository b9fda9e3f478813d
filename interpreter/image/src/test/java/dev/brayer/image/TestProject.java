package dev.brayer.image;

import dev.brayer.pipeline.event.Cancellation;
import dev.brayer.pipeline.image.PreparedImage;
import dev.brayer.pipeline.model.Attempt;
import dev.brayer.pipeline.model.CopiedFiles;
import dev.brayer.pipeline.model.ImageBuild;
import dev.brayer.pipeline.model.ImageDeclaration;
import dev.brayer.pipeline.model.ImagePlatform;
import dev.brayer.pipeline.model.ImageProcess;
import dev.brayer.pipeline.model.Pipeline;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Place;
import dev.brayer.text.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A project in a temporary folder, as the pipeline would hand it over.
final class TestProject {
    static final TimeLimits SHORT =
            new TimeLimits(Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(20));

    final Path root;
    private final List<ImageDeclaration> images = new ArrayList<>();
    private String registry = "oci:dist/registry";
    private @Nullable Path dockerConfiguration;

    TestProject(Path root) {
        this.root = root;
    }

    TestProject registry(String newRegistry) {
        registry = newRegistry;
        return this;
    }

    TestProject dockerConfiguration(Path file) {
        dockerConfiguration = file;
        return this;
    }

    TestProject file(String name, String content) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        return this;
    }

    TestProject readyMade(String name, String reference) {
        images.add(
                new ImageDeclaration.ReadyMade(
                        name, place("name of " + name), reference, place(reference)));
        return this;
    }

    TestProject assembled(String name, @Nullable String base, CopiedFiles... files) {
        return assembled(name, base, ImageProcess.INHERITED, List.of(), files);
    }

    @SuppressWarnings(
            "NullAway") // javac leaves out the annotation of a compact constructor's parameter
    TestProject assembled(
            String name,
            @Nullable String base,
            ImageProcess process,
            List<ImagePlatform> platforms,
            CopiedFiles... files) {
        Pipeline.Written written =
                base == null ? null : new Pipeline.Written(base, place("base " + base));
        ImageBuild build = new ImageBuild(written, List.of(files), process, platforms);
        images.add(new ImageDeclaration.Assembled(name, place("name of " + name), build));
        return this;
    }

    TestProject dockerfile(String name, String folder) {
        images.add(
                new ImageDeclaration.Built(
                        name, place("name of " + name), folder, place(folder), null));
        return this;
    }

    static CopiedFiles files(String from, String to) {
        return files(from, to, List.of(), List.of());
    }

    static CopiedFiles files(String from, String to, List<String> include, List<String> exclude) {
        return new CopiedFiles(
                new Pipeline.Written(from, place(from)),
                to,
                include,
                exclude,
                null,
                CopiedFiles.Owner.ROOT);
    }

    /// A place whose text says what it is the place of.
    static Place place(String text) {
        return Source.of("pipeline.yml", text).place(0, text.length());
    }

    EmbeddedImages open() {
        return new EmbeddedImages(
                new ImageSetup(
                        root,
                        root,
                        "shop",
                        new Pipeline.Written(registry, place("registry")),
                        images,
                        root.resolve(".brayer/images"),
                        dockerConfiguration,
                        SHORT));
    }

    ImageDeclaration declaration(String name) {
        ImageDeclaration found = Declarations.named(images, name);
        if (found == null) {
            throw new IllegalArgumentException(name);
        }
        return found;
    }

    Attempt<PreparedImage> prepare(EmbeddedImages opened, String name) {
        return opened.builder().prepare(declaration(name), line -> {}, new Cancellation());
    }

    PreparedImage prepared(EmbeddedImages opened, String name) {
        return value(prepare(opened, name));
    }

    /// The only diagnostic of a failure to prepare an image.
    Diagnostic failure(String name) {
        return failure(prepare(open(), name));
    }

    static <T> T value(Attempt<T> attempt) {
        return switch (attempt) {
            case Attempt.Success<T> success -> success.value();
            case Attempt.Failure<T> failure -> throw new AssertionError(failure.diagnostics());
        };
    }

    static Diagnostic failure(Attempt<?> attempt) {
        return switch (attempt) {
            case Attempt.Success<?> success ->
                    throw new AssertionError("no failure: " + success.value());
            case Attempt.Failure<?> failure -> failure.diagnostics().getFirst();
        };
    }
}
