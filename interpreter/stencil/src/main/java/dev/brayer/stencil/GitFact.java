package dev.brayer.stencil;

/// What a word can ask of git.
public enum GitFact {
    /// The full name of the commit that is checked out.
    COMMIT("commit"),
    /// Its first digits.
    SHORT("short"),
    /// The branch that is checked out.
    BRANCH("branch");

    private final String key;

    GitFact(String key) {
        this.key = key;
    }

    /// How a formation writes it: `{ git: short }`.
    public String key() {
        return key;
    }
}
