package dev.brayer.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GlobsTest {
    @ParameterizedTest
    @CsvSource({
        "node_modules, node_modules/left/pad.js, true",
        "node_modules, src/node_modules/pad.js, false",
        "**/node_modules, src/node_modules/pad.js, true",
        "**/node_modules, node_modules, true",
        "*.js, server.js, true",
        "*.js, src/server.js, false",
        "**/*.test.js, a/b/c.test.js, true",
        "**/*.test.js, c.test.js, true",
        "src/**/x, src/x, true",
        "src/**/x, src/a/b/x, true",
        "src/, src/a, true",
        "./src/a?c, src/abc, true",
        "a*b*c, axxbyyc, true",
        "a*b*c, axxbyy, false",
        "**, anything/at/all, true",
    })
    void matches(String pattern, String path, boolean expected) {
        assertEquals(expected, Globs.match(List.of(pattern), path));
    }
}
