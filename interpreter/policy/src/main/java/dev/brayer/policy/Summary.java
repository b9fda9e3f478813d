package dev.brayer.policy;

import dev.brayer.text.Place;
import java.util.List;

/// What was judged, in numbers, and what was not judged and why.
///
/// @param files with at least one document
/// @param documents that were there to be judged
/// @param rules that were loaded
/// @param passed how often a rule held for a document
/// @param failed how often an `ensure` rule did not hold for a document
/// @param warned how often a `warn` rule did not hold for a document
/// @param signoffs how often a `signoff` rule did not hold for a document
/// @param unmatched rules that judged nothing in the whole run
/// @param undecided what depends on a word that is not known: neither a finding nor a pass
public record Summary(
        int files,
        int documents,
        int rules,
        int passed,
        int failed,
        int warned,
        int signoffs,
        List<Unmatched> unmatched,
        List<Undecided> undecided) {

    public Summary {
        unmatched = List.copyOf(unmatched);
        undecided = List.copyOf(undecided);
    }

    /// Why a rule judged nothing.
    public enum Reason {
        /// No document is of a selected kind.
        SELECTOR("no document is selected"),
        /// No path of a `fetch` led to a node.
        FETCH("no fetch found a node"),
        /// No list had an element to judge.
        EMPTY("no list had an element"),
        /// The previous version is not known.
        BEFORE("no previous version is known");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }

        /// As in reports.
        public String word() {
            return switch (this) {
                case SELECTOR -> "selector";
                case FETCH -> "fetch";
                case EMPTY -> "empty";
                case BEFORE -> "before";
            };
        }

        /// For people.
        public String sentence() {
            return sentence;
        }
    }

    /// A rule that judged nothing.
    public record Unmatched(String rule, Place declared, Reason reason) {}

    /// Something a rule could not decide, because a word is not known.
    public record Undecided(
            String rule, Place declared, String path, Place place, String word, Cause cause) {
        /// Why a word is not known.
        public enum Cause {
            UNFILLED("has no value yet"),
            SECRET("is a secret, and whether it changed is not known");

            private final String sentence;

            Cause(String sentence) {
                this.sentence = sentence;
            }

            /// What is said of the word.
            public String sentence() {
                return sentence;
            }
        }
    }
}
