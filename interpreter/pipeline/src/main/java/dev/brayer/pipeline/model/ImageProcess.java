package dev.brayer.pipeline.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How a container of an image starts. What is not said comes from the base image.
///
/// @param entrypoint the command; naming one drops the base image's arguments
/// @param arguments `cmd:`, the arguments that a manifest may replace
/// @param environment added to the base image's, over equal names
/// @param folder `workdir:`, where the command starts
/// @param user `user:`, a name or number, with `:group` if wanted
/// @param ports documented ports, such as `8080` or `53/udp`, added to the base image's
/// @param labels added to the base image's, over equal names
public record ImageProcess(
        @Nullable List<String> entrypoint,
        @Nullable List<String> arguments,
        Map<String, String> environment,
        @Nullable String folder,
        @Nullable String user,
        List<String> ports,
        Map<String, String> labels) {
    /// Everything as the base image has it.
    public static final ImageProcess INHERITED =
            new ImageProcess(null, null, Map.of(), null, null, List.of(), Map.of());

    public ImageProcess {
        entrypoint = entrypoint == null ? null : List.copyOf(entrypoint);
        arguments = arguments == null ? null : List.copyOf(arguments);
        environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
        ports = List.copyOf(ports);
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    }
}
