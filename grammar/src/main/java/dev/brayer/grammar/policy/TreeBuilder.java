package dev.brayer.grammar.policy;

import static dev.brayer.grammar.policy.Contexts.children;
import static dev.brayer.grammar.policy.Contexts.name;
import static dev.brayer.grammar.policy.Contexts.spanOf;
import static dev.brayer.grammar.policy.PolicyGrammarParser.*;

import dev.brayer.grammar.policy.tree.Action;
import dev.brayer.grammar.policy.tree.Expression;
import dev.brayer.grammar.policy.tree.FormalParameter;
import dev.brayer.grammar.policy.tree.ImportSource;
import dev.brayer.grammar.policy.tree.Item;
import dev.brayer.grammar.policy.tree.Message;
import dev.brayer.grammar.policy.tree.Name;
import dev.brayer.grammar.policy.tree.TestCase;
import dev.brayer.grammar.policy.tree.TypeName;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Source;
import dev.brayer.text.Span;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/// Makes the items of a file from what the parser read.
final class TreeBuilder {
    private final Source source;
    private final Diagnostics diagnostics;
    private final ExpressionBuilder expressions;
    private final SelectorBuilder selectors;

    TreeBuilder(Source source, Diagnostics diagnostics) {
        this.source = source;
        this.diagnostics = diagnostics;
        this.expressions = new ExpressionBuilder(source, diagnostics);
        this.selectors = new SelectorBuilder(source, expressions, diagnostics);
    }

    List<Item> items(PolicyFileContext context) {
        List<Item> items = new ArrayList<>();
        for (ParseTree child : children(context)) {
            if (child instanceof ItemContext item) {
                items.add(item(item));
            }
        }
        return items;
    }

    private Item item(ItemContext context) {
        if (context instanceof RuleItemContext item) {
            return rule(item);
        }
        if (context instanceof VariableItemContext item) {
            return variable(item);
        }
        if (context instanceof TestItemContext item) {
            return test(item);
        }
        if (context instanceof DefinitionItemContext item) {
            return definition(item);
        }
        if (context instanceof ParameterItemContext item) {
            return parameter(item);
        }
        return context instanceof ImportItemContext item ? importItem(item) : broken(context, null);
    }

    private Item variable(VariableItemContext context) {
        Name name = nameOf(context.name());
        return name == null || context.EQUAL() == null
                ? broken(context, name)
                : new Item.Variable(
                        spanOf(context),
                        name,
                        expressions.expression(context.expression(), context));
    }

    private Item importItem(ImportItemContext context) {
        List<Name> names = new ArrayList<>();
        for (ParseTree child : children(context)) {
            Name name = child instanceof NameContext nameContext ? nameOf(nameContext) : null;
            if (name != null) {
                names.add(name);
            }
        }
        ImportSource from = importSource(context.importSource());
        return names.isEmpty() || from == null
                ? broken(context, names.isEmpty() ? null : names.getFirst())
                : new Item.Import(spanOf(context), names, from);
    }

    private @Nullable ImportSource importSource(@Nullable ImportSourceContext context) {
        if (context == null || context.exception != null) {
            return null;
        }
        Span span = spanOf(context);
        return context instanceof ImportFileContext
                ? new ImportSource.File(span, expressions.operands().text(span, false))
                : new ImportSource.Library(span, source.text(span));
    }

    private Item parameter(ParameterItemContext context) {
        if (context.IDENT() == null) {
            return broken(context, null);
        }
        Expression value =
                context.EQUAL() == null
                        ? null
                        : expressions.expression(context.expression(), context);
        return new Item.Parameter(
                spanOf(context), name(context.IDENT().getSymbol()), type(context.type()), value);
    }

    private @Nullable TypeName type(@Nullable TypeContext context) {
        Name name = context == null ? null : nameOf(context.name());
        return context == null || name == null
                ? null
                : new TypeName(spanOf(context), name, type(context.type()));
    }

    private Item definition(DefinitionItemContext context) {
        Name name = context.IDENT() == null ? null : name(context.IDENT().getSymbol());
        if (name == null || context.EQUAL() == null) {
            return broken(context, name);
        }
        List<FormalParameter> parameters = new ArrayList<>();
        for (ParseTree child : children(context)) {
            if (child instanceof FormalContext formal && formal.IDENT() != null) {
                parameters.add(
                        new FormalParameter(
                                spanOf(formal),
                                name(formal.IDENT().getSymbol()),
                                type(formal.type())));
            }
        }
        return new Item.Definition(
                spanOf(context),
                name,
                parameters,
                expressions.expression(context.expression(), context));
    }

