package dev.brayer.number;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/// A [Decimal] does what a [BigDecimal] does.
class DecimalTest {
    private static final List<Long> EDGES =
            List.of(
                    0L,
                    1L,
                    -1L,
                    10L,
                    1024L,
                    1_000_000_000_000_000_000L,
                    Long.MAX_VALUE,
                    Long.MIN_VALUE,
                    Long.MAX_VALUE / 10,
                    Long.MIN_VALUE / 10);

    @Provide
    Arbitrary<BigDecimal> numbers() {
        Arbitrary<BigInteger> digits =
                Arbitraries.oneOf(
                        Arbitraries.of(EDGES).map(BigInteger::valueOf),
                        Arbitraries.integers().between(-2000, 2000).map(BigInteger::valueOf),
                        Arbitraries.longs().map(BigInteger::valueOf),
                        Arbitraries.bigIntegers()
                                .between(BigInteger.TEN.pow(40).negate(), BigInteger.TEN.pow(40)));
        Arbitrary<Integer> scales =
                Arbitraries.oneOf(
                        Arbitraries.just(0),
                        Arbitraries.integers().between(-25, 25),
                        Arbitraries.integers().between(-1000, 1000));
        return Combinators.combine(digits, scales).as(BigDecimal::new);
    }

    @Property
    void oneNumber(@ForAll("numbers") BigDecimal number) {
        Decimal decimal = Decimal.parse(number.toString());
        same(number, decimal);
        same(number, Decimal.parse(number.toPlainString()), number.toPlainString());
        assertEquals(number.signum(), decimal.signum());
        assertEquals(number.precision(), decimal.precision());
        assertEquals(number.scale(), decimal.scale());
        assertEquals(number.toPlainString(), decimal.toPlainString());
        assertEquals(number.doubleValue(), decimal.doubleValue());
        assertEquals(number.intValue(), decimal.intValue());
        same(number.negate(), decimal.negate());
        same(number.stripTrailingZeros(), decimal.stripTrailingZeros());
        assertEquals(number.stripTrailingZeros().scale() <= 0, decimal.isWhole());
        BigDecimal[] parts = number.divideAndRemainder(BigDecimal.valueOf(1024));
        Decimal quotient = decimal.wholeQuotient(1024);
        assertEquals(parts[1].signum() == 0, quotient != null);
        if (quotient != null) {
            assertEquals(0, parts[0].compareTo(quotient.toBigDecimal()));
        }
    }

    @Property
    void twoNumbers(@ForAll("numbers") BigDecimal left, @ForAll("numbers") BigDecimal right) {
        Decimal one = Decimal.parse(left.toString());
        Decimal two = Decimal.parse(right.toString());
        same(left.add(right), one.add(two));
        same(left.subtract(right), one.subtract(two));
        same(left.multiply(right), one.multiply(two));
        assertEquals(left.compareTo(right), one.compareTo(two));
        boolean same = left.compareTo(right) == 0 && left.scale() == right.scale();
        assertEquals(same, one.equals(two));
        if (right.signum() == 0) {
            assertThrows(ArithmeticException.class, () -> one.divide(two));
        } else {
            same(left.divide(right, MathContext.DECIMAL128), one.divide(two));
        }
    }

    @Property
    void theSameNumberOfAnotherScale(@ForAll("numbers") BigDecimal number) {
        Decimal stripped = Decimal.parse(number.stripTrailingZeros().toString());
        assertEquals(0, Decimal.parse(number.toString()).compareTo(stripped));
    }

    @Test
    void whatIsNoNumber() {
        for (String text : List.of("", "-", ".", "1.2.3", "1e", "1e+", "e1", "0x1", "1 ", "--1")) {
            assertThrows(NumberFormatException.class, () -> Decimal.parse(text), text);
        }
        assertEquals("0.50", Decimal.parse("+.50").toPlainString());
        assertEquals("1200", Decimal.parse("1.2E3").toPlainString());
    }

    private static void same(BigDecimal expected, Decimal actual) {
        same(expected, actual, expected.toString());
    }

    private static void same(BigDecimal number, Decimal actual, String text) {
        BigDecimal expected = new BigDecimal(text);
        assertEquals(expected, actual.toBigDecimal());
        assertEquals(Decimal.parse(text), actual, number.toString());
        assertEquals(Decimal.parse(text).hashCode(), actual.hashCode());
    }
}
