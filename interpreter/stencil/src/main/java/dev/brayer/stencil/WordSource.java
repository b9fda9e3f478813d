package dev.brayer.stencil;

import dev.brayer.text.Place;

/// Where a word's value comes from; a declaration has exactly one.
public sealed interface WordSource {
    /// Where the source's operand stands.
    Place place();

    /// The key that a formation writes.
    String key();

    /// What a table shows behind the key: a name or a path; empty for values and joins.
    default String operand() {
        return "";
    }

    /// The value itself.
    record Literal(Value value, Place place) implements WordSource {
        @Override
        public String key() {
            return "value";
        }
    }

    /// An image of `pipeline.yml`.
    record Image(String name, Place place) implements WordSource {
        @Override
        public String operand() {
            return name;
        }

        @Override
        public String key() {
            return "image";
        }
    }

    /// A fact about what is checked out.
    record Git(GitFact fact, Place place) implements WordSource {
        @Override
        public String operand() {
            return fact.key();
        }

        @Override
        public String key() {
            return "git";
        }
    }

    /// A variable of the environment.
    record Environment(String variable, Place place) implements WordSource {
        @Override
        public String operand() {
            return variable;
        }

        @Override
        public String key() {
            return "env";
        }
    }

    /// The text of a file, relative to the project's root.
    record File(String path, Place place) implements WordSource {
        @Override
        public String operand() {
            return path;
        }

        @Override
        public String key() {
            return "file";
        }
    }

    /// A stencil whose name begins with `_`, inserted as a tree.
    record PartialFile(String path, Place place) implements WordSource {
        @Override
        public String operand() {
            return path;
        }

        @Override
        public String key() {
            return "partial";
        }
    }

    /// A text with words of the same formation.
    record Join(String text, Place place) implements WordSource {
        @Override
        public String key() {
            return "join";
        }
    }

    /// A configuration record; this version reads the declaration and cannot ask for the value.
    record Config(String operand, Place place) implements WordSource {
        @Override
        public String key() {
            return "config";
        }
    }

    /// An encrypted record, or an entry of a Vault: what it gives is never shown, and nothing below
    /// the moment of applying asks for it.
    ///
    /// @param key `secret` or `vault`
    record Secret(String key, String operand, Place place) implements WordSource {}
}
