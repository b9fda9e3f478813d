/// Ports: what the pipeline needs of whoever builds, keeps and publishes images.
@NullMarked
package dev.brayer.pipeline.image;

import org.jspecify.annotations.NullMarked;
