package dev.brayer.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brayer.document.Document;
import dev.brayer.document.DocumentReader;
import dev.brayer.policy.evaluate.Observer;
import dev.brayer.policy.ir.Condition;
import dev.brayer.policy.ir.Definition;
import dev.brayer.policy.ir.Operand;
import dev.brayer.policy.ir.Rule;
import dev.brayer.policy.value.Truth;
import dev.brayer.text.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Quantifiers over other objects look only at those that may matter. A run with an observer looks
/// at all of them, and has to say the same: of clusters in which much is unusual.
class JoinsTest {
    private static final String POLICY =
            """
            rule ServiceHasPods ensure on Service where count(spec.selector) > 0 { any w in resources("workload") : selects(resource, w) }
            rule HasBudget ensure on Deployment { any b in resources("PodDisruptionBudget") : selects(b, resource) }
            rule NoBudget warn on Deployment { no b in resources("PodDisruptionBudget") : selects(b, resource) }
            rule Fenced ensure on Deployment, StatefulSet {
                any p in resources("NetworkPolicy") : (count(p.spec.podSelector.matchLabels) > 0 and selects(p, resource))
            }
            rule UniqueHost ensure on Ingress "{r.host} is claimed twice" {
                every r in spec.rules where r.host exists : no other in others("Ingress") : r.host in other.spec.rules.pick(:host)
            }
            rule SharedHost warn on Ingress { any other in others("Ingress") : other.spec.rules.pick(:host).contains(spec.rules[0].host) }
            rule Autoscaled ensure on Deployment "{metadata.name}" {
                not spec.replicas exists or no h in resources("HorizontalPodAutoscaler") : h.spec.scaleTargetRef.name == metadata.name
            }
            rule Backend ensure on Ingress {
                any s in resources("Service") where s.metadata.namespace == metadata.namespace : s.metadata.name == spec.ingressClassName
            }
            rule BackendElsewhere warn on Ingress {
                no s in resources("Service") where s.metadata.namespace == metadata.namespace : s.metadata.name == spec.ingressClassName
            }
            rule Neighbour ensure on Service {
                any s in others("Service") where s.metadata.namespace == metadata.namespace : s.spec.selector exists
            }
            rule Both ensure on Deployment {
                any s in others("Deployment") : (s.metadata.namespace == metadata.namespace and s.spec.replicas > 1)
            }
            rule NamedIn ensure on Service { any w in resources("workload") : w.metadata.name in spec.externalIPs }
            rule NotNamedIn warn on Service { no w in others("Service") : w.metadata.name in spec.externalIPs }
            rule Equal warn on Deployment { no d in others("Deployment") : d.spec.replicas == spec.replicas }
            rule Different warn on Deployment { every d in others("Deployment") : d.metadata.name != metadata.name }
            rule Negated warn on Service { not any w in resources("workload") : selects(resource, w) }
            rule Chosen ensure on Service where any w in resources("workload") : w.metadata.name == metadata.name { spec.type exists }
            """;

    private static final Observer NOBODY =
            new Observer() {
                @Override
                public void selected(Rule rule) {}

                @Override
                public void judged(Condition condition, Truth truth) {}

                @Override
                public void met(Condition.Quantified quantified, int elements) {}

                @Override
                public void fellBack(Operand.Fallback fallback, boolean taken) {}

                @Override
                public void called(Definition<?> definition) {}

                @Override
                public void shown(Operand interpolation) {}
            };

    private final Random random = new Random(2026);

    @Test
    void saysTheSameAsLookingAtEveryObject() {
        LoadedPolicies loaded =
                PolicyLoader.load(List.of(Source.of("joins.cop", POLICY)), LoadOptions.none());
        assertEquals(List.of(), loaded.diagnostics());
        CheckedPolicies policies = loaded.policies().orElseThrow();
        int findings = 0;
        for (int round = 0; round < 400; round++) {
            List<Document> cluster = cluster();
            JudgeOptions options = JudgeOptions.standard();
            Verdict plain = Judge.judge(policies, cluster, options.withObserver(NOBODY));
            Verdict joined = Judge.judge(policies, cluster, options);
            Verdict shared = Judge.judge(policies, cluster, options.withThreads(3));
            assertEquals(text(plain), text(joined));
            assertEquals(text(plain), text(shared));
            findings += plain.findings().size();
        }
        assertTrue(findings > 10_000, findings + " findings");
    }

