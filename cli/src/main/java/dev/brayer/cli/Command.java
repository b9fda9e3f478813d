package dev.brayer.cli;

import dev.brayer.text.Outcome;

/// A command of the program.
interface Command {
    Declaration declaration();

    /// Does the work and prints it; what is thrown is a bug.
    Outcome run(Arguments arguments, Surroundings surroundings);
}
