package dev.brayer.stencil;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NumbersTest {
    @ParameterizedTest
    @CsvSource({
        "1, 2, -1",
        "-5, 3, -1",
        "10, 9, 1",
        "1.10, 1.1, 0",
        "0x10, 16, 0",
        "010, 8, 0",
        "0o10, 8, 0",
        "0b11, 3, 0",
        "08, 8, 0",
        "1_000, 1000, 0",
        "1e3, 1000, 0",
        "0e1, 0, 0",
        "+7, 7, 0",
        "99999999999999999999, 100000000000000000000, -1",
    })
    void comparesAmounts(String left, String right, int expected) {
        assertEquals(expected, Integer.signum(Numbers.compare(left, right)));
        assertEquals(-expected, Integer.signum(Numbers.compare(right, left)));
    }

    @Test
    void knowsWholeNumbers() {
        assertTrue(Numbers.isWhole("8080"));
        assertTrue(Numbers.isWhole("0x1F"));
        assertTrue(Numbers.isWhole("1e3"));
        assertFalse(Numbers.isWhole("1.5"));
        assertFalse(Numbers.isWhole("1.0"));
    }
}
