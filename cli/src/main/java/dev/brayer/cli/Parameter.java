package dev.brayer.cli;

/// What stands on the command line without a dash before it.
///
/// @param label its name in the help, such as `PATH`
/// @param least how many there must be
/// @param most how many there may be
/// @param suggests what a shell completes there
record Parameter(String label, int least, int most, Option.Suggests suggests, String description) {
    /// Any number of them, for `most`.
    static final int MANY = Integer.MAX_VALUE;
}
