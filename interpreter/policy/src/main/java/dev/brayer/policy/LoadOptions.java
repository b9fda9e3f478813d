package dev.brayer.policy;

import dev.brayer.text.Place;
import dev.brayer.text.Source;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What loading needs from outside.
///
/// @param parameters values for `param`, by name, as they were given: each is read as the type of
///   its parameter
/// @param imports finds the files that `import` and tests name
/// @param kinds the kinds whose fields are known
/// @param threads how many threads may parse policies
/// @param libraryReviewed whether warnings of the standard library are wanted, too; a test finds
///   that there are none, so only who tests it asks
public record LoadOptions(
        Map<String, Argument> parameters,
        Imports imports,
        KnownKinds kinds,
        int threads,
        boolean libraryReviewed) {
    /// The value of a parameter.
    ///
    /// @param text as it was written: the text itself for a string, else a literal of the language
    /// @param given where it was written, such as a source named `command line`
    /// @param literal whether it is a literal of the language whatever the type, as in a policy,
    ///   where a string has quotes
    public record Argument(String text, Source given, boolean literal) {
        public Argument(String text, Source given) {
            this(text, given, false);
        }

        /// Where the value stands in `--param NAME=VALUE`.
        public Place valuePlace() {
            return place(text.length(), 0);
        }

        /// Where the name before it stands.
        public Place namePlace(String name) {
            return place(text.length() + 1 + name.length(), text.length() + 1);
        }

        private Place place(int from, int to) {
            int end = given.text().length();
            return given.isRendered() ? given.wholeFile() : given.place(end - from, end - to);
        }
    }

    /// Finds the files that `import` and tests name; the standard library needs no finding.
    @FunctionalInterface
    public interface Imports {
        /// The file, or `null` where there is none.
        ///
        /// @param path from the root that source names are relative to, with `/`
        @Nullable Source read(String path);
    }

    public static LoadOptions none() {
        return new LoadOptions(Map.of(), _ -> null, KnownKinds.standard(), 1, false);
    }

    public LoadOptions withParameters(Map<String, Argument> newParameters) {
        return new LoadOptions(newParameters, imports, kinds, threads, libraryReviewed);
    }

    public LoadOptions withImports(Imports newImports) {
        return new LoadOptions(parameters, newImports, kinds, threads, libraryReviewed);
    }

    public LoadOptions withKinds(KnownKinds newKinds) {
        return new LoadOptions(parameters, imports, newKinds, threads, libraryReviewed);
    }

    public LoadOptions withThreads(int newThreads) {
        return new LoadOptions(parameters, imports, kinds, newThreads, libraryReviewed);
    }

    public LoadOptions withLibraryReviewed() {
        return new LoadOptions(parameters, imports, kinds, threads, true);
    }
}
