package dev.brayer.stencil;

import java.util.List;

/// What rendering asks of the world outside the project's files. The caller implements it; nothing
/// here reads the environment, git or a registry.
public interface Outside {
    /// The value of an environment variable.
    Answer variable(String name);

    /// The reference of an image of `pipeline.yml`, as manifests name it.
    Answer image(String name);

    /// The names of the images that there are, for suggestions.
    List<String> imageNames();

    /// A fact about the git work tree.
    Answer git(GitFact fact);

    /// The registry of the pipeline, for the word `registry`.
    Answer registry();

    /// The tag of this run, for the word `deploy_tag` and the stamp. A missing one is not stamped.
    Answer deployTag();

    /// The snapshot that this run records, for the word `snapshot` and the stamp. A missing one is
    /// not stamped.
    Answer snapshot();
}
