package dev.brayer.document.jsonpath;

import dev.brayer.document.ScalarNode;

/// What can stand at the place of an operand before its use is known.
sealed interface Operand {
    record Written(ScalarNode scalar) implements Operand {}

    record Selected(Query query) implements Operand {}

    record Computed(Query.Value value, String function) implements Operand {}

    record Tested(Query.Test test, String function) implements Operand {}
}
