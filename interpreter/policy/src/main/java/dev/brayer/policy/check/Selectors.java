package dev.brayer.policy.check;

import dev.brayer.grammar.policy.tree.Name;
import dev.brayer.grammar.policy.tree.Node;
import dev.brayer.grammar.policy.tree.Selector;
import dev.brayer.grammar.policy.tree.Target;
import dev.brayer.policy.PolicyCode;
import dev.brayer.policy.ir.Selection;
import dev.brayer.policy.type.Type;
import dev.brayer.policy.value.Workloads.Workload;
import dev.brayer.schema.KindSchema;
import dev.brayer.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Checks the kinds after `on`, and those that `resources` and `others` are asked for.
final class Selectors {
    static final String DEFINITION =
            "a CustomResourceDefinition among the judged files, or in `schemas:`, says which fields it has";

    private final KindCatalog catalog;
    private final Workshop workshop;
    private final Reporter reporter;

    private final List<Selection.Kind> kinds = new ArrayList<>();
    private final List<KindSchema> schemas = new ArrayList<>();
    private boolean everyKindIsKnown = true;
    private boolean havePods = true;

    Selectors(Workshop workshop, Reporter reporter) {
        this.catalog = workshop.kinds();
        this.workshop = workshop;
        this.reporter = reporter;
    }

    SelectedKinds kinds(Selector selector) {
        boolean anything = false;
        for (Target target : selector.targets()) {
            switch (target) {
                case Target.Any ignored -> anything = true;
                case Target.Workload ignored -> workloads();
                case Target.Kind kind -> kind(kind);
            }
        }
        return anything
                ? SelectedKinds.ofAnything(selector.removed())
                : selected(selector.removed());
    }

    private void workloads() {
        for (Workload workload : catalog.workloads().all()) {
            kinds.add(new Selection.Kind(workload.kind(), workload.groups(), null));
            know(catalog.workload(workload));
        }
    }

    private SelectedKinds selected(boolean removed) {
        Type object = everyKindIsKnown ? catalog.objects(schemas) : Type.MapOf.ANY;
        return new SelectedKinds(kinds, object, havePods, removed);
    }

    /// The kinds that a text names: as after `on`, or with a slash before the kind.
    SelectedKinds named(String text, Node written) {
        if (text.equals("workload")) {
            workloads();
        } else {
            int end = Math.max(text.indexOf(' '), text.lastIndexOf('/'));
            String kind = text.substring(end + 1).strip();
            if (end < 0) {
                bare(kind, written, true);
            } else {
                kind(text.substring(0, end), kind, written);
            }
        }
        return selected(false);
    }

    private void kind(Target.Kind target) {
        Name apiVersion = target.apiVersion();
        String kind = target.kind().text();
        if (apiVersion == null) {
            bare(kind, target.kind(), false);
        } else {
            kind(apiVersion.text(), kind, target.kind());
        }
    }

    private void kind(String text, String kind, Node written) {
        int slash = text.indexOf('/');
        boolean core = slash < 0 && isVersion(text);
        String group = core ? "" : slash < 0 ? text : text.substring(0, slash);
        String version = core ? text : slash < 0 ? null : text.substring(slash + 1);
        select(new Selection.Kind(kind, List.of(group), version));
        List<KindSchema> found = catalog.in(group, version, kind);
        know(found);
        if (found.isEmpty()) {
            unknown(kind, written, group, version);
        }
    }

    /// A kind without a group: one of Kubernetes itself, in every version.
    ///
    /// @param inText whether it stands in a text, and not behind `on`
    private void bare(String kind, Node written, boolean inText) {
        List<KindSchema> found = catalog.builtIn(kind);
        if (!found.isEmpty()) {
            select(new Selection.Kind(kind, catalog.groupsOf(kind), null));
            know(found);
            return;
        }
        everyKindIsKnown = false;
        List<KindSchema> custom = catalog.custom(kind);
        Schema other = custom.isEmpty() ? catalog.otherVersionWith(kind) : null;
        if (other != null) {
            select(new Selection.Kind(kind, groups(other.kindsNamed(kind)), null));
            reporter.warning(
                    PolicyCode.OTHER_VERSION,
                    written,
                    "Kubernetes "
                            + catalog.minor()
                            + " has no kind `"
                            + kind
                            + "`, "
                            + other.minor()
                            + " has it",
                    "its fields are not checked");
            return;
        }
        select(new Selection.Kind(kind, List.of(), null));
        if (custom.isEmpty()) {
            String example = inText ? "\"example.com/" + kind + "\"" : "on example.com " + kind;
            String otherwise =
                    Reporter.didYouMean(
                            kind,
                            catalog.customNames(),
                            "a kind of a custom resource needs its group: `" + example + "`");
            List<String> names = new ArrayList<>(catalog.names());
            if (inText) {
                names.addFirst("workload");
            }
            reporter.error(
                    PolicyCode.UNKNOWN_KIND,
                    written,
                    "unknown kind `" + kind + "`",
                    kind.equals("workloads") && !inText
                            ? "did you mean `workload`?"
                            : kind.equals("all") && !inText
                                    ? "`on any` selects every object"
                                    : Reporter.didYouMean(kind, names, otherwise));
        } else {
            reporter.error(
                    PolicyCode.UNKNOWN_KIND,
                    written,
                    "`" + kind + "` is a custom kind and needs its group",
                    inText
                            ? "write \"" + custom.getFirst().group() + "/" + kind + "\""
                            : "write `" + custom.getFirst().group() + " " + kind + "`");
        }
    }

