package dev.brayer.pipeline;

import dev.brayer.pipeline.event.Cancellation;
import dev.brayer.pipeline.event.Event;
import dev.brayer.pipeline.event.EventSink;
import dev.brayer.pipeline.image.Digest;
import dev.brayer.pipeline.image.ImageBuilder;
import dev.brayer.pipeline.image.ImageStore;
import dev.brayer.pipeline.image.Images;
import dev.brayer.pipeline.image.PreparedImage;
import dev.brayer.pipeline.image.PublishedImage;
import dev.brayer.pipeline.model.Attempt;
import dev.brayer.pipeline.model.Done;
import dev.brayer.pipeline.model.ImageDeclaration;
import dev.brayer.pipeline.model.Pipeline;
import dev.brayer.pipeline.model.PipelineCode;
import dev.brayer.stencil.Answer;
import dev.brayer.text.Diagnostic;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The images of one run: prepared by digest first, named for manifests, tagged once touch begins.
final class RunImages implements WordsOutside.ImageAnswers {
    private final Project project;
    private final String tag;
    private final Supplier<Images> images;
    private final EventSink events;
    private final LongSupplier clock;
    private final Map<String, PlannedImage> planned = new ConcurrentHashMap<>();
    private final List<Diagnostic> failures = new ArrayList<>();
    private boolean published;

    RunImages(
            Project project,
            String tag,
            Supplier<Images> images,
            EventSink events,
            LongSupplier clock) {
        this.project = project;
        this.tag = tag;
        this.images = images;
        this.events = events;
        this.clock = clock;
    }

    /// Builds and fetches all images, in parallel.
    List<Diagnostic> prepareAll(String stage, Cancellation token) {
        List<Diagnostic> found = new ArrayList<>(images.get().check());
        if (hasErrors(found)) {
            return found;
        }
        ImageBuilder builder = images.get().builder();
        Map<ImageDeclaration, Attempt<PreparedImage>> attempts = new LinkedHashMap<>();
        List<Thread> threads = new ArrayList<>();
        for (ImageDeclaration image : project.pipeline().images()) {
            threads.add(
                    Thread.ofPlatform()
                            .daemon()
                            .name("image-" + image.name())
                            .start(() -> {
                                Attempt<PreparedImage> attempt =
                                        prepare(stage, image, builder, token);
                                synchronized (attempts) {
                                    attempts.put(image, attempt);
                                }
                            }));
        }
        for (Thread thread : threads) {
            join(thread);
        }
        for (ImageDeclaration image : project.pipeline().images()) {
            switch (attempts.get(image)) {
                case null ->
                        throw new IllegalStateException(
                                "the builder of " + image.name() + " did not answer");
                case Attempt.Success<PreparedImage> success -> {
                    found.addAll(success.notes());
                    found.addAll(name(success.value()));
                }
                case Attempt.Failure<PreparedImage> failure -> found.addAll(failure.diagnostics());
            }
        }
        return found;
    }

    private Attempt<PreparedImage> prepare(
            String stage, ImageDeclaration image, ImageBuilder builder, Cancellation token) {
        long start = clock.getAsLong();
        events.accept(new Event.ImageStarted(stage, image.name()));
        Attempt<PreparedImage> attempt =
                builder.prepare(
                        image,
                        line -> events.accept(new Event.ImageProgress(stage, image.name(), line)),
                        token);
        if (attempt instanceof Attempt.Success<PreparedImage> success) {
            PreparedImage prepared = success.value();
            events.accept(
                    new Event.ImagePrepared(
                            stage,
                            image.name(),
                            prepared.digest().text(),
                            !prepared.built(),
                            clock.getAsLong() - start));
        }
        return attempt;
    }

