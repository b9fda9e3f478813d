/// What a Kubernetes object may hold: the kinds and their fields in the bundled minor versions of
/// Kubernetes.
///
/// The index is made while the module is built, from the public model classes of the Kubernetes
/// Java client, and is read lazily: a type is decoded when somebody asks for it.
@NullMarked
package dev.brayer.schema;

import org.jspecify.annotations.NullMarked;
