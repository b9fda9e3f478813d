package dev.brayer.policy.validate;

/// Looks for one kind of doubt in a policy file.
interface Validator {
    void validate(ReviewedFile file);
}
