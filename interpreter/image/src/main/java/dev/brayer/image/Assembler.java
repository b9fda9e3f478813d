package dev.brayer.image;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brayer.pipeline.image.ImageBuilder;
import dev.brayer.pipeline.model.CopiedFiles;
import dev.brayer.pipeline.model.ImageBuild;
import dev.brayer.pipeline.model.ImagePlatform;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Puts files on a base image. Everything that goes into the result is in the declaration, the
/// files and the base image's digest; so is its digest.
final class Assembler {
    private final ProjectFolder project;
    private final Path workFolder;
    private final Contents target;
    private final ImageBuilder.Progress progress;

    /// What came out: the image, and whether it was new.
    record Assembled(Manifest image, boolean isNew) {}

    Assembler(
            ProjectFolder project,
            Path workFolder,
            Contents target,
            ImageBuilder.Progress progress) {
        this.project = project;
        this.workFolder = workFolder;
        this.target = target;
        this.progress = progress;
    }

    Assembled assemble(ImageBuild build, @Nullable Located base)
            throws IOException, InterruptedException {
        Manifest baseManifest = base == null ? null : base.manifest();
        List<Layer> layers = new ArrayList<>();
        try {
            for (CopiedFiles files : build.files()) {
                progress.line("packing " + files.from().text());
                layers.add(Layer.make(files, project, workFolder));
            }
            List<Manifest> images = new ArrayList<>();
            boolean isNew = false;
            for (ImagePlatform platform : build.platforms()) {
                BaseImage own =
                        base == null || baseManifest == null
                                ? null
                                : BaseImage.of(base, baseManifest, platform);
                Assembled image = store(build, platform, own, layers);
                images.add(image.image());
                isNew |= image.isNew();
            }
            if (images.size() == 1) {
                return new Assembled(images.getFirst(), isNew);
            }
            Manifest index = index(images, build.platforms());
            isNew |= !target.holdsManifest(index.digest());
            target.addManifest(index);
            return new Assembled(index, isNew);
        } finally {
            for (Layer layer : layers) {
                layer.close();
            }
        }
    }

    private Assembled store(
            ImageBuild build, ImagePlatform platform, @Nullable BaseImage base, List<Layer> layers)
            throws IOException, InterruptedException {
        ObjectNode baseConfiguration = base == null ? null : base.configuration();
        byte[] configuration =
                Json.write(Configuration.of(baseConfiguration, platform, build.process(), layers));
        Descriptor config =
                new Descriptor(MediaTypes.CONFIG, Hashing.of(configuration), configuration.length);
        Manifest manifest = manifest(config, base, layers);
        if (Completeness.holds(target, manifest.digest())) {
            return new Assembled(manifest, false);
        }
        if (base != null) {
            ImageCopy copy = new ImageCopy(base.contents(), target, progress);
            for (Descriptor layer : base.manifest().layers()) {
                copy.copy(layer);
            }
        }
        for (Layer layer : layers) {
            target.addBlob(layer.descriptor(), layer.file()::input);
        }
        target.addBlob(config, () -> new ByteArrayInputStream(configuration));
        target.addManifest(manifest);
        return new Assembled(manifest, true);
    }

    private static Manifest manifest(
            Descriptor config, @Nullable BaseImage base, List<Layer> layers) throws ImageFailure {
        ObjectNode manifest =
                Json.object().put("schemaVersion", 2).put("mediaType", MediaTypes.MANIFEST);
        manifest.set("config", config.toJson());
        ArrayNode all = manifest.putArray("layers");
        if (base != null) {
            for (Descriptor layer : base.manifest().layers()) {
                all.add(
                        new Descriptor(
                                        MediaTypes.ociLayer(layer.mediaType()),
                                        layer.digest(),
                                        layer.size())
                                .toJson());
            }
        }
        for (Layer layer : layers) {
            all.add(layer.descriptor().toJson());
        }
        if (base != null) {
            manifest.putObject("annotations")
                    .put("org.opencontainers.image.base.digest", base.manifest().digest().text());
        }
        return Manifest.made(manifest);
    }

    private static Manifest index(List<Manifest> images, List<ImagePlatform> platforms) {
        ObjectNode index = Json.object().put("schemaVersion", 2).put("mediaType", MediaTypes.INDEX);
        ArrayNode entries = index.putArray("manifests");
        for (int at = 0; at < images.size(); at++) {
            ImagePlatform platform = platforms.get(at);
            ObjectNode entry = images.get(at).descriptor().toJson();
            ObjectNode own =
                    entry.putObject("platform")
                            .put("architecture", platform.architecture())
                            .put("os", platform.system());
            if (platform.variant() != null) {
                own.put("variant", platform.variant());
            }
            entries.add(entry);
        }
        return Manifest.made(index);
    }
}
