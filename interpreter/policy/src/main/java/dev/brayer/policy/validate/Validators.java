package dev.brayer.policy.validate;

import dev.brayer.grammar.policy.ParsedPolicy;
import dev.brayer.policy.standard.StandardLibrary;
import dev.brayer.text.Diagnostics;
import java.util.List;

/// Everything that looks at policies after they were checked.
public final class Validators {
    private static final List<Validator> OF_NAMES = List.of(new UnusedNames());

    /// They would only repeat what an error already says.
    private static final List<Validator> OF_CORRECT_FILES =
            List.of(
                    new UnusedSettings(),
                    new ConstantConditions(),
                    new RepeatedParts(),
                    new RepeatedTargets(),
                    new EqualSides());

    private Validators() {}

    /// Warns of what cannot be meant.
    ///
    /// @param policies all files of a run: a name that one of them imports is used
    /// @param library whether those of the standard library are looked at, too
    public static void validate(
            List<ParsedPolicy> policies, boolean library, Diagnostics diagnostics) {
        boolean correct = !diagnostics.hasErrors();
        for (ParsedPolicy policy : policies) {
            boolean wanted = library || !StandardLibrary.has(policy.source().name());
            if (wanted && !policy.hasErrors()) {
                ReviewedFile file = new ReviewedFile(policy, policies, diagnostics);
                validate(OF_NAMES, file);
                if (correct) {
                    validate(OF_CORRECT_FILES, file);
                }
            }
        }
    }

    private static void validate(List<Validator> validators, ReviewedFile file) {
        for (Validator validator : validators) {
            validator.validate(file);
        }
    }
}
