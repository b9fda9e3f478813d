package dev.brayer.policy.trace;

import dev.brayer.document.ResourceIdentity;
import dev.brayer.text.Place;

/// A node that a value was made from.
///
/// @param path in RFC 9535 form, shortened
public record Carried(String path, Place place, ResourceIdentity resource) {}
