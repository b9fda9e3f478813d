package dev.brayer.grammar.policy.tree;

import dev.brayer.text.Span;

/// Anything in a policy file that has a place.
public sealed interface Node
        permits PolicyFile,
                Comment,
                Name,
                Item,
                ImportSource,
                TypeName,
                FormalParameter,
                Action,
                Selector,
                Target,
                Message,
                Message.Part,
                TestCase,
                TestCase.Setting,
                TestCase.Failure,
                TestCase.Input,
                Expression {
    /// From the first character of the node to behind its last.
    Span span();
}
