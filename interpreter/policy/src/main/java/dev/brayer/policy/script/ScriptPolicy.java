package dev.brayer.policy.script;

import dev.brayer.policy.Finding;
import dev.brayer.text.Source;

/// A policy in JavaScript.
///
/// @param threshold the highest severity that is still fine: above it a finding fails the run, else
///   it is only reported
public record ScriptPolicy(Source source, double threshold) {
    /// What a name ends in that is a script's.
    public static final String ENDING = ".js";

    /// Every severity above this fails, as in Copper 2.
    public static final double DEFAULT_THRESHOLD = 0;

    /// What a finding of a severity does.
    public Finding.Action action(double severity) {
        return severity > threshold ? Finding.Action.ENSURE : Finding.Action.WARN;
    }
}
