/// The program `brayer`: the command line, its reports, and the only place where implementations
/// are chosen and where the environment, the clock and the standard streams are read.
@NullMarked
package dev.brayer.cli;

import org.jspecify.annotations.NullMarked;
