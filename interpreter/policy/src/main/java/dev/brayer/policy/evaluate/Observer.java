package dev.brayer.policy.evaluate;

import dev.brayer.policy.ir.Condition;
import dev.brayer.policy.ir.Definition;
import dev.brayer.policy.ir.Operand;
import dev.brayer.policy.ir.Rule;
import dev.brayer.policy.value.Truth;

/// Sees what is evaluated, for the coverage of tests. It is called on the thread that judges, so a
/// run with an observer judges one document after the other. The language is pure, so a condition
/// may be seen more often than once with the same outcome: explaining a finding goes the same way
/// again.
public interface Observer {
    /// A rule judges a document.
    void selected(Rule rule);

    /// A condition was judged, after everything in it.
    void judged(Condition condition, Truth truth);

    /// A quantifier has its elements, before any of them is judged.
    void met(Condition.Quantified quantified, int elements);

    /// A `default` has its value.
    ///
    /// @param taken whether the value before it was missing
    void fellBack(Operand.Fallback fallback, boolean taken);

    /// A value was put into a message.
    void shown(Operand interpolation);

    /// A definition is called.
    void called(Definition<?> definition);
}
