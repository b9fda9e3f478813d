package dev.brayer.grammar.policy;

import dev.brayer.grammar.policy.tree.Action;
import dev.brayer.grammar.policy.tree.FormalParameter;
import dev.brayer.grammar.policy.tree.ImportSource;
import dev.brayer.grammar.policy.tree.Item;
import dev.brayer.grammar.policy.tree.Message;
import dev.brayer.grammar.policy.tree.Name;
import dev.brayer.grammar.policy.tree.PolicyFile;
import dev.brayer.grammar.policy.tree.Selector;
import dev.brayer.grammar.policy.tree.Target;
import dev.brayer.grammar.policy.tree.TestCase;
import dev.brayer.grammar.policy.tree.TypeName;
import dev.brayer.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Makes random policies that a person could have written; equal seeds make equal policies.
final class TreeGenerator {
    static final Span NOWHERE = Span.at(0);
    private static final List<String> NAMES =
            List.of(
                    "c",
                    "pod",
                    "spec",
                    "_x1",
                    "containers",
                    "rules",
                    "ports",
                    "veryLongNameThatFillsTheLineQuickly");
    private static final List<String> SOFT_NAMES =
            List.of(
                    "rule", "var", "test", "def", "param", "import", "on", "with", "before",
                    "removed", "of", "console");
    private static final List<String> WORDS =
            List.of(
                    "and", "or", "in", "true", "null", "not", "any", "every", "default", "exists",
                    "rule", "name");
    private static final List<String> VERSIONS =
            List.of(
                    "v1",
                    "apps/v1",
                    "cert-manager.io",
                    "3scale.net/v1",
                    "odd.in.group/v1",
                    "networking.k8s.io/v1");

    private final Random random;
    private final ExpressionGenerator expressions;

    TreeGenerator(long seed) {
        random = new Random(seed);
        expressions = new ExpressionGenerator(random);
    }

    PolicyFile file() {
        return new PolicyFile(NOWHERE, some(0, 6, this::item), List.of());
    }

    private Item item() {
        return switch (random.nextInt(8)) {
            case 0 -> new Item.Import(NOWHERE, some(1, 3, this::anyName), importSource());
            case 1 -> new Item.Variable(NOWHERE, anyName(), expressions.expression(4));
            case 2 ->
                    new Item.Parameter(
                            NOWHERE,
                            name(),
                            maybe(this::type),
                            maybe(() -> expressions.expression(3)));
            case 3 ->
                    new Item.Definition(
                            NOWHERE,
                            name(),
                            some(
                                    0,
                                    3,
                                    () -> new FormalParameter(NOWHERE, name(), maybe(this::type))),
                            expressions.expression(5));
            case 4 -> new Item.Test(NOWHERE, anyName(), some(0, 3, this::testCase));
            default -> rule();
        };
    }

    private Item rule() {
        return new Item.Rule(
                NOWHERE,
                anyName(),
                switch (random.nextInt(3)) {
                    case 0 -> new Action.Ensure(NOWHERE);
                    case 1 -> new Action.Warn(NOWHERE);
                    default -> new Action.Signoff(NOWHERE, new Name(NOWHERE, pick(WORDS)));
                },
                maybe(this::selector),
                maybe(this::message),
                expressions.expression(6));
    }

    private Selector selector() {
        return new Selector(
                NOWHERE,
                random.nextBoolean(),
                some(1, 3, this::target),
                maybe(() -> expressions.expression(3)));
    }

    private Target target() {
        return switch (random.nextInt(4)) {
            case 0 -> new Target.Workload(NOWHERE);
            case 1 -> new Target.Any(NOWHERE);
            default ->
                    new Target.Kind(
                            NOWHERE,
                            maybe(() -> new Name(NOWHERE, pick(VERSIONS))),
                            new Name(NOWHERE, "Deployment"));
        };
    }

    private Message message() {
        boolean block = random.nextBoolean();
        List<Message.Part> parts = new ArrayList<>();
        int count = random.nextInt(5);
        for (int index = 0; index < count; index++) {
            boolean textBefore = !parts.isEmpty() && parts.getLast() instanceof Message.Text;
            if (textBefore || random.nextBoolean()) {
                expressions.only(
                        block
                                ? ExpressionGenerator.WITHOUT_BLOCKS
                                : ExpressionGenerator.WITHOUT_TEXTS);
                parts.add(new Message.Interpolation(NOWHERE, expressions.expression(2)));
                expressions.only(ExpressionGenerator.ALL);
            } else {
                parts.add(
                        new Message.Text(
                                NOWHERE,
                                pick(List.of("a", "{", "}", " }} {{ ", "one two", "😀 ", "\\d"))));
            }
        }
        return new Message(NOWHERE, block, parts);
    }

    private TestCase testCase() {
        List<TestCase.Setting> settings =
                some(
                        0,
                        2,
                        () ->
                                random.nextBoolean()
                                        ? new TestCase.With(
                                                NOWHERE, anyName(), expressions.expression(2))
                                        : new TestCase.Before(NOWHERE, input()));
        TestCase.Expectation expectation = pick(List.of(TestCase.Expectation.values()));
        List<TestCase.Failure> failures =
                expectation == TestCase.Expectation.FAILS ? some(1, 4, this::failure) : List.of();
        return new TestCase(NOWHERE, settings, expectation, failures, input());
    }

    private TestCase.Failure failure() {
        TestCase.Quoted text = new TestCase.Quoted(NOWHERE, "spec.containers[0].image");
        return switch (random.nextInt(3)) {
            case 0 -> new TestCase.Failure(NOWHERE, text, null);
            case 1 -> new TestCase.Failure(NOWHERE, null, text);
            default -> new TestCase.Failure(NOWHERE, text, text);
        };
    }

    private TestCase.Input input() {
        return random.nextBoolean()
                ? new TestCase.File(NOWHERE, "good/web.yml")
                : new TestCase.Yaml(NOWHERE, expressions.block(), List.of());
    }

    private ImportSource importSource() {
        return random.nextBoolean()
                ? new ImportSource.File(NOWHERE, "lib/a b.cop")
                : new ImportSource.Library(
                        NOWHERE, pick(List.of("std/images", "std/pod-security/base.line")));
    }

    private TypeName type() {
        Name name = new Name(NOWHERE, pick(List.of("string", "list", "map", "Container")));
        return new TypeName(NOWHERE, name, maybe(this::type));
    }

    private Name name() {
        return new Name(NOWHERE, pick(NAMES));
    }

    /// Names of rules and variables may be soft words.
    private Name anyName() {
        return new Name(NOWHERE, pick(random.nextInt(3) == 0 ? SOFT_NAMES : NAMES));
    }

    private <T> @Nullable T maybe(Supplier<? extends @Nullable T> maker) {
        return random.nextBoolean() ? maker.get() : null;
    }

    private <T> List<T> some(int least, int most, Supplier<T> maker) {
        return ExpressionGenerator.some(random, least, most, maker);
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    static List<String> names() {
        return NAMES;
    }

    static List<String> softNames() {
        return SOFT_NAMES;
    }

    static List<String> words() {
        return WORDS;
    }
}
