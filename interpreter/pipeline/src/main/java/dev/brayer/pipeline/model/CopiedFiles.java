package dev.brayer.pipeline.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// `{ from: services/web, to: /app, exclude: ["**/*.test.js"] }`: a file or a folder that is copied
/// into an image.
///
/// A pattern is matched against the path relative to `from`: `*` and `?` stay in one segment, `**`
/// stands for any number of segments. A pattern that matches a folder speaks for everything below
/// it.
///
/// @param from a file or folder, relative to the project's root
/// @param to an absolute path in the image; for a file, `/app/` puts it there under its own name
/// @param include what is copied; empty for everything
/// @param exclude what is left out of that; `.git` always is
/// @param mode the permission bits of files; `null` gives 755 to what its owner may execute and 644
///   to the rest. Folders have 755
/// @param owner `user` or `user:group` as numbers
public record CopiedFiles(
        Pipeline.Written from,
        String to,
        List<String> include,
        List<String> exclude,
        @Nullable Integer mode,
        Owner owner) {
    /// Who files belong to.
    public record Owner(int user, int group) {
        public static final Owner ROOT = new Owner(0, 0);
    }

    public CopiedFiles {
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
        if (!to.startsWith("/")) {
            throw new IllegalArgumentException("not an absolute path: " + to);
        }
    }
}
