package dev.brayer.grammar.policy.tree;

import dev.brayer.text.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What stands at the top level of a policy file.
public sealed interface Item extends Node {
    /// `import a, b from "other.cop"` or `from std/images`.
    record Import(Span span, List<Name> names, ImportSource source) implements Item {
        public Import {
            names = List.copyOf(names);
        }
    }

    /// `var name = value`.
    record Variable(Span span, Name name, Expression value) implements Item {}

    /// `param name : type = value`.
    record Parameter(Span span, Name name, @Nullable TypeName type, @Nullable Expression value)
            implements Item {}

    /// `def name(parameters) = body`.
    record Definition(Span span, Name name, List<FormalParameter> parameters, Expression body)
            implements Item {
        public Definition {
            parameters = List.copyOf(parameters);
        }
    }

    /// `rule name action selector message { body }`.
    ///
    /// @param selector the objects it judges; `null` for a rule as Copper 1 had it, judged on every
    ///   document
    /// @param message what a finding says; `null` for the made text
    record Rule(
            Span span,
            Name name,
            Action action,
            @Nullable Selector selector,
            @Nullable Message message,
            Expression body)
            implements Item {}

    /// `test name { cases }`, for the rule of that name.
    record Test(Span span, Name rule, List<TestCase> cases) implements Item {
        public Test {
            cases = List.copyOf(cases);
        }
    }

    /// Something whose head could not be read; the errors say why.
    ///
    /// @param keyword the word it began with, or an empty text
    /// @param name its name, where it got that far
    record Broken(Span span, String keyword, @Nullable Name name) implements Item {}
}
