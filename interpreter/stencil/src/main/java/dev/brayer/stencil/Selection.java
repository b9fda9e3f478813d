package dev.brayer.stencil;

import dev.brayer.text.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which stencils a formation renders.
///
/// @param include the ones it takes, `null` for all
/// @param exclude the ones it leaves out, also of those
public record Selection(@Nullable List<Term> include, List<Term> exclude) {
    /// All stencils.
    public static final Selection ALL = new Selection(null, List.of());

    public Selection {
        include = include == null ? null : List.copyOf(include);
        exclude = List.copyOf(exclude);
    }

    /// `tag:NAME` or `name:FILE`.
    ///
    /// @param tag whether the name is one of the stencil's tags, else it is its file below
    ///   `stencils/`
    /// @param inherited whether it stands in a formation that this one extends
    public record Term(boolean tag, String name, Place place, boolean inherited) {
        /// Whether a stencil of that name and those tags is meant.
        public boolean matches(String file, List<String> tags) {
            return tag ? tags.contains(name) : file.equals(name);
        }
    }

    /// Whether the formation renders a stencil of that name and those tags.
    public boolean takes(String file, List<String> tags) {
        return (include == null || matches(include, file, tags)) && !matches(exclude, file, tags);
    }

    private static boolean matches(List<Term> terms, String file, List<String> tags) {
        for (Term term : terms) {
            if (term.matches(file, tags)) {
                return true;
            }
        }
        return false;
    }
}
