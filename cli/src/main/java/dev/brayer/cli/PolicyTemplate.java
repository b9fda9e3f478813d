package dev.brayer.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/// The files of a new policy: an example whose tests pass and exercise all of it.
final class PolicyTemplate {
    private static final String POLICY =
            """
            // Begun with `brayer new policy`: replace the rule, its comment and the manifests beside it.

            /// Every workload says whose it is, so that whoever is called at night knows whom to ask.
            rule RULE ensure on Deployment, StatefulSet "{kind} {metadata.name} does not say whose it is" {
                metadata.labels["team"] exists
            }

            test RULE {
                skips on \"""
                    apiVersion: v1
                    kind: Service
                    metadata:
                      name: web
                    \"""
            }
            """;

    private static final String GOOD =
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: web
              labels:
                team: shop
            spec:
              selector:
                matchLabels:
                  app: web
              template:
                metadata:
                  labels:
                    app: web
                spec:
                  containers:
                    - name: web
                      image: registry.acme.example/shop/web:1.4.2
            """;

    private static final String BAD =
            """
            apiVersion: apps/v1
            kind: Deployment
            # finding RULE: Deployment web does not say whose it is
            metadata:
              name: web
            spec:
              selector:
                matchLabels:
                  app: web
              template:
                metadata:
                  labels:
                    app: web
                spec:
                  containers:
                    - name: web
                      image: registry.acme.example/shop/web:1.4.2
            """;

    private PolicyTemplate() {}

    /// Texts by path in the folder of the policy.
    static Map<String, String> files(PolicyName name) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(name.folder() + ".cop", POLICY.replace("RULE", name.rule()));
        files.put("good/deployment.yml", GOOD);
        files.put("bad/deployment.yml", BAD.replace("RULE", name.rule()));
        return files;
    }
}