    private Item rule(RuleItemContext context) {
        Name name = nameOf(context.name());
        Action action = action(context.action());
        if (name == null || action == null || context.LBRACE() == null) {
            return broken(context, name);
        }
        Message message = null;
        if (context.message() != null && context.message().exception == null) {
            Span span = spanOf(context.message());
            message =
                    MessageBuilder.build(
                            source, span, context.message().TEXT() != null, diagnostics);
        }
        return new Item.Rule(
                spanOf(context),
                name,
                action,
                context.selector() == null ? null : selectors.selector(context.selector()),
                message,
                expressions.expression(context.expression(), context));
    }

    private @Nullable Action action(@Nullable ActionContext context) {
        if (context instanceof EnsureActionContext) {
            return new Action.Ensure(spanOf(context));
        }
        if (context instanceof WarnActionContext) {
            return new Action.Warn(spanOf(context));
        }
        return context instanceof SignoffActionContext signoff && signoff.symbol() != null
                ? new Action.Signoff(
                        spanOf(context),
                        expressions.operands().symbol(signoff.symbol(), spanOf(context)))
                : null;
    }

    private Item test(TestItemContext context) {
        Name name = nameOf(context.name());
        if (name == null || context.LBRACE() == null) {
            return broken(context, name);
        }
        List<TestCase> cases = new ArrayList<>();
        for (ParseTree child : children(context)) {
            TestCase read = child instanceof TestCaseContext testCase ? testCase(testCase) : null;
            if (read != null) {
                cases.add(read);
            }
        }
        return new Item.Test(spanOf(context), name, cases);
    }

    private @Nullable TestCase testCase(TestCaseContext context) {
        List<TestCase.Setting> settings = new ArrayList<>();
        for (ParseTree child : children(context)) {
            if (child instanceof BeforeSettingContext before) {
                settings.add(
                        new TestCase.Before(spanOf(before), input(before.testInput(), before)));
            } else if (child instanceof WithSettingContext with) {
                Name name = nameOf(with.name());
                if (name != null) {
                    settings.add(
                            new TestCase.With(
                                    spanOf(with),
                                    name,
                                    expressions.expression(with.expression(), with)));
                }
            }
        }
        TestCase.Input on = input(context.testInput(), context);
        Span span = spanOf(context);
        ExpectationContext expectation = context.expectation();
        if (expectation instanceof PassesExpectationContext) {
            return new TestCase(span, settings, TestCase.Expectation.PASSES, List.of(), on);
        }
        if (expectation instanceof SkipsExpectationContext) {
            return new TestCase(span, settings, TestCase.Expectation.SKIPS, List.of(), on);
        }
        List<TestCase.Failure> failures =
                expectation instanceof FailsExpectationContext fails ? failures(fails) : List.of();
        return failures.isEmpty()
                ? null
                : new TestCase(span, settings, TestCase.Expectation.FAILS, failures, on);
    }

    private List<TestCase.Failure> failures(FailsExpectationContext context) {
        List<TestCase.Failure> failures = new ArrayList<>();
        for (ParseTree child : children(context)) {
            if (child instanceof FailureContext failure) {
                TestCase.Quoted message = null;
                TestCase.Quoted path = null;
                boolean at = false;
                for (ParseTree part : children(failure)) {
                    Token token =
                            part instanceof TerminalNode terminal ? terminal.getSymbol() : null;
                    at |= token != null && token.getType() == AT;
                    if (token != null && token.getType() == STRING) {
                        Span span = Contexts.span(token);
                        TestCase.Quoted quoted =
                                new TestCase.Quoted(span, expressions.operands().text(span, false));
                        message = at ? message : quoted;
                        path = at ? quoted : path;
                    }
                }
                if (message != null || path != null) {
                    failures.add(new TestCase.Failure(spanOf(failure), message, path));
                }
            }
        }
        return failures;
    }

    private TestCase.Input input(@Nullable TestInputContext context, ParserRuleContext parent) {
        if (context == null || context.exception != null) {
            return new TestCase.Missing(Span.at(spanOf(parent).end()));
        }
        Span span = spanOf(context);
        if (context.TEXT() == null) {
            return new TestCase.File(span, expressions.operands().text(span, false));
        }
        TextBlock block = TextBlock.of(source, span, true, diagnostics);
        return new TestCase.Yaml(span, block.text(), block.lineOffsets());
    }

    private static @Nullable Name nameOf(@Nullable NameContext context) {
        return context == null || context.exception != null ? null : name(context.getStart());
    }

    /// An item that is not even parsed.
    static Item broken(List<Token> tokens) {
        Token first = tokens.getFirst();
        Token second = tokens.get(1);
        Span span = Contexts.span(first).to(Contexts.span(tokens.getLast()));
        return new Item.Broken(
                span, first.getText(), SoftWords.isWord(second.getType()) ? name(second) : null);
    }

    private static Item broken(ItemContext context, @Nullable Name name) {
        return new Item.Broken(spanOf(context), context.getStart().getText(), name);
    }
}
