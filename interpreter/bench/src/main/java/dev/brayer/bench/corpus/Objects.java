package dev.brayer.bench.corpus;

import java.util.List;

/// Writes the objects of one application.
final class Objects {
    private final Application application;
    private final Dice dice;
    private final List<Manifest> written;

    Objects(Application application, Dice dice, List<Manifest> written) {
        this.application = application;
        this.dice = dice;
        this.written = written;
    }

    /// All of them: what every service has, and what some have.
    void write() {
        boolean stateful = dice.percent(12);
        workload(stateful ? "StatefulSet" : "Deployment");
        service(stateful);
        settings();
        write("v1", "ServiceAccount", "automountServiceAccountToken: false\n");
        if (!application.sloppy()) {
            budget();
        }
        networkPolicy();
        if (!stateful && dice.percent(60)) {
            autoscaler();
        }
        if (dice.percent(55)) {
            ingress();
        }
        if (dice.percent(70)) {
            secret();
        }
        if (dice.percent(25)) {
            job();
        }
        if (dice.percent(30)) {
            role();
        }
        if (dice.percent(10)) {
            dashboard();
        }
    }

    private void write(String apiVersion, String kind, String rest) {
        write(apiVersion, kind, application.name(), rest);
    }

    private void write(String apiVersion, String kind, String name, String rest) {
        StringBuilder text = new StringBuilder();
        if (dice.percent(50)) {
            text.append("# Source: service/templates/")
                    .append(kind.toLowerCase(java.util.Locale.ROOT))
                    .append(".yaml\n");
        }
        text.append("apiVersion: ").append(apiVersion).append("\nkind: ").append(kind).append('\n');
        text.append(application.metadata(name, dice)).append(rest);
        String file =
                application.namespace()
                        + "/"
                        + name
                        + "-"
                        + kind.toLowerCase(java.util.Locale.ROOT)
                        + ".yaml";
        written.add(new Manifest(file, text.toString()));
    }

    private String selector(String indent) {
        return """
        %smatchLabels:
        %s  app.kubernetes.io/name: %s
        %s  app.kubernetes.io/instance: %s
        """
                .formatted(indent, indent, application.name(), indent, application.name());
    }

    private void workload(String kind) {
        StringBuilder text = new StringBuilder("spec:\n");
        text.append("  replicas: ")
                .append(application.sloppy() ? 1 : dice.between(2, 6))
                .append('\n');
        text.append("  revisionHistoryLimit: 3\n  selector:\n").append(selector("    "));
        if (kind.equals("StatefulSet")) {
            text.append("  serviceName: ").append(application.name()).append('\n');
        } else {
            text.append(
                    """
                      strategy:
                        type: RollingUpdate
                        rollingUpdate:
                          maxSurge: 25%
                          maxUnavailable: 0
                    """);
        }
        text.append("  template:\n").append(new Pods(application, dice).template("    ", false));
        if (kind.equals("StatefulSet")) {
            text.append(
                    """
                      volumeClaimTemplates:
                        - metadata:
                            name: data
                          spec:
                            accessModes: [ReadWriteOnce]
                            storageClassName: fast
                            resources:
                              requests:
                                storage: %dGi
                    """
                            .formatted(dice.between(1, 20) * 10));
        }
        write("apps/v1", kind, text.toString());
    }

    private void service(boolean headless) {
        StringBuilder text = new StringBuilder("spec:\n");
        text.append(headless ? "  clusterIP: None\n" : "");
        boolean open = application.sloppy() && dice.percent(20);
        text.append("  type: ").append(open ? "NodePort" : "ClusterIP").append('\n');
        text.append(
                """
                  ports:
                    - name: http
                      port: 80
                      targetPort: http
                      protocol: TCP
                  selector:
                    app.kubernetes.io/name: %s
                    app.kubernetes.io/instance: %s
                """
                        .formatted(application.name(), application.name()));
        write("v1", "Service", text.toString());
    }

    private void settings() {
        StringBuilder text = new StringBuilder("data:\n  application.yaml: |\n");
        text.append("    server:\n      port: 8080\n      shutdown: graceful\n    clients:\n");
        for (int client = dice.between(4, 60); client > 0; client--) {
            text.append(
                    """
                          - name: client-%d
                            url: https://%s.acme.example/v%d
                            timeout: %ds
                            retries: { attempts: 3, backoff: 200ms }
                    """
                            .formatted(
                                    client,
                                    dice.hexadecimal(8),
                                    dice.between(1, 3),
                                    dice.between(1, 30)));
        }
        text.append(
                """
                  log4j2.properties: |
                    rootLogger.level = info
                    appender.console.type = Console
                    appender.console.layout.type = JsonTemplateLayout
                  REGION: eu-central-1
                  MAX_UPLOAD: "10485760"
                """);
        write("v1", "ConfigMap", text.toString());
    }

