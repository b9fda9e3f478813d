package dev.brayer.policy.lint;

import dev.brayer.grammar.policy.ParsedPolicy;
import java.util.List;

/// All kinds of remarks.
public final class Lints {
    private static final List<Lint> ALL =
            List.of(
                    new SingleEquals(),
                    new ConnectiveSigns(),
                    new BooleanComparison(),
                    new NegatedComparison(),
                    new DoubleNegation(),
                    new NegatedQuantifier(),
                    new CountBesideAny(),
                    new CountOfField(),
                    new FetchOfField(),
                    new RepeatedKind(),
                    new MissingMessage(),
                    new MessageTemplate(),
                    new QuotedName(),
                    new NameStyle(),
                    new ConsoleLeft(),
                    new CopperGreaterOrEqual(),
                    new CopperMissingValues(),
                    new CopperListInequality(),
                    new CopperPath(),
                    new CopperTypeInequality(),
                    new CopperImage(),
                    new CopperNetwork());

    private Lints() {}

    /// In the order of the reference page: style, mistakes, then what relied on Copper 1.
    public static List<Lint> all() {
        return ALL;
    }

    /// What is to be remarked on a file without syntax errors, in the order of the text.
    public static List<Remark> look(ParsedPolicy policy) {
        LintedFile file = new LintedFile(policy);
        for (Lint lint : ALL) {
            lint.look(file);
        }
        return file.remarks();
    }
}
