package dev.brayer.policy.value;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The name of a container image, taken apart.
///
/// @param scheme `https://` unless the text said `http://`
/// @param registry host and port; `index.docker.io` where the text names none
/// @param name the repository; `library/` is added to a single word on the default registry
/// @param tag null when the image is pinned by a digest only; `latest` where the text says neither
/// @param digest such as `sha256:…`
public record ImageName(
        String scheme,
        String registry,
        String name,
        @Nullable String tag,
        @Nullable String digest) {
    private static final String DEFAULT_REGISTRY = "index.docker.io";

    /// Null if the text cannot be the name of an image.
    public static @Nullable ImageName parse(String text) {
        String rest = text;
        String scheme = "https://";
        if (rest.startsWith("https://")) {
            rest = rest.substring(8);
        } else if (rest.startsWith("http://")) {
            rest = rest.substring(7);
            scheme = "http://";
        }
        if (rest.isEmpty() || !plain(rest)) {
            return null;
        }
        String digest = null;
        int at = rest.indexOf('@');
        if (at >= 0) {
            digest = rest.substring(at + 1);
            rest = rest.substring(0, at);
            int colon = digest.indexOf(':');
            if (colon <= 0 || colon == digest.length() - 1 || digest.indexOf('@') >= 0) {
                return null;
            }
        }
        String registry = DEFAULT_REGISTRY;
        int slash = rest.indexOf('/');
        boolean named = slash > 0 && isHost(rest.substring(0, slash));
        if (named) {
            registry = rest.substring(0, slash);
            rest = rest.substring(slash + 1);
        }
        String tag = digest == null ? "latest" : null;
        int colon = rest.indexOf(':');
        if (colon >= 0) {
            tag = rest.substring(colon + 1);
            rest = rest.substring(0, colon);
            if (tag.isEmpty() || tag.indexOf('/') >= 0 || tag.indexOf(':') >= 0) {
                return null;
            }
        }
        if (rest.isEmpty() || rest.startsWith("/") || rest.endsWith("/") || rest.contains("//")) {
            return null;
        }
        if (rest.indexOf('/') < 0 && isDockerHub(registry)) {
            rest = "library/" + rest;
        }
        return new ImageName(scheme, registry, rest, tag, digest);
    }

    public String registryUrl() {
        return scheme + registry;
    }

    /// The fully qualified name: address of the registry, repository, tag and digest.
    public String qualified() {
        return registryUrl()
                + "/"
                + name
                + (tag == null ? "" : ":" + tag)
                + (digest == null ? "" : "@" + digest);
    }

    /// Whether both names mean one image: Docker Hub has several host names.
    public boolean same(ImageName other) {
        boolean sameRegistry =
                registry.equals(other.registry)
                        || (isDockerHub(registry) && isDockerHub(other.registry));
        return sameRegistry
                && name.equals(other.name)
                && Objects.equals(tag, other.tag)
                && Objects.equals(digest, other.digest);
    }

    private static boolean isDockerHub(String registry) {
        return registry.equals(DEFAULT_REGISTRY)
                || registry.equals("docker.io")
                || registry.equals("registry-1.docker.io");
    }

    /// As every container engine decides it: a dot, a port or `localhost` makes the first part a
    /// host.
    private static boolean isHost(String part) {
        return part.indexOf('.') >= 0 || part.indexOf(':') >= 0 || part.equals("localhost");
    }

    private static boolean plain(String text) {
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            if (character <= ' ' || character >= 0x7f) {
                return false;
            }
        }
        return true;
    }
}
