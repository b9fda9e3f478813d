package dev.brayer.image;

import dev.brayer.pipeline.image.ImageBuilder;
import dev.brayer.pipeline.image.ImageStore;
import dev.brayer.pipeline.image.Images;
import dev.brayer.text.Diagnostic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The images of a project, built and kept by this program itself: no daemon, no other tool.
public final class EmbeddedImages implements Images {
    private final ImageSetup setup;
    private @Nullable Opened opened;

    /// Everything that is loaded when it is first asked for.
    private record Opened(Located.Finder finder, ContentStore store, ImageBuilder builder) {}

    public EmbeddedImages(ImageSetup setup) {
        this.setup = setup;
    }

    @Override
    public ImageStore store() {
        return opened().store();
    }

    @Override
    public ImageBuilder builder() {
        return opened().builder();
    }

    @Override
    public List<Diagnostic> check() {
        return new Declarations(setup, opened().finder()).check();
    }

    private synchronized Opened opened() {
        Opened already = opened;
        if (already != null) {
            return already;
        }
        Located.RegistryClients clients =
                new Located.RegistryClients(
                        new Credentials(setup.dockerConfiguration(), setup.limits()),
                        setup.limits());
        Located.Finder finder =
                new Located.Finder(
                        new ProjectFolder(setup.root(), setup.boundary()), clients, setup.limits());
        ContentStore store = store(clients);
        Opened now = new Opened(finder, store, new EmbeddedBuilder(setup, store, finder));
        opened = now;
        return now;
    }

    private ContentStore store(Located.RegistryClients clients) {
        String registry = setup.registry().text();
        if (Located.isLayout(registry)) {
            String folder = registry.substring("oci:".length());
            return new LayoutStore(
                    new Layout(setup.root().resolve(folder), folder),
                    setup.application(),
                    setup.registry().place());
        }
        return new RegistryStore(
                registry, setup.application(), setup.registry().place(), clients, setup.limits());
    }
}