    /// The long lines of a dashboard in JSON.
    private void dashboard() {
        StringBuilder text = new StringBuilder("data:\n  dashboard.json: |-\n    {\"panels\": [");
        for (int panel = dice.between(20, 60); panel > 0; panel--) {
            text.append("{\"id\": ").append(panel).append(", \"title\": \"p99 of ");
            text.append(dice.hexadecimal(6))
                    .append("\", \"targets\": [{\"expr\": \"histogram_quantile(0.99, ");
            text.append("sum(rate(http_server_requests_seconds_bucket{service=\\\"");
            text.append(application.name()).append("\\\"}[5m])) by (le))\"}]}, ");
        }
        text.append("{\"id\": 0}]}\n");
        write("v1", "ConfigMap", application.name() + "-dashboard", text.toString());
    }

    private void secret() {
        StringBuilder text = new StringBuilder("type: Opaque\ndata:\n");
        for (int key = dice.between(2, 8); key > 0; key--) {
            text.append("  key-")
                    .append(key)
                    .append(": ")
                    .append(dice.hexadecimal(40))
                    .append("==\n");
        }
        write("v1", "Secret", text.toString());
    }

    private void budget() {
        String text = "spec:\n  maxUnavailable: 1\n  selector:\n" + selector("    ");
        write("policy/v1", "PodDisruptionBudget", text);
    }

    private void autoscaler() {
        write(
                "autoscaling/v2",
                "HorizontalPodAutoscaler",
                """
                spec:
                  scaleTargetRef:
                    apiVersion: apps/v1
                    kind: Deployment
                    name: %s
                  minReplicas: %d
                  maxReplicas: %d
                  metrics:
                    - type: Resource
                      resource:
                        name: cpu
                        target:
                          type: Utilization
                          averageUtilization: %d
                """
                        .formatted(
                                application.name(),
                                dice.between(1, 4),
                                dice.between(4, 20),
                                dice.between(5, 9) * 10));
    }

    private void ingress() {
        // Now and then a host is copied from another application.
        int number = dice.percent(1) ? application.number() / 2 : application.number();
        String host = application.team() + "-" + number + ".acme.example";
        StringBuilder text = new StringBuilder("spec:\n  ingressClassName: nginx\n");
        if (!application.sloppy()) {
            text.append("  tls:\n    - hosts: [").append(host).append("]\n      secretName: ");
            text.append(application.name()).append("-tls\n");
        }
        text.append("  rules:\n    - host: ")
                .append(host)
                .append("\n      http:\n        paths:\n");
        for (String path : List.of("/", "/api", "/static").subList(0, dice.between(1, 3))) {
            text.append(
                    """
                              - path: %s
                                pathType: Prefix
                                backend:
                                  service:
                                    name: %s
                                    port:
                                      name: http
                    """
                            .formatted(path, application.name()));
        }
        write("networking.k8s.io/v1", "Ingress", text.toString());
    }

    private void networkPolicy() {
        write(
                "networking.k8s.io/v1",
                "NetworkPolicy",
                """
                spec:
                  podSelector:
                %s  policyTypes: [Ingress, Egress]
                  ingress:
                    - from:
                        - namespaceSelector:
                            matchLabels:
                              kubernetes.io/metadata.name: ingress-nginx
                      ports:
                        - port: http
                          protocol: TCP
                  egress:
                    - to:
                        - ipBlock:
                            cidr: 10.%d.0.0/16
                      ports:
                        - port: 443
                        - port: 5432
                """
                        .formatted(selector("    "), dice.between(0, 250)));
    }

    private void job() {
        write(
                "batch/v1",
                "CronJob",
                "spec:\n  schedule: \"%d %d * * *\"\n"
                                .formatted(dice.between(0, 59), dice.between(0, 23))
                        + (application.sloppy() ? "" : "  concurrencyPolicy: Forbid\n")
                        + "  successfulJobsHistoryLimit: 1\n"
                        + "  jobTemplate:\n"
                        + "    spec:\n"
                        + "      activeDeadlineSeconds: 1800\n"
                        + "      backoffLimit: 2\n"
                        + "      template:\n"
                        + new Pods(application, dice).template("        ", true));
    }

    private void role() {
        write(
                "rbac.authorization.k8s.io/v1",
                "Role",
                """
                rules:
                  - apiGroups: [""]
                    resources: [configmaps, secrets]
                    verbs: [get, list, watch]
                  - apiGroups: [apps]
                    resources: [%s]
                    verbs: [get, list]
                """
                        .formatted(application.sloppy() ? "\"*\"" : "deployments"));
    }
}
