package dev.brayer.policy.lint;

import dev.brayer.text.DiagnosticCode;
import dev.brayer.text.Outcome;

/// One kind of remark. It looks at what is written only; what cannot be meant is found by the
/// checker and by [dev.brayer.policy.validate.Validators].
public abstract class Lint implements DiagnosticCode {
    private final String id;
    private final String avoid;
    private final String prefer;
    private final String why;

    /// @param avoid a policy that gets this remark, once
    /// @param prefer the same policy without it
    Lint(String id, String avoid, String prefer, String why) {
        this.id = id;
        this.avoid = avoid;
        this.prefer = prefer;
        this.why = why;
    }

    abstract void look(LintedFile file);

    @Override
    public final String id() {
        return id;
    }

    /// A policy that gets this remark.
    public final String avoid() {
        return avoid;
    }

    /// The same policy without it.
    public final String prefer() {
        return prefer;
    }

    /// Why it matters.
    public final String why() {
        return why;
    }

    @Override
    public final Outcome outcome() {
        return Outcome.FINDINGS;
    }

    @Override
    public final String explanation() {
        return why
                + "\n\nAvoid:\n"
                + avoid.indent(4)
                + "\nPrefer:\n"
                + prefer.indent(4).stripTrailing();
    }
}
