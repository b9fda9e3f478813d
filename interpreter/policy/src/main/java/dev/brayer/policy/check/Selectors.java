package dev.brayer.policy.check;

import dev.brayer.grammar.policy.tree.Name;
import dev.brayer.grammar.policy.tree.Selector;
import dev.brayer.grammar.policy.tree.Target;
import dev.brayer.policy.PolicyCode;
import dev.brayer.policy.ir.Selection;
import java.util.ArrayList;
import java.util.List;

/// Checks the kinds after `on`.
final class Selectors {
    private final Reporter reporter;

    Selectors(Reporter reporter) {
        this.reporter = reporter;
    }

    SelectedKinds kinds(Selector selector) {
        List<Selection.Kind> kinds = new ArrayList<>();
        boolean any = false;
        boolean pods = true;
        for (Target target : selector.targets()) {
            switch (target) {
                case Target.Any ignored -> any = true;
                case Target.Workload ignored -> {
                    for (String kind : Kinds.WORKLOADS) {
                        kinds.add(new Selection.Kind(kind, Kinds.groupsOf(kind), null));
                    }
                }
                case Target.Kind kind -> {
                    Selection.Kind selected = kind(kind);
                    kinds.add(selected);
                    pods &= Kinds.hasPods(selected.kind());
                }
            }
        }
        return any
                ? new SelectedKinds(List.of(), false, selector.removed())
                : new SelectedKinds(kinds, pods, selector.removed());
    }

    private Selection.Kind kind(Target.Kind target) {
        String kind = target.kind().text();
        Name written = target.apiVersion();
        if (written == null) {
            List<String> groups = Kinds.groupsOf(kind);
            if (groups.isEmpty()) {
                reporter.error(
                        PolicyCode.UNKNOWN_KIND,
                        target.kind(),
                        "unknown kind `" + kind + "`",
                        Reporter.didYouMean(
                                kind,
                                Kinds.names(),
                                "a kind of a custom resource needs its group: `on example.com "
                                        + kind
                                        + "`"));
            }
            return new Selection.Kind(kind, groups, null);
        }
        String text = written.text();
        int slash = text.indexOf('/');
        boolean core = slash < 0 && isVersion(text);
        String group = core ? "" : slash < 0 ? text : text.substring(0, slash);
        String version = core ? text : slash < 0 ? null : text.substring(slash + 1);
        if (Kinds.isBuiltInGroup(group) && !Kinds.groupsOf(kind).contains(group)) {
            List<String> groups = Kinds.groupsOf(kind);
            String home =
                    groups.isEmpty()
                            ? null
                            : groups.getFirst().isEmpty()
                                    ? "`" + kind + "` is of the core group: `v1 " + kind + "`"
                                    : "`" + kind + "` is of the group `" + groups.getFirst() + "`";
            reporter.error(
                    PolicyCode.UNKNOWN_KIND,
                    target.kind(),
                    "the group `"
                            + (group.isEmpty() ? "v1" : group)
                            + "` has no kind `"
                            + kind
                            + "`",
                    home != null ? home : Reporter.didYouMean(kind, Kinds.names(), null));
        }
        return new Selection.Kind(kind, List.of(group), version);
    }

    /// `v1`, `v2beta1`: a version of the core group, and no name of a group.
    private static boolean isVersion(String text) {
        return text.length() > 1
                && text.charAt(0) == 'v'
                && Character.isDigit(text.charAt(1))
                && text.indexOf('.') < 0;
    }
}
