package dev.brayer.bench.corpus;

import java.util.List;

/// Templates of pods, with all that grows in them over the years.
final class Pods {
    private static final List<String> SETTINGS =
            List.of(
                    "LOG_LEVEL",
                    "HTTP_PORT",
                    "DATABASE_HOST",
                    "DATABASE_NAME",
                    "CACHE_TTL",
                    "FEATURE_FLAGS",
                    "KAFKA_BROKERS",
                    "OTEL_EXPORTER_OTLP_ENDPOINT",
                    "POOL_SIZE",
                    "REQUEST_TIMEOUT",
                    "JAVA_TOOL_OPTIONS",
                    "REGION",
                    "SENTRY_ENVIRONMENT",
                    "MAX_BATCH",
                    "RETRY_LIMIT",
                    "S3_BUCKET",
                    "METRICS_PATH",
                    "LOCALE");

    private final Application application;
    private final Dice dice;

    Pods(Application application, Dice dice) {
        this.application = application;
        this.dice = dice;
    }

    /// `metadata` and `spec` of a template, indented.
    ///
    /// @param job whether it ends by itself: no probes, no ports
    String template(String indent, boolean job) {
        StringBuilder text = new StringBuilder("metadata:\n");
        text.append(application.labels("  "));
        text.append(
                """
                  annotations:
                    prometheus.io/scrape: "true"
                    prometheus.io/port: "8080"
                    checksum/config: %s
                spec:
                """
                        .formatted(dice.hexadecimal(64)));
        text.append("  serviceAccountName: ").append(application.name()).append('\n');
        if (!application.sloppy()) {
            text.append(
                    """
                      automountServiceAccountToken: false
                      securityContext:
                        runAsNonRoot: true
                        runAsUser: 10001
                        fsGroup: 10001
                        seccompProfile:
                          type: RuntimeDefault
                    """);
        }
        if (job) {
            text.append("  restartPolicy: OnFailure\n");
        } else {
            scheduling(text);
        }
        if (dice.percent(20)) {
            text.append("  initContainers:\n");
            container(text, "migrate", true);
        }
        text.append("  containers:\n");
        container(text, "main", job);
        if (dice.percent(25)) {
            container(text, "proxy", job);
        }
        volumes(text);
        return text.toString().indent(indent.length());
    }

    private void scheduling(StringBuilder text) {
        text.append("  terminationGracePeriodSeconds: 30\n");
        if (dice.percent(60)) {
            text.append(
                    """
                      topologySpreadConstraints:
                        - maxSkew: 1
                          topologyKey: topology.kubernetes.io/zone
                          whenUnsatisfiable: ScheduleAnyway
                          labelSelector:
                            matchLabels:
                              app.kubernetes.io/name: %s
                    """
                            .formatted(application.name()));
        }
        if (dice.percent(30)) {
            text.append(
                    """
                      tolerations:
                        - key: acme.example/spot
                          operator: Equal
                          value: "true"
                          effect: NoSchedule
                    """);
        }
    }

    private void container(StringBuilder text, String name, boolean job) {
        boolean sloppy = application.sloppy();
        text.append("    - name: ").append(name).append('\n');
        text.append("      image: ").append(application.image()).append('\n');
        text.append("      imagePullPolicy: IfNotPresent\n");
        if (job) {
            text.append("      command: [\"/app/run\", \"--once\", \"--verbose=false\"]\n");
        } else {
            text.append(
                    """
                          ports:
                            - name: http
                              containerPort: 8080
                              protocol: TCP
                    """);
        }
        environment(text);
        text.append(
                """
                      resources:
                        requests:
                          cpu: %dm
                          memory: %dMi
                """
                        .formatted(dice.between(1, 20) * 50, dice.between(1, 16) * 64));
        if (!sloppy || dice.percent(50)) {
            text.append("        limits:\n          memory: ")
                    .append(dice.of(List.of("1Gi", "1536Mi", "2Gi", "4Gi")))
                    .append('\n');
        }
        if (!job && (!sloppy || dice.percent(50))) {
            probe(text, "livenessProbe", "/health/live");
            probe(text, "readinessProbe", "/health/ready");
        }
        if (!sloppy) {
            text.append(
                    """
                          securityContext:
                            allowPrivilegeEscalation: false
                            readOnlyRootFilesystem: true
                            capabilities:
                              drop: [ALL]
                    """);
        } else if (dice.percent(20)) {
            text.append("      securityContext:\n        privileged: true\n");
        }
        text.append(
                """
                      volumeMounts:
                        - name: config
                          mountPath: /etc/%s
                          readOnly: true
                        - name: tmp
                          mountPath: /tmp
                """
                        .formatted(application.name()));
    }

    private void environment(StringBuilder text) {
        text.append("      env:\n");
        int first = dice.between(0, SETTINGS.size() - 6);
        int last = Math.min(SETTINGS.size(), first + dice.between(3, 14));
        for (String setting : SETTINGS.subList(first, last)) {
            text.append("        - name: ").append(setting).append('\n');
            if (dice.percent(70)) {
                text.append("          value: \"").append(dice.hexadecimal(12)).append("\"\n");
            } else {
                text.append("          valueFrom:\n            secretKeyRef:\n              name: ")
                        .append(application.name())
                        .append("\n              key: ")
                        .append(setting.toLowerCase(java.util.Locale.ROOT))
                        .append('\n');
            }
        }
    }

    private void probe(StringBuilder text, String name, String path) {
        text.append("      ")
                .append(name)
                .append(":\n        httpGet:\n          path: ")
                .append(path);
        text.append("\n          port: http\n        initialDelaySeconds: ");
        text.append(dice.between(1, 6) * 5);
        text.append("\n        periodSeconds: 10\n        timeoutSeconds: 2\n");
    }

    private void volumes(StringBuilder text) {
        text.append(
                """
                  volumes:
                    - name: config
                      configMap:
                        name: %s
                    - name: tmp
                      emptyDir:
                        sizeLimit: 256Mi
                """
                        .formatted(application.name()));
        if (application.sloppy() && dice.percent(20)) {
            text.append(
                    "    - name: docker\n      hostPath:\n        path: /var/run/docker.sock\n");
        }
    }
}
