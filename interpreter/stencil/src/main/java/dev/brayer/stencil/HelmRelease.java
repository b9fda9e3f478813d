package dev.brayer.stencil;

import dev.brayer.text.Place;
import org.jspecify.annotations.Nullable;

/// An entry of `helm:`.
public record HelmRelease(
        Place place,
        Written chart,
        @Nullable Written version,
        @Nullable Written name,
        @Nullable Written namespace,
        @Nullable Written values) {}
