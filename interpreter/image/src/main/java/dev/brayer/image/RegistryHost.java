package dev.brayer.image;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/// A registry's host and port, and how to speak with it.
///
/// @param name what people write, such as `docker.io` or `localhost:5000`
/// @param base the scheme, host and port of its API
record RegistryHost(String name, URI base) {
    /// @throws ImageFailure for a text that is no host
    static RegistryHost of(String name) throws ImageFailure {
        String address =
                name.equals("docker.io") || name.equals("index.docker.io")
                        ? "registry-1.docker.io"
                        : name;
        try {
            URI plain = new URI("http://" + address).parseServerAuthority();
            String host = plain.getHost();
            if (host == null) {
                throw new URISyntaxException(name, "no host");
            }
            return new RegistryHost(name, isLoopback(host) ? plain : new URI("https://" + address));
        } catch (URISyntaxException exception) {
            throw ImageFailure.because(
                    ImageCode.BAD_REFERENCE,
                    "`" + name + "` is no address of a registry",
                    null,
                    exception);
        }
    }

    /// Whether a host is this machine, where nobody listens in: the only ones to whom plain HTTP is
    /// spoken.
    static boolean isLoopback(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.equals("localhost")
                || lower.equals("127.0.0.1")
                || lower.equals("[::1]")
                || lower.equals("::1");
    }

    /// Whether content and credentials may be sent to this address.
    static boolean isSafe(URI address) {
        String host = address.getHost();
        String scheme = address.getScheme();
        return host != null
                && ("https".equals(scheme) || ("http".equals(scheme) && isLoopback(host)));
    }

    /// Whether credentials for this registry may be sent to `address`: only to the very host and
    /// port.
    boolean isOrigin(URI address) {
        return address.getScheme().equals(base.getScheme())
                && address.getRawAuthority().equalsIgnoreCase(base.getRawAuthority());
    }
}
