package dev.brayer.text;

/// How a command ended, from the best to the one that outweighs all others when several came
/// together.
public enum Outcome {
    /// Nothing to complain about.
    SUCCESS(0, "nothing at the fail level"),
    /// A policy found something.
    FINDINGS(1, "findings"),
    /// A person has to agree first.
    SIGNOFF_MISSING(5, "a sign-off is missing"),
    /// A test, a build, a push, a migration or a deployment failed.
    STAGE_FAILED(6, "a stage failed"),
    /// Something took longer than it may.
    TIME_LIMIT(7, "a time limit passed"),
    /// Another run is at work on the same formation.
    BUSY(9, "another run holds the formation"),
    /// A registry, a cluster, a disk or another thing outside refused or was not there.
    OUTSIDE(8, "something outside refused or was unreachable"),
    /// Manifests or other input that cannot be read, or is not YAML or JSON.
    INPUT(3, "input that cannot be read or is not YAML or JSON"),
    /// A mistake in how the program was called, or in a project, policy, formation or stencil file.
    USAGE(2, "wrong usage or a wrong project, policy, formation or stencil file"),
    /// A mistake in brayer itself.
    BUG(4, "a bug in brayer");

    private final int exitCode;
    private final String meaning;

    Outcome(int exitCode, String meaning) {
        this.exitCode = exitCode;
        this.meaning = meaning;
    }

    public int exitCode() {
        return exitCode;
    }

    /// What the exit code says, as a phrase.
    public String meaning() {
        return meaning;
    }

    /// The one that outweighs the other.
    public Outcome and(Outcome other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
