package dev.brayer.image;

import com.google.cloud.tools.jib.api.Credential;
import com.google.cloud.tools.jib.registry.credentials.DockerConfigCredentialRetriever;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Who to be towards a registry: what Docker's config.json says, credential helpers included.
final class Credentials {
    private final @Nullable Path dockerConfiguration;
    private final TimeLimits limits;

    /// @param dockerConfiguration `~/.docker/config.json`, chosen by the command line; `null` for
    ///   nobody
    Credentials(@Nullable Path dockerConfiguration, TimeLimits limits) {
        this.dockerConfiguration = dockerConfiguration;
        this.limits = limits;
    }

    /// The credentials for a registry, `null` for none.
    @Nullable Credential of(String registry) throws ImageFailure, InterruptedException {
        if (dockerConfiguration == null) {
            return null;
        }
        Path file = dockerConfiguration;
        CompletableFuture<@Nullable Credential> answer = new CompletableFuture<>();
        // A helper is a program that may wait for a person; its thread is left behind if it does.
        Thread.ofVirtual()
                .name("credentials of " + registry)
                .start(() -> {
                    try {
                        answer.complete(
                                DockerConfigCredentialRetriever.create(registry, file)
                                        .retrieve(event -> {})
                                        .orElse(null));
                    } catch (IOException | RuntimeException exception) {
                        answer.completeExceptionally(exception);
                    }
                });
        try {
            return answer.get(limits.answer().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException exception) {
            // The cause may quote the file, and with it a password.
            throw new ImageFailure(
                    ImageCode.UNAUTHORIZED,
                    "the credentials for " + registry + " cannot be read from " + file,
                    "it has to be a config.json as `docker login` writes it");
        } catch (TimeoutException exception) {
            throw ImageFailure.because(
                    ImageCode.UNAUTHORIZED,
                    "the credential helper for "
                            + registry
                            + " did not answer within "
                            + limits.answer().toSeconds()
                            + " seconds",
                    "run it by hand, or log in anew",
                    exception);
        }
    }
}
