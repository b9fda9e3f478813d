package dev.brayer.policy.check;

import dev.brayer.grammar.policy.tree.Expression;
import dev.brayer.policy.PolicyCode;
import dev.brayer.policy.builtin.Builtin;
import dev.brayer.policy.builtin.Builtins;
import dev.brayer.policy.builtin.Conversions;
import dev.brayer.policy.ir.Operand;
import dev.brayer.policy.type.Type.Basic;
import dev.brayer.policy.value.Value;
import dev.brayer.text.Place;
import java.util.ArrayList;
import java.util.List;

/// Checks the arguments of builtins against their parameters, and reads those that are known before
/// the run.
final class Arguments {
    private final Expressions expressions;
    private final Workshop workshop;
    private final Reporter reporter;

    Arguments(Expressions expressions, Workshop workshop) {
        this.expressions = expressions;
        this.workshop = workshop;
        this.reporter = expressions.reporter();
    }

    List<Typed> of(Builtin builtin, List<Expression> written) {
        List<Typed> arguments = new ArrayList<>();
        for (int index = 0; index < written.size(); index++) {
            arguments.add(argument(builtin.parameters().get(index), written.get(index)));
        }
        return arguments;
    }

    private Typed argument(Builtin.Parameter parameter, Expression written) {
        Expression expression = written.ungrouped();
        Place place = reporter.place(written);
        if (parameter.type() == Basic.SYMBOL) {
            return new Typed(symbol(parameter, expression, place), Basic.SYMBOL);
        }
        Typed typed = expressions.value(written);
        if (!parameter.type().accepts(typed.type())) {
            reporter.error(
                    PolicyCode.ARGUMENT_TYPE,
                    written,
                    "`"
                            + parameter.name()
                            + "` is "
                            + Builtins.withArticle(parameter.type())
                            + ", not "
                            + Builtins.withArticle(typed.type()));
            return typed;
        }
        String text = typed.constantText();
        if (text == null) {
            if (parameter.form() == Builtin.Form.KIND) {
                reporter.error(
                        PolicyCode.ARGUMENT_TYPE,
                        written,
                        "the kind is a text that is known before the run",
                        "write it in quotes, such as \"Service\"");
            }
            return typed;
        }
        if (parameter.form() == Builtin.Form.KIND) {
            workshop.ask(text, new Selectors(workshop, reporter).named(text, written));
        }
        return new Typed(
                Literals.prepare(parameter.form(), text, expression, place, reporter),
                typed.type());
    }

    private Operand symbol(Builtin.Parameter parameter, Expression expression, Place place) {
        boolean conversion = parameter.form() == Builtin.Form.CONVERSION;
        if (!(expression instanceof Expression.SymbolLiteral symbol)) {
            String word =
                    expression instanceof Expression.Reference reference
                            ? reference.name().text()
                            : conversion ? "image" : "name";
            reporter.error(
                    PolicyCode.ARGUMENT_TYPE,
                    expression,
                    "`" + parameter.name() + "` is a symbol",
                    "write `:" + word + "`");
            return Typed.broken(place).operand();
        }
        String name = symbol.name().text();
        if (conversion && Conversions.type(name) == null) {
            reporter.error(
                    PolicyCode.UNKNOWN_TYPE,
                    symbol,
                    "unknown type `:" + name + "`",
                    Reporter.didYouMean(
                            name,
                            Conversions.NAMES,
                            "types are :" + String.join(", :", Conversions.NAMES)));
        }
        return new Operand.Constant(place, new Value.Symbol(name));
    }
}
