package dev.brayer.image;

import com.google.cloud.tools.jib.api.ImageReference;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import java.io.IOException;
import java.util.concurrent.ConcurrentHashMap;

/// Where an image lies, and what it is called there.
///
/// @param shown how people wrote it
record Located(Contents contents, String qualifier, String shown) {
    private static final String LAYOUT = "oci:";

    Manifest manifest() throws IOException, InterruptedException {
        return contents.manifest(qualifier);
    }

    static boolean isLayout(String reference) {
        return reference.startsWith(LAYOUT);
    }

    /// Finds places by what project files call them; one client for each registry, so that tokens
    /// are fetched once.
    static final class Finder {
        private final ProjectFolder project;
        private final RegistryClients clients;
        private final TimeLimits limits;

        Finder(ProjectFolder project, RegistryClients clients, TimeLimits limits) {
            this.project = project;
            this.clients = clients;
            this.limits = limits;
        }

        /// `oci:folder`, `oci:folder:name`, `oci:folder@sha256:…`, or a reference of a registry.
        Located find(String reference) throws IOException {
            return isLayout(reference) ? inLayout(reference) : inRegistry(reference);
        }

        private Located inLayout(String reference) throws IOException {
            String rest = reference.substring(LAYOUT.length());
            int at = rest.indexOf("@sha256:");
            int colon = at >= 0 ? at : rest.indexOf(':');
            String folder = colon < 0 ? rest : rest.substring(0, colon);
            String name = colon < 0 ? "" : rest.substring(colon + 1);
            if (folder.isEmpty()) {
                throw new ImageFailure(
                        ImageCode.BAD_REFERENCE,
                        "`" + reference + "` names no folder",
                        "write `oci:folder:name`");
            }
            return new Located(
                    new LayoutContents(new Layout(project.resolve(folder), folder)),
                    name,
                    reference);
        }

        private Located inRegistry(String reference) throws IOException {
            // Jib knows no addresses in brackets; only the loopback one has a use.
            boolean bracketed = reference.startsWith("[::1]");
            String plain =
                    bracketed ? "localhost" + reference.substring("[::1]".length()) : reference;
            ImageReference parsed;
            try {
                parsed = ImageReference.parse(plain);
            } catch (InvalidImageReferenceException exception) {
                throw ImageFailure.because(
                        ImageCode.BAD_REFERENCE,
                        "`" + reference + "` is not the name of an image",
                        "write `registry/repository:tag`, or `oci:folder:name` for an image in a folder",
                        exception);
            }
            String host = parsed.getRegistry();
            if (bracketed) {
                host = "[::1]" + host.substring("localhost".length());
            }
            String qualifier = parsed.getDigest().orElse(parsed.getTag().orElse("latest"));
            return new Located(
                    new RegistryContents(clients.of(host), parsed.getRepository(), false, limits),
                    qualifier,
                    reference);
        }
    }

    /// The clients of all registries that a run speaks with.
    static final class RegistryClients {
        private final Credentials credentials;
        private final TimeLimits limits;
        private final ConcurrentHashMap<RegistryHost, RegistryClient> clients =
                new ConcurrentHashMap<>();

        RegistryClients(Credentials credentials, TimeLimits limits) {
            this.credentials = credentials;
            this.limits = limits;
        }

        RegistryClient of(String host) throws ImageFailure {
            return clients.computeIfAbsent(
                    RegistryHost.of(host), key -> new RegistryClient(key, credentials, limits));
        }
    }
}
