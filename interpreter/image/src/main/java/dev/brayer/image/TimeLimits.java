package dev.brayer.image;

import java.time.Duration;

/// How long a registry may take.
///
/// @param connect to accept a connection
/// @param answer to begin an answer, and between two pieces of content
/// @param transfer to take one blob
public record TimeLimits(Duration connect, Duration answer, Duration transfer) {
    public static final TimeLimits USUAL =
            new TimeLimits(Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofMinutes(30));
}
