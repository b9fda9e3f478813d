package dev.brayer.policy.check;

import dev.brayer.grammar.policy.tree.Expression;
import dev.brayer.policy.PolicyCode;
import java.util.ArrayList;
import java.util.List;

/// Checks the kinds that `resources` and `others` are asked for.
final class KindNames {
    private final Workshop workshop;
    private final Reporter reporter;

    KindNames(Workshop workshop, Reporter reporter) {
        this.workshop = workshop;
        this.reporter = reporter;
    }

    void check(String kind, Expression written) {
        KindCatalog kinds = workshop.kinds();
        if (kind.equals("workload")
                || !kinds.builtIn(kind).isEmpty()
                || !kinds.custom(kind).isEmpty()) {
            return;
        }
        List<String> known = new ArrayList<>(List.of("workload"));
        known.addAll(kinds.names());
        known.addAll(kinds.customNames());
        String hint = Reporter.didYouMean(kind, known, null);
        boolean couldBeOne = !kind.isEmpty() && Character.isUpperCase(kind.charAt(0));
        if (hint != null || !couldBeOne) {
            reporter.error(PolicyCode.UNKNOWN_KIND, written, "unknown kind \"" + kind + "\"", hint);
        } else if (workshop.isFirst(kind)) {
            reporter.warning(
                    PolicyCode.UNTYPED_KIND,
                    written,
                    "the fields of `" + kind + "` are not checked",
                    Selectors.DEFINITION);
        }
    }
}
