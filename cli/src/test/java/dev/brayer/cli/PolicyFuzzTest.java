package dev.brayer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.brayer.document.Document;
import dev.brayer.document.DocumentReader;
import dev.brayer.document.Entry;
import dev.brayer.document.ListNode;
import dev.brayer.document.MapNode;
import dev.brayer.document.Node;
import dev.brayer.document.NodePath;
import dev.brayer.document.ReadOptions;
import dev.brayer.document.ReadResult;
import dev.brayer.document.ScalarNode;
import dev.brayer.grammar.policy.ParsedPolicy;
import dev.brayer.grammar.policy.PolicyParser;
import dev.brayer.grammar.policy.tree.Item;
import dev.brayer.policy.CheckedPolicies;
import dev.brayer.policy.Finding;
import dev.brayer.policy.Judge;
import dev.brayer.policy.JudgeOptions;
import dev.brayer.policy.LoadOptions;
import dev.brayer.policy.LoadedPolicies;
import dev.brayer.policy.PolicyLoader;
import dev.brayer.policy.Summary;
import dev.brayer.policy.Verdict;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Place;
import dev.brayer.text.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import org.jspecify.annotations.Nullable;

/// Changed policies of the repository on changed manifests of the repository, from the text to the
/// report. CONTRIBUTING.md has the command for a long run; a failure names its seed.
final class PolicyFuzzTest {
    private static final FuzzCorpus CORPUS = FuzzCorpus.ofRepository();
    private static final Schema REPORT = reportSchema();

    /// What takes so long hangs; on a busy machine a try takes a tenth of a second.
    private static final Duration HANGS = Duration.ofMinutes(2);

    /// Small, so that what does too much is seen to be given up.
    private static final JudgeOptions OPTIONS = JudgeOptions.standard().withSteps(50_000);

    private static final AtomicInteger JUDGED = new AtomicInteger();
    private static final AtomicInteger FOUND = new AtomicInteger();
    private static final AtomicInteger COMPARED = new AtomicInteger();

    /// Without this a mistake in the mutator would make every try end at the parser, unseen. Most
    /// changes make no sense to the checker: of 250 tries about 45 are judged.
    @AfterContainer
    static void muchWasTried() {
        assertTrue(JUDGED.get() > 15, "only " + JUDGED + " policies were judged");
        assertTrue(FOUND.get() > 20, "only " + FOUND + " findings");
        assertTrue(COMPARED.get() > 20, "only " + COMPARED + " rules were negated");
    }

