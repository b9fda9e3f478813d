package dev.brayer.document.fields;

import dev.brayer.number.Decimal;
import org.jspecify.annotations.Nullable;

/// Exact conversion of numbers.
final class Scale {
    private static final Decimal LEAST = Decimal.of(Integer.MIN_VALUE);
    private static final Decimal MOST = Decimal.of(Integer.MAX_VALUE);

    private Scale() {}

    /// The number as an `int`, `null` when it has a fraction or does not fit.
    static @Nullable Integer wholeNumber(Decimal number) {
        if (number.compareTo(LEAST) < 0 || number.compareTo(MOST) > 0 || !number.isWhole()) {
            return null;
        }
        return number.intValue();
    }
}
