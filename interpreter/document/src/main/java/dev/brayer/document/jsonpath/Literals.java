package dev.brayer.document.jsonpath;

import dev.brayer.document.ScalarNode;
import dev.brayer.document.ScalarType;

/// Values that stand in no document.
final class Literals {
    private Literals() {}

    static ScalarNode number(int value) {
        return ScalarNode.made(Integer.toString(value), ScalarType.NUMBER);
    }
}
