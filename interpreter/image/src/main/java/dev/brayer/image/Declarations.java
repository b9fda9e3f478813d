package dev.brayer.image;

import dev.brayer.pipeline.model.CopiedFiles;
import dev.brayer.pipeline.model.ImageDeclaration;
import dev.brayer.pipeline.model.IoReason;
import dev.brayer.pipeline.model.Pipeline;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Suggestions;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What can be said of the images' declarations without building: nothing is asked of a registry.
final class Declarations {
    private final ImageSetup setup;
    private final ProjectFolder project;
    private final Located.Finder finder;
    private final List<Diagnostic> found = new ArrayList<>();

    Declarations(ImageSetup setup, Located.Finder finder) {
        this.setup = setup;
        this.project = new ProjectFolder(setup.root(), setup.boundary());
        this.finder = finder;
    }

    static @Nullable ImageDeclaration named(List<ImageDeclaration> images, String name) {
        for (ImageDeclaration image : images) {
            if (image.name().equals(name)) {
                return image;
            }
        }
        return null;
    }

    /// Follows the bases that are images of the pipeline.
    static void requireNoCycle(List<ImageDeclaration> images, ImageDeclaration.Assembled start)
            throws ImageFailure {
        Set<String> seen = new HashSet<>();
        ImageDeclaration at = start;
        while (at instanceof ImageDeclaration.Assembled assembled) {
            if (!seen.add(assembled.name())) {
                Pipeline.Written written = start.build().base();
                ImageFailure cycle =
                        new ImageFailure(
                                ImageCode.BASE_CYCLE,
                                "`"
                                        + start.name()
                                        + "` is built on itself: "
                                        + String.join(", ", seen)
                                        + " and again",
                                "one of them has to be built on something else");
                throw written == null ? cycle : cycle.at(written.place());
            }
            Pipeline.Written base = assembled.build().base();
            at = base == null ? null : named(images, base.text());
        }
    }

    /// One word is meant as an image of the pipeline, never as `docker.io/library/…:latest`.
    static void requireWhole(List<ImageDeclaration> images, String reference) throws ImageFailure {
        boolean plainWord = reference.indexOf('/') < 0 && reference.indexOf(':') < 0;
        if (plainWord) {
            List<String> names = new ArrayList<>();
            images.forEach(image -> names.add(image.name()));
            String near = Suggestions.didYouMean(reference, names);
            throw new ImageFailure(
                    ImageCode.BAD_REFERENCE,
                    "`"
                            + reference
                            + "` is neither an image of this pipeline nor the whole name of another",
                    near != null ? near : "write `registry/repository:tag`, or `oci:folder:name`");
        }
    }

    List<Diagnostic> check() {
        for (ImageDeclaration image : setup.images()) {
            try {
                check(image);
            } catch (ImageFailure failure) {
                found.add(failure.diagnostic(image.place()));
            } catch (IOException unreadable) {
                found.add(
                        new ImageFailure(ImageCode.FILE_UNUSABLE, IoReason.of(unreadable))
                                .diagnostic(image.place()));
            }
        }
        return List.copyOf(found);
    }

    private void check(ImageDeclaration image) throws IOException {
        switch (image) {
            case ImageDeclaration.Built built -> throw EmbeddedBuilder.unsupported(built);
            case ImageDeclaration.ReadyMade readyMade -> {
                try {
                    checkReference(readyMade.reference());
                } catch (ImageFailure failure) {
                    throw failure.at(readyMade.referencePlace());
                }
            }
            case ImageDeclaration.Assembled assembled -> {
                for (CopiedFiles files : assembled.build().files()) {
                    checkFiles(files);
                }
                checkBase(assembled);
            }
        }
    }

    private void checkFiles(CopiedFiles files) throws IOException {
        try {
            if (!Files.exists(project.resolve(files.from().text()))) {
                throw new ImageFailure(
                        ImageCode.FILE_MISSING,
                        "there is no `" + files.from().text() + "` in the project");
            }
        } catch (ImageFailure failure) {
            found.add(failure.diagnostic(files.from().place()));
        }
    }

    private void checkBase(ImageDeclaration.Assembled assembled) throws IOException {
        Pipeline.Written base = assembled.build().base();
        if (base == null) {
            return;
        }
        try {
            if (named(setup.images(), base.text()) != null) {
                requireNoCycle(setup.images(), assembled);
            } else {
                checkReference(base.text());
            }
        } catch (ImageFailure failure) {
            throw failure.at(base.place());
        }
    }

    private void checkReference(String reference) throws IOException {
        if (Located.isLayout(reference)) {
            Located located = finder.find(reference);
            if (located.contents() instanceof LayoutContents layout) {
                layout.require(located.qualifier());
            }
            return;
        }
        requireWhole(setup.images(), reference);
        finder.find(reference);
    }
}
