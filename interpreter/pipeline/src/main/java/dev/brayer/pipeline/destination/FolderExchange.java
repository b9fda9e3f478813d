package dev.brayer.pipeline.destination;

import java.nio.file.Path;

/// Lets two folders of one parent change names in a single step, so that there is no moment in
/// which either name stands for nothing.
interface FolderExchange {
    /// Systems and file systems that cannot; then renaming twice has to do.
    FolderExchange NONE = (one, other) -> false;

    /// That of the operating system; looked up when it is used first.
    FolderExchange OF_SYSTEM = (one, other) -> SystemExchange.get().exchange(one, other);

    /// Whether it happened. If not, nothing did, and whoever renames instead learns the reason.
    boolean exchange(Path one, Path other);
}
