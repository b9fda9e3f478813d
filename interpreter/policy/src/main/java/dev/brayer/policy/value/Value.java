package dev.brayer.policy.value;

import dev.brayer.number.Decimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an expression gave, with the nodes it was made from.
public sealed interface Value {
    /// The nodes that the value was made from, in the order of the specification's section on
    /// places.
    Trace trace();

    /// A value that says nothing: a condition on it is open.
    sealed interface Open extends Value permits Missing, Wrong, Unfilled, Secret {}

    /// Nothing is there.
    ///
    /// @param nearest the deepest node that exists on the way, or the explicit `null`; null for the
    ///   literal `null`
    /// @param absent the rest of the way, such as `securityContext.runAsNonRoot`; empty for an
    ///   explicit null
    record Missing(@Nullable Site nearest, String absent) implements Open {
        @Override
        public Trace trace() {
            return nearest == null ? Trace.Several.NONE : nearest;
        }
    }

    /// A value that does not fit what was done with it.
    ///
    /// @param expected what was expected, as a phrase such as `a list`
    /// @param found what was there
    record Wrong(String expected, Value found) implements Open {
        @Override
        public Trace trace() {
            return found.trace();
        }
    }

    /// A value of which a part is a word that has no value yet.
    record Unfilled(String word, Site site) implements Open {
        @Override
        public Trace trace() {
            return site;
        }
    }

    /// A text of which a part is a secret: it is there, and nothing more is known of it.
    ///
    /// @param word that names it in the formation
    /// @param undecided whether it was held against another version of itself, which may or may not
    ///   be the same
    record Secret(String word, Site site, boolean undecided) implements Open {
        public Secret(String word, Site site) {
            this(word, site, false);
        }

        /// The same, held against another version of itself.
        public Secret asUndecided() {
            return new Secret(word, site, true);
        }

        @Override
        public Trace trace() {
            return site;
        }

        @Override
        public String toString() {
            return dev.brayer.document.Values.HIDDEN;
        }
    }

    /// A text.
    record Text(String text, Trace trace) implements Value {}

    /// A number, kept exactly.
    record Numeral(Decimal number, Trace trace) implements Value {}

    /// True or false.
    record Bool(boolean value, Trace trace) implements Value {}

    /// A list: of a document, or made by the rule.
    record Items(List<Value> elements, Trace trace) implements Value {}

    /// A map of a document.
    record Tree(Site site) implements Value {
        @Override
        public Trace trace() {
            return site;
        }
    }

    /// A map that the schema knows and that is not there: one without entries, as in the API.
    record NoEntries(Trace.Nothing trace) implements Value {}

    /// All values from one to another, both included.
    record Range(Value low, Value high, Trace trace) implements Value {}

    /// An amount as Kubernetes writes it.
    record Amount(Decimal amount, String written, Trace trace) implements Value {}

    /// A length of time in seconds.
    record Time(Decimal seconds, String written, Trace trace) implements Value {}

    /// A moment in time.
    record Moment(java.time.Instant instant, String written, Trace trace) implements Value {}

    /// The name of an image.
    record Image(ImageName image, String written, Trace trace) implements Value {}

    /// An address or a network.
    record Address(IpNetwork network, Trace trace) implements Value {}

    /// A version.
    record Version(SemanticVersion version, String written, Trace trace) implements Value {}

    /// The name of the file that is judged.
    record FileName(String name) implements Value {
        @Override
        public Trace trace() {
            return Trace.Several.NONE;
        }
    }

    /// A symbol such as `:image`; it stands only as an argument.
    record Symbol(String name) implements Value {
        @Override
        public Trace trace() {
            return Trace.Several.NONE;
        }
    }

    /// A literal that was read before the run: a JSONPath, a pattern, a range of versions.
    record Prepared(Object form, String written) implements Value {
        @Override
        public Trace trace() {
            return Trace.Several.NONE;
        }
    }

    /// What a value is for an operation that asks more than whether it is there: a secret is then
    /// as wrong as a value of another type, and so is what would be made of it.
    static Value used(Value value) {
        return value instanceof Secret secret && !secret.undecided()
                ? new Wrong("a value that is known", secret)
                : value;
    }

    static Value missing() {
        return new Missing(null, "");
    }
}
