package dev.brayer.pipeline.destination;

/// The moments of an exchange between which a process may die.
enum SwapStep {
    /// The new state's folder was made.
    FOLDER_MADE,
    /// One of its files was written.
    FILE_WRITTEN,
    /// All of them were, and those that are not brayer's were taken over.
    FILES_WRITTEN,
    /// The list of files was written: the new state is whole.
    INVENTORY_WRITTEN,
    /// The old state has been moved aside: before the new one stands where names cannot be
    /// exchanged, else after it.
    OLD_MOVED,
    /// The new state stands in its place.
    NEW_MOVED,
    /// The old state is gone.
    OLD_REMOVED;

    /// Sees every step; tests end the process here.
    interface Observer {
        void at(SwapStep step);
    }
}
