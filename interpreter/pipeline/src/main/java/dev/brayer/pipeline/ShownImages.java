package dev.brayer.pipeline;

import dev.brayer.pipeline.image.ImageStore;
import dev.brayer.pipeline.image.PublishedImage;
import dev.brayer.pipeline.model.Attempt;
import dev.brayer.pipeline.model.ImageDeclaration;
import dev.brayer.pipeline.model.Pipeline;
import dev.brayer.pipeline.model.PipelineCode;
import dev.brayer.stencil.Answer;
import dev.brayer.text.Diagnostic;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How images are named where nothing is built: as they were published last. An image that never
/// was has a name with the tag `unpublished` and no digest, which stands in for one, so that what a
/// policy says of it is undecided.
///
/// A registry is never asked here, only what this machine remembers and, if there is one, the
/// folder that holds the images.
final class ShownImages implements WordsOutside.ImageAnswers {
    static final String UNPUBLISHED = "unpublished";

    private final Project project;
    private final CheckRequest request;
    private final Map<String, Diagnostic> unpublished = new LinkedHashMap<>();
    private @Nullable PublishedImages remembered;
    private @Nullable ImageStore store;

    ShownImages(Project project, CheckRequest request) {
        this.project = project;
        this.request = request;
    }

    @Override
    public Answer of(ImageDeclaration image) {
        PublishedImage published = remembered().image(image.name());
        if (published == null && isFolder()) {
            published = stored(image.name());
        }
        if (published != null) {
            return new Answer.Known(published.reference());
        }
        if (!unpublished.containsKey(image.name())) {
            Diagnostic note =
                    Diagnostic.warning(
                            PipelineCode.IMAGE_UNPUBLISHED,
                            image.place(),
                            "image `"
                                    + image.name()
                                    + "` was never published, so its digest is not known");
            unpublished.put(
                    image.name(),
                    note.withHint(
                            "`brayer run` builds and publishes it; what policies say of it is undecided until then"));
        }
        return new Answer.StandIn(prefix() + image.name() + ":" + UNPUBLISHED);
    }

    private String prefix() {
        Pipeline pipeline = project.pipeline();
        return isFolder()
                ? "localhost/" + pipeline.application() + "/"
                : pipeline.registry().text() + "/" + pipeline.application() + "/";
    }

    private boolean isFolder() {
        return project.pipeline().registry().text().startsWith(Pipeline.FOLDER);
    }

    private @Nullable PublishedImage stored(String name) {
        ImageStore known = store;
        if (known == null) {
            String folder =
                    project.pipeline().registry().text().substring(Pipeline.FOLDER.length());
            if (!java.nio.file.Files.isDirectory(project.root().resolve(folder))) {
                return null;
            }
            known = request.images().apply(project).store();
            store = known;
        }
        return known.latest(name) instanceof Attempt.Success<Optional<PublishedImage>> success
                ? success.value().orElse(null)
                : null;
    }

    private PublishedImages remembered() {
        PublishedImages known = remembered;
        if (known == null) {
            known = PublishedImages.read(project.state(), project.pipeline().registry().text());
            remembered = known;
        }
        return known;
    }

    /// One for each image that was asked for and never published.
    List<Diagnostic> diagnostics() {
        return List.copyOf(unpublished.values());
    }
}