    /// What looking at every object costs too much for is judged all the same.
    @Test
    void takesFewStepsForManyObjects() {
        StringBuilder text = new StringBuilder();
        for (int number = 0; number < 2_000; number++) {
            text.append(
                    """
                    ---
                    apiVersion: v1
                    kind: Service
                    metadata: { name: web-%1$d }
                    spec: { selector: { app: web-%1$d } }
                    ---
                    apiVersion: v1
                    kind: Pod
                    metadata: { name: web-%1$d, labels: { app: web-%1$d } }
                    """
                            .formatted(number));
        }
        List<Document> documents =
                DocumentReader.read(Source.of("cluster.yml", text.toString())).documents();
        Source policy =
                Source.of(
                        "p.cop",
                        "rule P ensure on Service { any w in resources(\"Pod\") : selects(resource, w) }");
        CheckedPolicies policies =
                PolicyLoader.load(List.of(policy), LoadOptions.none()).policies().orElseThrow();
        Verdict verdict = Judge.judge(policies, documents, JudgeOptions.standard().withSteps(100));
        assertEquals("2000 passed, 0 failed", passedAndFailed(verdict));
        Verdict plain =
                Judge.judge(
                        policies,
                        documents,
                        JudgeOptions.standard().withSteps(100).withObserver(NOBODY));
        assertEquals(Finding.Code.LIMIT, plain.findings().getLast().code());
    }

    private static String passedAndFailed(Verdict verdict) {
        Summary summary = verdict.summary();
        return summary.passed() + " passed, " + summary.failed() + " failed";
    }

    private static String text(Verdict verdict) {
        StringBuilder text = new StringBuilder();
        for (Finding finding : verdict.findings()) {
            text.append(finding).append('\n');
        }
        return text.append(verdict.summary()).toString();
    }

    private List<Document> cluster() {
        List<Document> documents = new ArrayList<>();
        int count = random.nextBoolean() ? random.nextInt(2, 6) : random.nextInt(6, 60);
        for (int number = 0; number < count; number++) {
            Source source = Source.of(number / 4 + ".yml", object());
            documents.addAll(DocumentReader.read(source).documents());
        }
        return documents;
    }

    private String object() {
        String kind =
                one(
                        "Service",
                        "Deployment",
                        "StatefulSet",
                        "Ingress",
                        "NetworkPolicy",
                        "PodDisruptionBudget",
                        "HorizontalPodAutoscaler",
                        "Pod");
        String version =
                switch (kind) {
                    case "Deployment", "StatefulSet" -> "apps/v1";
                    case "Ingress", "NetworkPolicy" -> "networking.k8s.io/v1";
                    case "PodDisruptionBudget" -> "policy/v1";
                    case "HorizontalPodAutoscaler" -> "autoscaling/v2";
                    default -> "v1";
                };
        String metadata =
                "metadata: { name: "
                        + name()
                        + one(
                                "",
                                ", namespace: a",
                                ", namespace: b",
                                ", namespace: 7",
                                ", namespace: null")
                        + ", labels: "
                        + labels()
                        + " }\n";
        String selector = one(labels(), "{ matchLabels: " + labels() + " }", expressions());
        String spec =
                switch (kind) {
                    case "Service" ->
                            "{ selector: "
                                    + selector
                                    + one("", ", type: ClusterIP")
                                    + ", externalIPs: "
                                    + one("[web, api]", "[]", "[web, 1]", "[null]", "web")
                                    + " }";
                    case "NetworkPolicy" -> "{ podSelector: " + selector + " }";
                    case "PodDisruptionBudget" ->
                            one("{ selector: " + selector + " }", "{}", "text");
                    case "Ingress" ->
                            "{ ingressClassName: "
                                    + name()
                                    + ", rules: "
                                    + one(
                                            "[" + rule() + ", " + rule() + "]",
                                            "[" + rule() + "]",
                                            "[]",
                                            "none")
                                    + " }";
                    case "HorizontalPodAutoscaler" ->
                            "{ scaleTargetRef: "
                                    + one("{ name: " + name() + " }", "{}", "text")
                                    + " }";
                    default ->
                            one(
                                    "",
                                    "{ replicas: "
                                            + one("1", "2", "two")
                                            + ", template: { metadata: { labels: "
                                            + labels()
                                            + " } } }");
                };
        return "apiVersion: "
                + version
                + "\nkind: "
                + kind
                + "\n"
                + metadata
                + "spec: "
                + spec
                + "\n";
    }

    private String rule() {
        return "{ " + one("host: " + one("a.example", "b.example", "1"), "path: x") + " }";
    }

    private String name() {
        return one("web", "api", "worker", "1", "null");
    }

    private String labels() {
        return one(
                "{ app: web }",
                "{ app: api }",
                "{ app: web, tier: front }",
                "{ app: 1 }",
                "{ app: null }",
                "{}",
                "null",
                "text",
                "[ app ]",
                "{ tier: front, app: 1 }");
    }

    private String expressions() {
        return one(
                "{ matchExpressions: [{ key: app, operator: In, values: [web, api] }] }",
                "{ matchExpressions: [{ key: tier, operator: DoesNotExist }], matchLabels: "
                        + labels()
                        + " }",
                "{ matchExpressions: text, matchLabels: { app: web } }",
                "{ matchExpressions: [{ key: app, operator: Unknown }] }");
    }

    private String one(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