    private static void join(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// Takes the images that have a tag already, without building.
    List<Diagnostic> takeTagged(String wanted) {
        List<Diagnostic> found = new ArrayList<>();
        ImageStore store = images.get().store();
        for (ImageDeclaration image : project.pipeline().images()) {
            switch (store.tagged(image.name(), wanted)) {
                case Attempt.Failure<Optional<Digest>> failure ->
                        found.addAll(failure.diagnostics());
                case Attempt.Success<Optional<Digest>> success -> {
                    if (success.value().isPresent()) {
                        found.addAll(
                                name(
                                        new PreparedImage(
                                                image.name(), success.value().get(), false)));
                    } else {
                        found.add(
                                Diagnostic.error(
                                                PipelineCode.IMAGE_NO_TAG,
                                                image.place(),
                                                "image `"
                                                        + image.name()
                                                        + "` has no tag `"
                                                        + wanted
                                                        + "`")
                                        .withHint("`brayer history` lists the tags of runs"));
                    }
                }
            }
        }
        return found;
    }

    private List<Diagnostic> name(PreparedImage prepared) {
        ImageStore store = images.get().store();
        return switch (store.firstTag(prepared.name(), prepared.digest())) {
            case Attempt.Failure<Optional<String>> failure -> failure.diagnostics();
            case Attempt.Success<Optional<String>> success -> {
                PublishedImage named =
                        new PublishedImage(
                                prepared.name(),
                                store.repository(prepared.name()),
                                success.value().orElse(tag),
                                prepared.digest());
                planned.put(prepared.name(), new PlannedImage(prepared, named));
                yield success.notes();
            }
        };
    }

    @Override
    public Answer of(ImageDeclaration image) {
        PlannedImage known = planned.get(image.name());
        if (known == null) {
            known = takeLatest(image);
        }
        return known == null
                ? new Answer.Missing(
                        "image `" + image.name() + "` was neither built nor published before")
                : new Answer.Known(known.named().reference());
    }

    /// In a pipeline without a stage that builds: the image as it was published last.
    private @Nullable PlannedImage takeLatest(ImageDeclaration image) {
        return switch (images.get().store().latest(image.name())) {
            case Attempt.Failure<Optional<PublishedImage>> failure -> {
                failures.addAll(failure.diagnostics());
                yield null;
            }
            case Attempt.Success<Optional<PublishedImage>> success -> {
                PublishedImage named = success.value().orElse(null);
                if (named == null) {
                    yield null;
                }
                PlannedImage known =
                        new PlannedImage(
                                new PreparedImage(image.name(), named.digest(), false), named);
                planned.put(image.name(), known);
                yield known;
            }
        };
    }

    /// What went wrong while words asked for images.
    List<Diagnostic> failures() {
        return List.copyOf(failures);
    }

    /// In the order of `pipeline.yml`.
    List<PlannedImage> planned() {
        List<PlannedImage> found = new ArrayList<>();
        for (ImageDeclaration image : project.pipeline().images()) {
            PlannedImage known = planned.get(image.name());
            if (known != null) {
                found.add(known);
            }
        }
        return found;
    }

    /// Gives all images of the run its tag, once, at the first touch.
    synchronized List<Diagnostic> publish(Cancellation token) {
        List<PlannedImage> all = planned();
        if (published || all.isEmpty()) {
            return List.of();
        }
        List<PreparedImage> prepared = new ArrayList<>();
        List<PublishedImage> named = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (PlannedImage image : all) {
            prepared.add(image.prepared());
            named.add(image.named());
            names.add(image.named().name());
        }
        return switch (images.get().store().publish(prepared, tag, token)) {
            case Attempt.Failure<Done> failure -> failure.diagnostics();
            case Attempt.Success<Done> success -> {
                published = true;
                events.accept(new Event.TagsPublished(tag, names));
                yield remember(named);
            }
        };
    }

    private List<Diagnostic> remember(List<PublishedImage> named) {
        try {
            Pipeline pipeline = project.pipeline();
            PublishedImages.write(project.state(), pipeline.registry().text(), named);
            return List.of();
        } catch (IOException failed) {
            return List.of(RunSession.stateFailed(failed));
        }
    }

    private static boolean hasErrors(List<Diagnostic> diagnostics) {
        for (Diagnostic diagnostic : diagnostics) {
            if (diagnostic.isError()) {
                return true;
            }
        }
        return false;
    }
}
