package dev.brayer.pipeline.git;

import org.jspecify.annotations.Nullable;

/// What is checked out: the commit's full name and, unless detached, the branch.
public record Head(String commit, @Nullable String branch) {
    private static final int SHORT = 7;

    /// The first seven digits of the commit's name, as people write it.
    public String shortCommit() {
        return commit.substring(0, SHORT);
    }
}
