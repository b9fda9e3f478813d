package dev.brayer.pipeline.model;

/// A command that decides whether a stage succeeded: it is repeated until it succeeds or its time
/// is up.
///
/// @param every how long to wait between two tries
/// @param limit how long to go on trying
public record Probe(Command command, TimeLimit every, TimeLimit limit) {}
