package dev.brayer.policy.custom;

import dev.brayer.text.DiagnosticCode;
import dev.brayer.text.Outcome;

/// What can be wrong with a custom resource definition.
public enum CustomResourceCode implements DiagnosticCode {
    BROKEN(
            "custom-resource-broken",
            """
            A CustomResourceDefinition does not say what the API server asks of it, so nothing is known of its kind: rules \
            may still judge its objects, but their fields are not checked before the run. In a file that `schemas:` names it \
            is an error, among judged manifests a warning.\
            """),
    LIMIT(
            "custom-resource-limit",
            """
            The schema of a CustomResourceDefinition is larger or deeper than any that is in use. The limit keeps a hostile \
            manifest from costing time and memory; the kind stays without known fields.\
            """),
    NONE(
            "custom-resource-none",
            """
            A file or folder that `schemas:` names holds no CustomResourceDefinition of `apiextensions.k8s.io/v1`, so it \
            teaches nothing. Give the file that the operator's project publishes for `kubectl apply`.\
            """);

    private final String id;
    private final String explanation;

    CustomResourceCode(String id, String explanation) {
        this.id = id;
        this.explanation = explanation;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Outcome outcome() {
        return Outcome.USAGE;
    }

    @Override
    public String explanation() {
        return explanation;
    }
}
