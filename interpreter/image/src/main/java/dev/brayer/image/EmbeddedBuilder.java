package dev.brayer.image;

import dev.brayer.pipeline.event.Cancellation;
import dev.brayer.pipeline.image.ImageBuilder;
import dev.brayer.pipeline.image.PreparedImage;
import dev.brayer.pipeline.model.Attempt;
import dev.brayer.pipeline.model.ImageBuild;
import dev.brayer.pipeline.model.ImageDeclaration;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/// Builds from files and copies ready-made images, in this process, without a daemon.
final class EmbeddedBuilder implements ImageBuilder {
    private final ImageSetup setup;
    private final ContentStore store;
    private final Located.Finder finder;

    /// An image that is the base of others is prepared once, whoever comes first.
    private final ConcurrentHashMap<String, CompletableFuture<Attempt<PreparedImage>>> prepared =
            new ConcurrentHashMap<>();

    EmbeddedBuilder(ImageSetup setup, ContentStore store, Located.Finder finder) {
        this.setup = setup;
        this.store = store;
        this.finder = finder;
    }

    @Override
    public Attempt<PreparedImage> prepare(
            ImageDeclaration declaration, Progress progress, Cancellation cancellation) {
        CompletableFuture<Attempt<PreparedImage>> own = new CompletableFuture<>();
        CompletableFuture<Attempt<PreparedImage>> other =
                prepared.putIfAbsent(declaration.name(), own);
        if (other != null) {
            return wait(declaration, other, cancellation);
        }
        Attempt<PreparedImage> result =
                Attempt.failed(
                        new ImageFailure(ImageCode.STOPPED, "stopped before it was done")
                                .diagnostic(declaration.place()));
        try {
            result =
                    Attempts.of(
                            declaration.place(),
                            cancellation,
                            () -> make(declaration, progress, cancellation));
            return result;
        } finally {
            if (result instanceof Attempt.Failure) {
                prepared.remove(declaration.name(), own); // the next one may try again
            }
            own.complete(result);
        }
    }

    private static Attempt<PreparedImage> wait(
            ImageDeclaration declaration,
            CompletableFuture<Attempt<PreparedImage>> other,
            Cancellation cancellation) {
        Attempt<Attempt<PreparedImage>> waited =
                Attempts.of(
                        declaration.place(),
                        cancellation,
                        () -> {
                            try {
                                return other.get();
                            } catch (ExecutionException exception) {
                                throw new IllegalStateException(exception);
                            }
                        });
        return switch (waited) {
            case Attempt.Success<Attempt<PreparedImage>> success -> success.value();
            case Attempt.Failure<Attempt<PreparedImage>> failure ->
                    new Attempt.Failure<>(failure.diagnostics());
        };
    }

    private PreparedImage make(
            ImageDeclaration declaration, Progress progress, Cancellation cancellation)
            throws IOException, InterruptedException {
        return switch (declaration) {
            case ImageDeclaration.ReadyMade readyMade -> copy(readyMade, progress);
            case ImageDeclaration.Assembled assembled ->
                    assemble(assembled, progress, cancellation);
            case ImageDeclaration.Built built -> throw unsupported(built);
        };
    }

    static ImageFailure unsupported(ImageDeclaration.Built built) {
        return new ImageFailure(
                        ImageCode.BUILD_UNSUPPORTED,
                        "`build: "
                                + built.folder()
                                + "` would run a Dockerfile, which brayer does not do yet",
                        "copy files onto a base image with `build: { base: …, files: [{ from: "
                                + built.folder()
                                + ", to: /app }], entrypoint: […] }`, or take over what something else built with"
                                + " `from:`")
                .at(built.folderPlace());
    }

    private PreparedImage copy(ImageDeclaration.ReadyMade readyMade, Progress progress)
            throws IOException, InterruptedException {
        Located from;
        Manifest manifest;
        try {
            Declarations.requireWhole(setup.images(), readyMade.reference());
            from = finder.find(readyMade.reference());
            manifest = from.manifest();
        } catch (ImageFailure failure) {
            throw failure.at(readyMade.referencePlace());
        }
        Contents target = store.contents(readyMade.name());
        boolean isNew = new ImageCopy(from.contents(), target, progress).copy(manifest);
        return new PreparedImage(readyMade.name(), manifest.digest(), isNew);
    }

    private PreparedImage assemble(
            ImageDeclaration.Assembled assembled, Progress progress, Cancellation cancellation)
            throws IOException, InterruptedException {
        ImageBuild build = assembled.build();
        Located base;
        Assembler.Assembled image;
        try {
            base = base(assembled, progress, cancellation);
            Contents target = store.contents(assembled.name());
            ProjectFolder project = new ProjectFolder(setup.root(), setup.boundary());
            image =
                    new Assembler(project, setup.workFolder(), target, progress)
                            .assemble(build, base);
        } catch (ImageFailure failure) {
            throw build.base() == null ? failure : failure.at(build.base().place());
        }
        return new PreparedImage(assembled.name(), image.image().digest(), image.isNew());
    }

    private @Nullable Located base(
            ImageDeclaration.Assembled assembled, Progress progress, Cancellation cancellation)
            throws IOException {
        if (assembled.build().base() == null) {
            return null;
        }
        String named = assembled.build().base().text();
        ImageDeclaration other = Declarations.named(setup.images(), named);
        if (other == null) {
            Declarations.requireWhole(setup.images(), named);
            return finder.find(named);
        }
        Declarations.requireNoCycle(setup.images(), assembled);
        return switch (prepare(other, progress, cancellation)) {
            case Attempt.Success<PreparedImage> success ->
                    new Located(store.contents(named), success.value().digest().text(), named);
            case Attempt.Failure<PreparedImage> failure ->
                    throw new ImageFailure(
                            ImageCode.BASE_FAILED,
                            "the base image `"
                                    + named
                                    + "` is not there: "
                                    + failure.diagnostics().getFirst().message());
        };
    }
}
