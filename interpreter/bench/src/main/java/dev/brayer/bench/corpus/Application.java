package dev.brayer.bench.corpus;

import java.util.List;

/// What the objects of one application have in common.
///
/// @param number of the application, from 0
/// @param sloppy whether nobody looks after it: most of what policies find is found here
record Application(
        int number, String name, String namespace, String team, String image, boolean sloppy) {
    private static final List<String> WORDS =
            List.of(
                    "orders",
                    "carts",
                    "search",
                    "media",
                    "mails",
                    "stock",
                    "prices",
                    "reviews",
                    "login",
                    "billing",
                    "reports",
                    "exports",
                    "imports",
                    "catalog",
                    "shipping",
                    "returns",
                    "coupons",
                    "fraud",
                    "ledger",
                    "events",
                    "metrics",
                    "gateway",
                    "profile",
                    "sessions",
                    "chat",
                    "notices",
                    "ranking",
                    "tax",
                    "locations");

    private static final List<String> TEAMS =
            List.of("shop", "payments", "platform", "search", "logistics", "growth", "data");

    private static final List<String> ROLES = List.of("api", "web", "worker", "admin", "sync");

    static Application roll(int number, Dice dice) {
        String word = dice.of(WORDS);
        String role = dice.of(ROLES);
        String team = dice.of(TEAMS);
        String name = word + "-" + role + "-" + number;
        String stage = dice.of(List.of("production", "staging"));
        boolean sloppy = dice.percent(10);
        String version = dice.between(1, 4) + "." + dice.between(0, 30) + "." + dice.between(0, 9);
        String registry = dice.percent(96) ? "registry.acme.example" : "docker.io";
        String image =
                registry
                        + "/"
                        + team
                        + "/"
                        + word
                        + "-"
                        + role
                        + ":"
                        + (sloppy && dice.percent(30) ? "latest" : version)
                        + (dice.percent(80) ? "@sha256:" + dice.hexadecimal(64) : "");
        return new Application(number, name, team + "-" + stage, team, image, sloppy);
    }

    /// `metadata`, with labels and sometimes with annotations.
    String metadata(String objectName, Dice dice) {
        StringBuilder text =
                new StringBuilder("metadata:\n  name: ").append(objectName).append('\n');
        text.append("  namespace: ").append(namespace).append('\n');
        text.append(labels("  "));
        if (dice.percent(60)) {
            text.append(
                    """
                      annotations:
                        meta.helm.sh/release-name: %s
                        meta.helm.sh/release-namespace: %s
                        acme.example/owner: "%s@acme.example"
                        acme.example/runbook: https://wiki.acme.example/runbooks/%s
                    """
                            .formatted(name, namespace, team, name));
        }
        return text.toString();
    }

    String labels(String indent) {
        return """
        %slabels:
        %s  app.kubernetes.io/name: %s
        %s  app.kubernetes.io/instance: %s
        %s  app.kubernetes.io/managed-by: Helm
        %s  helm.sh/chart: service-2.14.1
        """
                        .formatted(indent, indent, name, indent, name, indent, indent)
                + (sloppy ? "" : indent + "  team: " + team + "\n");
    }
}
