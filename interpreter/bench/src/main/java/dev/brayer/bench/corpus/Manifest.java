package dev.brayer.bench.corpus;

/// One object of a cluster.
///
/// @param file where it would stand in a folder of manifests
public record Manifest(String file, String text) {}
