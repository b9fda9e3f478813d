package dev.brayer.script;

import dev.brayer.text.Diagnostic;
import java.math.BigDecimal;
import java.util.List;

/// What became of a script that was run as Copper 2 ran it, without places.
public sealed interface Validation {
    /// It came to its end.
    record Ended(List<Reported> errors) implements Validation {
        public Ended {
            errors = List.copyOf(errors);
        }
    }

    /// It took too much time.
    record Late() implements Validation {}

    /// It failed, or went beyond another limit.
    record Failed(Diagnostic why) implements Validation {}

    /// What it reported.
    record Reported(String check, String title, double severity) {
        /// A whole number without a point.
        public String shownSeverity() {
            return Double.isFinite(severity)
                    ? new BigDecimal(Double.toString(severity)).stripTrailingZeros().toPlainString()
                    : Double.toString(severity);
        }
    }
}
