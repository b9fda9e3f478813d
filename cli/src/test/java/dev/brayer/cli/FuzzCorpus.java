package dev.brayer.cli;

import dev.brayer.grammar.policy.ParsedPolicy;
import dev.brayer.grammar.policy.PolicyParser;
import dev.brayer.grammar.policy.tree.Expression;
import dev.brayer.grammar.policy.tree.Node;
import dev.brayer.text.Source;
import dev.brayer.text.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What fuzzing starts from: every policy and every manifest of the repository, good ones and
/// broken ones.
///
/// @param policies texts of `.cop` files
/// @param expressions every expression in them, as it is written
/// @param manifests single documents of YAML files
record FuzzCorpus(List<String> policies, List<String> expressions, List<String> manifests) {
    private static final List<String> FOLDERS =
            List.of("examples", "spec", "grammar/src/test", "interpreter", "cli/src");

    /// Longer texts make every try slow and find nothing more.
    private static final int LONGEST = 8_000;

    static FuzzCorpus ofRepository() {
        List<String> policies = new ArrayList<>();
        List<String> expressions = new ArrayList<>();
        List<String> manifests = new ArrayList<>();
        for (String folder : FOLDERS) {
            for (Path file : files(TranscriptRunner.ROOT.resolve(folder))) {
                String text = read(file);
                if (text.length() > LONGEST) {
                    continue;
                }
                if (file.toString().endsWith(".cop")) {
                    policies.add(text);
                    for (Span span : expressions(text)) {
                        expressions.add(text.substring(span.start(), span.end()));
                    }
                } else {
                    for (String document : text.split("(?m)^---.*$", -1)) {
                        if (document.contains("kind:")) {
                            manifests.add(document.strip() + "\n");
                        }
                    }
                }
            }
        }
        return new FuzzCorpus(policies, expressions, manifests);
    }

    /// Where expressions stand in a policy, whole ones and parts.
    static List<Span> expressions(String policy) {
        List<Span> spans = new ArrayList<>();
        ParsedPolicy parsed = PolicyParser.parse(Source.of("seed.cop", policy));
        collect(parsed.tree(), spans);
        return spans;
    }

    private static void collect(Object node, List<Span> spans) {
        if (node instanceof List<?> list) {
            list.forEach(element -> collect(element, spans));
            return;
        }
        if (!(node instanceof Node tree)) {
            return;
        }
        if (tree instanceof Expression && !(tree instanceof Expression.Broken)) {
            spans.add(tree.span());
        }
        for (RecordComponent component : tree.getClass().getRecordComponents()) {
            try {
                Object part = component.getAccessor().invoke(tree);
                if (part != null) {
                    collect(part, spans);
                }
            } catch (ReflectiveOperationException impossible) {
                throw new LinkageError(impossible.getMessage(), impossible);
            }
        }
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains("/target/"))
                    .filter(file ->
                            file.toString().endsWith(".cop")
                                    || file.toString().endsWith(".yml")
                                    || file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (java.nio.charset.MalformedInputException notText) {
            return "";
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
