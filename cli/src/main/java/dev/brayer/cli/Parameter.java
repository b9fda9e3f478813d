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

    static final Parameter FORMATIONS =
            new Parameter(
                    "FORMATION",
                    0,
                    MANY,
                    Option.Suggests.FORMATIONS,
                    "Which formations; all without one");

    static final Parameter PROJECT =
            new Parameter(
                    "FOLDER",
                    0,
                    1,
                    Option.Suggests.FOLDERS,
                    "The project's folder, like `-C FOLDER`");
}
