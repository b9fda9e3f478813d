package dev.brayer.script;

import dev.brayer.document.Document;
import dev.brayer.document.ListNode;
import dev.brayer.document.MapNode;
import dev.brayer.document.Node;
import dev.brayer.document.NodePath;
import dev.brayer.document.ResourceIdentity;
import dev.brayer.document.ScalarNode;
import dev.brayer.document.ScalarType;
import dev.brayer.document.jsonpath.JsonPath;
import dev.brayer.policy.Finding;
import dev.brayer.policy.Summary;
import dev.brayer.policy.script.ScriptJudgement;
import dev.brayer.policy.script.ScriptPolicy;
import dev.brayer.script.wire.Limits;
import dev.brayer.script.wire.Message;
import dev.brayer.script.wire.Report;
import dev.brayer.script.wire.Stop;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Place;
import dev.brayer.text.Source;
import dev.brayer.text.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Turns what a policy reported into findings, each at its node.
final class PolicyReports {
    private static final ResourceIdentity NONE = new ResourceIdentity(null, null, null, null);

    private final ScriptPolicy policy;
    private final List<Document> documents;
    private final Limits limits;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Summary.Undecided> undecided = new ArrayList<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    PolicyReports(ScriptPolicy policy, List<Document> documents, Limits limits) {
        this.policy = policy;
        this.documents = documents;
        this.limits = limits;
    }

    ScriptJudgement judgement(Message.Judged judged) {
        addAll(judged.reports());
        return done();
    }

    /// What was reported before the script was stopped stands.
    ScriptJudgement judgement(Message.Stopped stopped) {
        addAll(stopped.reports());
        Place place = ScriptPlaces.place(policy.source(), stopped.range());
        switch (stopped.stop()) {
            case SYNTAX, EXCEPTION ->
                    diagnostics.add(Failures.diagnostic(stopped, policy.source()));
            case TIME, STATEMENTS, FRAMES, MEMORY, OUTPUT, REPORTS, RESULT ->
                    findings.add(limit(stopped.stop(), place));
        }
        return done();
    }

    private ScriptJudgement done() {
        return new ScriptJudgement(policy, findings, undecided, diagnostics);
    }

    /// A limit is the script's fault, so the finding stands in the script.
    private Finding limit(Stop stop, Place place) {
        Source source = policy.source();
        Node root = ScalarNode.made("", ScalarType.NULL);
        Document document =
                new Document(source, 0, NodePath.ROOT, root, new Span(0, source.text().length()));
        return finding(
                ScriptJudgement.name(policy),
                place,
                Finding.Action.ENSURE,
                "the script was stopped: " + StopText.of(stop, limits),
                document,
                NodePath.ROOT,
                place,
                NONE,
                Finding.Code.LIMIT);
    }

    private void addAll(List<Report> reports) {
        for (Report report : reports) {
            Target target = target(report);
            Place place = target.node().place();
            String word = target.node() instanceof ScalarNode ? place.unfilledWord() : null;
            Place declared = ScriptPlaces.place(policy.source(), report.range());
            if (word == null) {
                findings.add(
                        finding(
                                report.check(),
                                declared,
                                policy.action(report.severity()),
                                report.title(),
                                target.document(),
                                target.path(),
                                shown(target),
                                target.document().identity(),
                                Finding.Code.FAILED));
            } else {
                undecided.add(
                        new Summary.Undecided(
                                report.check(),
                                declared,
                                target.path().toString(),
                                place,
                                word,
                                Summary.Undecided.Cause.UNFILLED));
            }
        }
    }

    private static Finding finding(
            String check,
            Place declared,
            Finding.Action action,
            String message,
            Document document,
            NodePath path,
            Place place,
            ResourceIdentity resource,
            Finding.Code code) {
        return new Finding(
                check,
                declared,
                action,
                null,
                message,
                document.index(),
                path.toString(),
                place,
                resource,
                code,
                null,
                Finding.Side.NOW,
                Finding.State.NEW,
                List.of());
    }

    /// A whole object is shown by its name, the first line of anything else.
    private static Place shown(Target target) {
        return target.node() == target.document().root()
                ? ResourceIdentity.namePlace(target.node())
                : target.node().place();
    }

    private record Target(Document document, Node node, NodePath path) {}

    private Target target(Report report) {
        String path = report.path();
        int index = Math.max(0, report.document());
        if (path != null && path.startsWith("$$[")) {
            int end = path.indexOf(']');
            index = index(end < 0 ? "" : path.substring(3, end));
            path = end < 0 ? null : "$" + path.substring(end + 1);
        }
        Document document = documents.get(Math.min(index, documents.size() - 1));
        Target target = followed(document, report.steps());
        return path == null ? target : followed(target, path);
    }

    private static int index(String text) {
        try {
            return Math.max(0, Integer.parseInt(text));
        } catch (NumberFormatException notAnIndex) {
            return 0;
        }
    }

    private static Target followed(Document document, List<String> steps) {
        Node node = document.root();
        NodePath path = document.location();
        for (String step : steps) {
            Node next = null;
            if (node instanceof MapNode map) {
                next = map.get(step);
                path = next == null ? path : path.child(step);
            } else if (node instanceof ListNode list) {
                int index = index(step);
                next = index < list.size() ? list.get(index) : null;
                path = next == null ? path : path.child(index);
            }
            if (next == null) {
                break;
            }
            node = next;
        }
        return new Target(document, node, path);
    }

    /// As far along the path as there are nodes: what is missing is shown where it is missing.
    private static Target followed(Target from, String path) {
        @Nullable JsonPath query =
                JsonPath.compile(path) instanceof JsonPath.Compiled compiled
                        ? compiled.path()
                        : null;
        if (query == null) {
            return from;
        }
        JsonPath.Match match;
        if (query.isSingular()) {
            match = query.reach(from.node()).deepest();
        } else {
            List<JsonPath.Match> matches = query.select(from.node()).matches();
            if (matches.isEmpty()) {
                return from;
            }
            match = matches.getFirst();
        }
        return new Target(from.document(), match.node(), from.path().then(match.path()));
    }
}