    private static List<String> groups(List<KindSchema> kinds) {
        List<String> groups = new ArrayList<>();
        for (KindSchema kind : kinds) {
            if (!groups.contains(kind.group())) {
                groups.add(kind.group());
            }
        }
        return groups;
    }

    private void select(Selection.Kind kind) {
        kinds.add(kind);
        boolean workload = false;
        for (Workload known : catalog.workloads().all()) {
            workload |=
                    known.kind().equals(kind.kind()) && known.groups().containsAll(kind.groups());
        }
        havePods &= workload;
    }

    private void know(List<KindSchema> found) {
        schemas.addAll(found);
        everyKindIsKnown &= !found.isEmpty();
    }

    /// A kind with its group that no schema has.
    private void unknown(String kind, Node written, String group, @Nullable String version) {
        if (!catalog.canBeGroup(group)) {
            boolean kinds =
                    !catalog.builtIn(group).isEmpty()
                            || group.equals("workload")
                            || group.equals("any");
            reporter.error(
                    PolicyCode.UNKNOWN_KIND,
                    written,
                    kinds
                            ? "kinds are separated by commas"
                            : "there is no API group `" + group + "`",
                    kinds ? "write `" + group + ", " + kind + "`" : insteadOfGroup(group, kind));
            return;
        }
        boolean builtInGroup = catalog.isBuiltInGroup(group);
        List<String> groups = builtInGroup ? catalog.groupsOf(kind) : List.of();
        if (builtInGroup && !groups.contains(group)) {
            reporter.error(
                    PolicyCode.UNKNOWN_KIND,
                    written,
                    "the group `"
                            + (group.isEmpty() ? "v1" : group)
                            + "` has no kind `"
                            + kind
                            + "`",
                    groups.isEmpty()
                            ? Reporter.didYouMean(kind, catalog.names(), null)
                            : home(kind, groups.getFirst()));
            return;
        }
        String apiVersion =
                version == null ? group : group.isEmpty() ? version : group + "/" + version;
        String hint = Reporter.didYouMean(kind, catalog.customNames(group), null);
        if (!builtInGroup && hint != null && catalog.in(group, null, kind).isEmpty()) {
            reporter.error(
                    PolicyCode.UNKNOWN_KIND,
                    written,
                    "the group `" + group + "` has no kind `" + kind + "`",
                    hint);
        } else if (workshop.isFirst(apiVersion + " " + kind)) {
            reporter.warning(
                    PolicyCode.UNTYPED_KIND,
                    written,
                    "the fields of `" + apiVersion + " " + kind + "` are not checked",
                    builtInGroup
                            ? "Kubernetes " + catalog.minor() + " does not serve it in this version"
                            : DEFINITION);
        }
    }

    /// What a word before a kind may be meant for that is no group.
    private @Nullable String insteadOfGroup(String word, String kind) {
        List<String> words = new ArrayList<>(catalog.groupNames());
        words.add("removed");
        return Reporter.didYouMean(
                word,
                words,
                "the group of a custom kind has a dot, as in `on example.com " + kind + "`");
    }

    private static String home(String kind, String group) {
        return group.isEmpty()
                ? "`" + kind + "` is of the core group: `v1 " + kind + "`"
                : "`" + kind + "` is of the group `" + group + "`";
    }

    /// `v1`, `v2beta1`: a version of the core group, and no name of a group.
    private static boolean isVersion(String text) {
        return text.length() > 1
                && text.charAt(0) == 'v'
                && Character.isDigit(text.charAt(1))
                && text.indexOf('.') < 0;
    }
}
