package dev.brayer.pipeline;

import java.util.Map;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/// What a command is told of the world around it, so that nothing below the command line looks for
/// itself.
///
/// @param environment the environment variables, for words and for the commands of stages
/// @param clock milliseconds since 1970
/// @param random for deployment tags
/// @param who who runs it, as history shows it: `Ada <ada@acme.example>`, or the login name
/// @param host the machine's name, for whoever finds a formation locked
public record Circumstances(
        Map<String, String> environment,
        LongSupplier clock,
        RandomGenerator random,
        String who,
        String host) {
    public Circumstances {
        environment = Map.copyOf(environment);
    }
}