    private static Schema reportSchema() {
        try {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(
                            Files.readString(
                                    TranscriptRunner.ROOT.resolve("spec/report.schema.json")));
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
    }

    /// Whatever the input: diagnostics or a verdict, all of it at places that are there, and a
    /// report that can be written.
    @Property
    void everythingEndsInAReport(@ForAll long seed) {
        assertTimeoutPreemptively(HANGS, () -> endsInAReport(seed));
    }

    private static void endsInAReport(long seed) {
        FuzzMutator mutator = new FuzzMutator(CORPUS, seed);
        String policy = mutator.policy();
        ReadResult now = read("now.yml", mutator.manifests());
        ReadResult before = read("before.yml", mutator.manifests());
        LoadedPolicies loaded = load(policy);
        for (Diagnostic diagnostic : loaded.diagnostics()) {
            Place place = diagnostic.place();
            assertTrue(place != null && isInside(place), diagnostic::toString);
            assertFalse(diagnostic.message().isBlank());
        }
        Optional<CheckedPolicies> checked = loaded.policies();
        if (checked.isEmpty()) {
            assertTrue(loaded.diagnostics().stream().anyMatch(Diagnostic::isError), policy);
            write(Report.ofDiagnostics(loaded.diagnostics()), seed);
            return;
        }
        Verdict verdict =
                Judge.judge(
                        checked.get(),
                        now.documents(),
                        OPTIONS.withBefore(seed % 2 == 0 ? before.documents() : null));
        JUDGED.incrementAndGet();
        FOUND.addAndGet(verdict.findings().size());
        for (Finding finding : verdict.findings()) {
            check(
                    finding,
                    finding.side() == Finding.Side.NOW ? now.documents() : before.documents(),
                    policy);
        }
        write(
                Report.of(
                        List.of(new Report.Judgement(null, verdict)), loaded.diagnostics(), false),
                seed);
    }

    /// @param documents the objects on the finding's side
    private static void check(Finding finding, List<Document> documents, String policy) {
        assertFalse(finding.message().isBlank(), policy);
        assertTrue(isInside(finding.place()), () -> finding + "\n" + policy);
        assertTrue(isInside(finding.declared()), () -> finding + "\n" + policy);
        Set<String> paths = new HashSet<>();
        for (Document document : documents) {
            if (document.index() == finding.document()) {
                addPaths(document.root(), document.location(), paths);
            }
        }
        assertTrue(paths.contains(finding.path()), () -> finding + "\n" + policy);
        for (Finding.Related related : finding.related()) {
            assertTrue(isInside(related.place()), () -> finding + "\n" + policy);
        }
    }

    private static void addPaths(@Nullable Node node, NodePath path, Set<String> paths) {
        switch (node) {
            case null -> {}
            case MapNode map -> {
                for (Entry entry : map.entries()) {
                    addPaths(entry.value(), path.child(entry.name()), paths);
                }
            }
            case ListNode list -> {
                for (int index = 0; index < list.size(); index++) {
                    addPaths(list.get(index), path.child(index), paths);
                }
            }
            case ScalarNode _ -> {}
        }
        paths.add(path.toString());
    }

    private static boolean isInside(Place place) {
        int length = place.source().text().length();
        return place.span().start() <= place.span().end()
                && place.span().end() <= length
                && place.start().line() >= 1
                && place.start().column() >= 1;
    }

    private static void write(Report report, long seed) {
        FileNames names = new FileNames(Path.of("/"));
        String json = JsonReport.of(report, names, (_, _) -> {});
        if (seed % 8 == 0) {
            assertEquals(List.of(), REPORT.validate(json, InputFormat.JSON));
        }
        TextReport.of(report.judgements(), new Paint(false));
        for (Diagnostic diagnostic : report.diagnostics()) {
            TextReport.of(diagnostic, new Paint(false));
        }
    }

    /// A condition and its negation never pass together. A condition that is open passes neither
    /// way, so what is open is never a silent pass.
    @Property
    void nothingOpenPasses(@ForAll long seed) {
        assertTimeoutPreemptively(HANGS, () -> passesOneWay(seed));
    }

    private static void passesOneWay(long seed) {
        FuzzMutator mutator = new FuzzMutator(CORPUS, seed);
        String policy = mutator.policy();
        List<Document> documents = withoutTwins(read("now.yml", mutator.manifests()).documents());
        Verdict plain = verdict(policy, "(%\n)", documents);
        Verdict negated = verdict(policy, "not (%\n)", documents);
        Verdict all = verdict(policy, "((%\n) and false)", documents);
        if (plain == null || negated == null || all == null) {
            return;
        }
        COMPARED.addAndGet(found(all).size());
        Set<String> plainFound = found(plain);
        Set<String> negatedFound = found(negated);
        Set<String> silent = new TreeSet<>(found(all));
        silent.removeAll(plainFound);
        silent.removeAll(negatedFound);
        assertEquals(Set.of(), silent, () -> policy);
        Set<String> never = new TreeSet<>(plainFound);
        never.addAll(negatedFound);
        never.removeAll(found(all));
        assertEquals(Set.of(), never, () -> policy);
        Set<String> both = new TreeSet<>(plainFound);
        both.retainAll(negatedFound);
        both.removeAll(open(plain));
        Set<String> printing = printing(policy);
        both.removeIf(key -> printing.contains(key.substring(0, key.indexOf(" of "))));
        assertEquals(Set.of(), both, () -> "failed both ways:\n" + policy);
    }

    /// The rules that print: what is printed holds neither way.
    private static Set<String> printing(String policy) {
        Set<String> rules = new HashSet<>();
        for (Item item : PolicyParser.parse(Source.of("policy.cop", policy)).tree().items()) {
            if (item instanceof Item.Rule rule
                    && policy.substring(rule.body().span().start(), rule.body().span().end())
                            .contains("console")) {
                rules.add(rule.name().text());
            }
        }
        return rules;
    }

    /// One document of each object: findings name the object.
    private static List<Document> withoutTwins(List<Document> documents) {
        Map<String, Document> first = new LinkedHashMap<>();
        for (Document document : documents) {
            first.putIfAbsent(document.identity().toString(), document);
        }
        return List.copyOf(first.values());
    }

    /// The policy with other bodies and without messages; `null` where it has errors.
    private static @Nullable Verdict verdict(String policy, String body, List<Document> documents) {
        ParsedPolicy parsed = PolicyParser.parse(Source.of("policy.cop", policy));
        if (parsed.hasErrors()) {
            return null;
        }
        StringBuilder changed = new StringBuilder();
        int end = 0;
        for (Item item : parsed.tree().items()) {
            if (item instanceof Item.Rule rule) {
                int head =
                        rule.message() == null
                                ? rule.body().span().start()
                                : rule.message().span().start();
                changed.append(policy, end, head)
                        .append(rule.message() == null ? "" : "{ ")
                        .append(
                                body.replace(
                                        "%",
                                        policy.substring(
                                                rule.body().span().start(),
                                                rule.body().span().end())));
                end = rule.body().span().end();
            }
        }
        changed.append(policy, end, policy.length());
        return load(changed.toString())
                .policies()
                .map(checked -> Judge.judge(checked, documents, OPTIONS.withBefore(documents)))
                .orElse(null);
    }

    private static Set<String> found(Verdict verdict) {
        Set<String> found = new TreeSet<>();
        for (Finding finding : verdict.findings()) {
            found.add(key(finding));
        }
        for (Summary.Undecided undecided : verdict.summary().undecided()) {
            found.add(undecided.rule() + " of " + undecided.place());
        }
        return found;
    }

    private static Set<String> open(Verdict verdict) {
        Set<String> open = new TreeSet<>();
        for (Finding finding : verdict.findings()) {
            if (finding.code() != Finding.Code.FAILED) {
                open.add(key(finding));
            }
        }
        return open;
    }

    private static String key(Finding finding) {
        return finding.rule() + " of " + finding.resource();
    }

    private static ReadResult read(String name, String text) {
        return DocumentReader.read(Source.of(name, text), ReadOptions.MANIFESTS);
    }

    private static LoadedPolicies load(String policy) {
        return PolicyLoader.load(List.of(Source.of("policy.cop", policy)), LoadOptions.none());
    }
}
