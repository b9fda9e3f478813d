package dev.brayer.policy.builtin;

import dev.brayer.number.Decimal;
import dev.brayer.policy.builtin.Builtin.Derivation;
import dev.brayer.policy.builtin.Builtin.Form;
import dev.brayer.policy.builtin.Builtin.Parameter;
import dev.brayer.policy.type.Type;
import dev.brayer.policy.type.Type.Basic;
import dev.brayer.policy.value.Value;
import java.util.ArrayList;
import java.util.List;

/// What a text can be asked.
final class TextAttributes {
    static final List<Builtin> ALL =
            List.of(
                    new Builtin(
                            Basic.STRING,
                            "count",
                            List.of(),
                            Basic.NUMBER,
                            "How many characters the text has.",
                            "\"web\".count == 3",
                            (world, values) -> {
                                String text = text(values[0]);
                                return new Value.Numeral(
                                        Decimal.of(text.codePointCount(0, text.length())),
                                        values[0].trace());
                            }),
                    new Builtin(
                            Basic.STRING,
                            "gsub",
                            List.of(
                                    new Parameter("text", Basic.STRING),
                                    new Parameter("replacement", Basic.STRING)),
                            Basic.STRING,
                            "The text with every occurrence of a plain text replaced.",
                            "\"a-b-c\".gsub(\"-\", \".\") == \"a.b.c\"",
                            (world, values) -> {
                                String sought = text(values[1]);
                                return sought.isEmpty()
                                        ? values[0]
                                        : new Value.Text(
                                                text(values[0]).replace(sought, text(values[2])),
                                                values[0].trace());
                            }),
                    new Builtin(
                            Basic.STRING,
                            "split",
                            List.of(new Parameter("separator", Basic.STRING)),
                            new Type.ListOf(Basic.STRING),
                            "The parts of the text between the separators.",
                            "\"shop/web\".split(\"/\").last == \"web\"",
                            TextAttributes::split),
                    new Builtin(
                            Basic.STRING,
                            "at",
                            List.of(new Parameter("index", Basic.NUMBER)),
                            Basic.STRING,
                            "The character at an index, counted from 0; missing beyond the end.",
                            "\"web\".at(0) == \"w\"",
                            (world, values) -> {
                                String text = text(values[0]);
                                int length = text.codePointCount(0, text.length());
                                int index = ListAttributes.index(values[1], length);
                                if (index < 0) {
                                    return Builtins.absent(values[0].trace(), "at");
                                }
                                int start = text.offsetByCodePoints(0, index);
                                int end = text.offsetByCodePoints(start, 1);
                                return new Value.Text(
                                        text.substring(start, end), values[0].trace());
                            }),
                    new Builtin(
                            Basic.STRING,
                            "as",
                            List.of(new Parameter("type", Basic.SYMBOL, Form.CONVERSION)),
                            Basic.UNKNOWN,
                            Derivation.CONVERTED,
                            "The text read as another type: `:image`, `:semver`, `:ipaddress`, `:quantity`, `:duration`, `:date`,"
                                    + " `:number`, `:filename` or `:string`.",
                            "\"1.2.3\".as(:semver).minor == 2",
                            (world, values) -> Conversions.convert(values[0], values[1])));

    private TextAttributes() {}

    static String text(Value value) {
        return value instanceof Value.Text(String text, _) ? text : "";
    }

    private static Value split(World world, Value[] values) {
        String text = text(values[0]);
        String separator = text(values[1]);
        List<Value> parts = new ArrayList<>();
        if (separator.isEmpty()) {
            return new Value.Wrong("a separator that is not empty", values[1]);
        }
        int start = 0;
        for (int end = text.indexOf(separator); end >= 0; end = text.indexOf(separator, start)) {
            world.spend(1);
            parts.add(new Value.Text(text.substring(start, end), values[0].trace()));
            start = end + separator.length();
        }
        parts.add(new Value.Text(text.substring(start), values[0].trace()));
        return new Value.Items(parts, values[0].trace());
    }
}
