package dev.brayer.policy.validate;

import dev.brayer.grammar.policy.tree.Item;
import dev.brayer.grammar.policy.tree.Selector;
import dev.brayer.grammar.policy.tree.Target;
import dev.brayer.policy.PolicyCode;
import dev.brayer.policy.value.Workloads;
import java.util.List;

/// A kind that a selector lists although another entry of the list selects it already.
final class RepeatedTargets implements Validator {
    @Override
    public void validate(ReviewedFile file) {
        for (Item item : file.items()) {
            if (item instanceof Item.Rule rule && rule.selector() != null) {
                look(rule.selector(), file);
            }
        }
    }

    private static void look(Selector selector, ReviewedFile file) {
        List<Target> targets = selector.targets();
        for (int index = 0; index < targets.size(); index++) {
            for (int other = 0; other < targets.size(); other++) {
                Target one = targets.get(index);
                Target wider = targets.get(other);
                boolean equal = includes(one, wider);
                if (other != index && includes(wider, one) && (!equal || other < index)) {
                    file.warn(
                            PolicyCode.REPEATED_PART,
                            one,
                            file.quoted(one) + " is selected already",
                            null,
                            wider,
                            "by this");
                    break;
                }
            }
        }
    }

    /// Whether everything that the second one selects is selected by the first one too.
    private static boolean includes(Target wide, Target narrow) {
        return switch (wide) {
            case Target.Any _ -> true;
            case Target.Workload _ -> narrow instanceof Target.Workload || isWorkload(narrow);
            case Target.Kind kind ->
                    narrow instanceof Target.Kind other
                            && kind.kind().text().equals(other.kind().text())
                            && apiVersion(kind).equals(apiVersion(other));
        };
    }

    private static String apiVersion(Target.Kind kind) {
        return kind.apiVersion() == null ? "" : kind.apiVersion().text();
    }

    private static boolean isWorkload(Target target) {
        if (target instanceof Target.Kind kind && kind.apiVersion() == null) {
            for (Workloads.Workload workload : Workloads.BUILT_IN.all()) {
                if (workload.kind().equals(kind.kind().text())) {
                    return true;
                }
            }
        }
        return false;
    }
}
