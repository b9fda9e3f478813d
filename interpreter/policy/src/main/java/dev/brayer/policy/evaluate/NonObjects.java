package dev.brayer.policy.evaluate;

import dev.brayer.document.Document;
import dev.brayer.document.DocumentCode;
import dev.brayer.document.ListNode;
import dev.brayer.document.MapNode;
import dev.brayer.document.Node;
import dev.brayer.document.ReadResult;
import dev.brayer.document.ResourceIdentity;
import dev.brayer.policy.ir.Program;
import dev.brayer.policy.ir.Rule;
import dev.brayer.text.Diagnostic;
import java.util.ArrayList;
import java.util.List;

/// Documents that are no Kubernetes objects. Rules with a selector never see them, so without a
/// word about it a list of objects would pass every check.
final class NonObjects {
    /// A file of which every document is one needs no hundred thousand warnings.
    private static final int MOST = 10;

    private NonObjects() {}

    /// Whether a rule of the program has a selector. Those of Copper 1 have none, and judge any
    /// document.
    static boolean matterTo(Program program) {
        for (Rule rule : program.rules()) {
            if (rule.selection() != null) {
                return true;
            }
        }
        return false;
    }

    /// What was said while reading, and a warning for each document that is no object.
    static List<Diagnostic> reported(ReadResult read) {
        List<Diagnostic> all = null;
        int found = 0;
        for (Document document : read.documents()) {
            Node root = document.root();
            if (!isObject(root) && found++ < MOST) {
                all = all == null ? new ArrayList<>(read.diagnostics()) : all;
                all.add(warning(root));
            }
        }
        return all == null ? read.diagnostics() : all;
    }

    private static boolean isObject(Node root) {
        return root instanceof MapNode && ResourceIdentity.of(root).isObject();
    }

    private static Diagnostic warning(Node root) {
        Diagnostic warning =
                Diagnostic.warning(
                        DocumentCode.NO_OBJECT,
                        root.place(),
                        "this is no Kubernetes object, so no rule with a selector judges it: "
                                + reason(root));
        if (root instanceof MapNode && isKustomization(root.source().name())) {
            return warning.withHint(
                    "brayer checks what it gives: `kustomize build . | brayer check --policy POLICY -`");
        }
        return root instanceof ListNode
                ? warning.withHint(
                        "write its items as documents of their own, or into the `items` of an object of `kind: List`")
                : warning;
    }

    private static boolean isKustomization(String file) {
        return file.endsWith("kustomization.yaml") || file.endsWith("kustomization.yml");
    }

    private static String reason(Node root) {
        if (root instanceof ListNode) {
            return "it is a list";
        }
        if (!(root instanceof MapNode)) {
            return "it is a single value";
        }
        ResourceIdentity identity = ResourceIdentity.of(root);
        if (identity.apiVersion() != null) {
            return "it has no `kind`";
        }
        return identity.kind() == null
                ? "it has neither `apiVersion` nor `kind`"
                : "it has no `apiVersion`";
    }
}
