package dev.brayer.policy.ir;

/// A `def` as it is called with arguments of certain types.
///
/// @param frame how many locals the body needs, its parameters first
/// @param <B> an [Operand] or a [Condition]
public record Definition<B>(String name, int frame, B body) {}
