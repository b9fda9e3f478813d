package dev.brayer.stencil;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The files of a commit, for a project as it was. Paths are relative to the root of the git work
/// tree, with `/`.
public interface CommittedFiles {
    /// The content of a file, or `null` when the commit has no such file.
    ///
    /// @throws IOException when the repository cannot be read, or the file is too large to be meant
    byte @Nullable [] read(String path) throws IOException;

    /// All files below a folder, sorted; empty when there is no such folder.
    List<String> below(String folder) throws IOException;
}
