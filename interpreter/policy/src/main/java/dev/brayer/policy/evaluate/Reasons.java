package dev.brayer.policy.evaluate;

import dev.brayer.policy.Finding.Code;
import dev.brayer.policy.ir.Operand;
import dev.brayer.policy.value.Comparison;
import dev.brayer.policy.value.Site;
import dev.brayer.policy.value.Subject;
import dev.brayer.policy.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Places and texts of reasons.
final class Reasons {
    private Reasons() {}

    /// The first node of the judged object; where there is none, what names the object, else the
    /// object.
    static Site site(List<Site> carried, Subject judged) {
        for (Site site : carried) {
            if (site.subject() == judged) {
                return site;
            }
        }
        Site metadata = judged.root().field("metadata");
        Site name = metadata == null ? null : metadata.field("name");
        return name == null ? judged.root() : name;
    }

    static Value.@Nullable Open firstOpen(Value left, Value right, Comparison.Effort effort) {
        for (Value value : List.of(left, right)) {
            if (value instanceof Value.Open open) {
                return open;
            }
        }
        return Comparison.hidden(left, right, effort);
    }

    static Code code(Value.@Nullable Open open) {
        return switch (open) {
            case null -> Code.FAILED;
            case Value.Missing _ -> Code.MISSING;
            case Value.Wrong _ -> Code.TYPE;
            case Value.Unfilled _ -> Code.MISSING;
            case Value.Secret _ -> Code.TYPE;
        };
    }

    static String text(Value.Open open) {
        return switch (open) {
            case Value.Missing(_, String absent) ->
                    absent.isEmpty() ? "the value is null" : "`" + absent + "` is missing";
            case Value.Wrong(_, Value.Secret secret) -> text(secret);
            case Value.Wrong(String expected, Value found) ->
                    "found " + Texts.quoted(found) + ", expected " + expected;
            case Value.Unfilled(String word, _) -> "`${" + word + "}` has no value yet";
            case Value.Secret _ -> "a secret's value is not known to policies";
        };
    }

    /// What `exists` says of a value that is not there.
    static String missing(Value.Missing missing, Operand operand) {
        return missing.nearest() == null
                ? Texts.code(operand.place()) + " is missing"
                : text(missing);
    }
}
