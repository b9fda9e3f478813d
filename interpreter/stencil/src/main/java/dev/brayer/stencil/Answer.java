package dev.brayer.stencil;

/// What the world outside says when it is asked for a value.
public sealed interface Answer {
    /// The value.
    record Known(String text) implements Answer {}

    /// There will be a value, but not yet, such as the digest of an image that was never built:
    /// `text` stands in for it, and what a policy says of it is undecided.
    record StandIn(String text) implements Answer {}

    /// There is none.
    ///
    /// @param reason a phrase that completes "has no value:", such as "the environment has no
    ///   variable `REGION`"
    record Missing(String reason) implements Answer {}
}
