package dev.brayer.grammar.policy.tree;

import dev.brayer.text.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One case of a `test`: what is set, what is expected, on which input.
public record TestCase(
        Span span,
        List<Setting> settings,
        Expectation expectation,
        List<Failure> failures,
        Input on)
        implements Node {
    public TestCase {
        settings = List.copyOf(settings);
        failures = List.copyOf(failures);
        if ((expectation == Expectation.FAILS) == failures.isEmpty()) {
            throw new IllegalArgumentException("failures belong to `fails`, and `fails` needs one");
        }
    }

    /// What the rule is expected to do with the input.
    public enum Expectation {
        PASSES,
        SKIPS,
        FAILS
    }

    /// What holds for this case only.
    public sealed interface Setting extends Node {}

    /// `with name = value`: the value of a parameter.
    public record With(Span span, Name name, Expression value) implements Setting {}

    /// `before source`: the previous version of the objects.
    public record Before(Span span, Input source) implements Setting {}

    /// A finding that is expected: its message, its path, or both; at least one is there.
    public record Failure(Span span, @Nullable Quoted message, @Nullable Quoted path)
            implements Node {
        public Failure {
            if (message == null && path == null) {
                throw new IllegalArgumentException("a failure has a message or a path");
            }
        }
    }

    /// A text in quotes and where it stands.
    public record Quoted(Span span, String text) {}

    /// YAML or a file to judge.
    public sealed interface Input extends Node {}

    /// `"""…"""`: YAML, with the indentation removed.
    ///
    /// @param content for each line of the text the offset in the policy file at which it starts
    public record Yaml(Span span, String text, List<Integer> content) implements Input {
        public Yaml {
            content = List.copyOf(content);
        }
    }

    /// `"good/web.yml"`: a file, relative to the policy file.
    public record File(Span span, String path) implements Input {}

    /// An input that could not be read; the errors say why.
    public record Missing(Span span) implements Input {}
}
