package dev.brayer.document.fields;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Exact conversion of numbers.
final class Scale {
    private static final BigDecimal LEAST = BigDecimal.valueOf(Integer.MIN_VALUE);
    private static final BigDecimal MOST = BigDecimal.valueOf(Integer.MAX_VALUE);

    private Scale() {}

    /// The number as an `int`, `null` when it has a fraction or does not fit.
    static @Nullable Integer wholeNumber(BigDecimal number) {
        if (number.compareTo(LEAST) < 0
                || number.compareTo(MOST) > 0
                || number.stripTrailingZeros().scale() > 0) {
            return null;
        }
        return number.intValue();
    }
}
