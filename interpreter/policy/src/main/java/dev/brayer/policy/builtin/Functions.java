package dev.brayer.policy.builtin;

import dev.brayer.number.Decimal;
import dev.brayer.policy.builtin.Builtin.Derivation;
import dev.brayer.policy.builtin.Builtin.Form;
import dev.brayer.policy.builtin.Builtin.Parameter;
import dev.brayer.policy.type.Type;
import dev.brayer.policy.type.Type.Basic;
import dev.brayer.policy.value.Arithmetic;
import dev.brayer.policy.value.Conversion;
import dev.brayer.policy.value.Nodes;
import dev.brayer.policy.value.Site;
import dev.brayer.policy.value.Trace;
import dev.brayer.policy.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// The functions.
final class Functions {
    static final List<Builtin> ALL =
            List.of(
                    new Builtin(
                            null,
                            "fetch",
                            List.of(new Parameter("path", Basic.STRING, Form.JSON_PATH)),
                            Type.ListOf.ANY,
                            "All nodes of the judged document that a JSONPath (RFC 9535) selects. A path without `$` is read with"
                                    + " it; an empty one is the document.",
                            "fetch(\"$.no.such.field\").count == 0",
                            (world, values) -> world.fetch(values[0])),
                    new Builtin(
                            null,
                            "image",
                            List.of(new Parameter("name", Basic.UNKNOWN)),
                            Basic.IMAGE,
                            "The name of a container image, taken apart.",
                            "image(\"[::1]:5000/web\").registry == \"[::1]:5000\"",
                            (world, values) -> Conversion.toImage(values[0])),
                    new Builtin(
                            null,
                            "ipaddress",
                            List.of(new Parameter("address", Basic.UNKNOWN)),
                            Basic.IP,
                            "An address or network of IPv4 or IPv6. `in` asks whether one lies in the other, its first and last"
                                    + " address included.",
                            "ipaddress(\"10.1.1.32\") in ipaddress(\"10.1.1.0/24\")",
                            (world, values) -> Conversion.toAddress(values[0])),
                    new Builtin(
                            null,
                            "semver",
                            List.of(new Parameter("version", Basic.UNKNOWN)),
                            Basic.SEMVER,
                            "A semantic version; comparisons follow its order.",
                            "semver(\"1.10.0\") > semver(\"1.9.0\")",
                            (world, values) -> Conversion.toVersion(values[0])),
                    new Builtin(
                            null,
                            "quantity",
                            List.of(new Parameter("amount", Basic.UNKNOWN)),
                            Basic.QUANTITY,
                            "An amount as Kubernetes writes it, exact.",
                            "quantity(\"1Gi\") == quantity(\"1024Mi\")",
                            (world, values) -> Conversion.toAmount(values[0])),
                    new Builtin(
                            null,
                            "duration",
                            List.of(new Parameter("time", Basic.UNKNOWN)),
                            Basic.DURATION,
                            "A length of time such as `90s`, `1h30m` or `15d`: of ns, us, ms, s, m, h, d (24 hours) and w (7 days).",
                            "duration(\"90s\") == duration(\"1m30s\")",
                            (world, values) -> Conversion.toTime(values[0])),
                    new Builtin(
                            null,
                            "date",
                            List.of(new Parameter("date", Basic.UNKNOWN)),
                            Basic.DATE,
                            "A date, or a date with a time and an offset, after RFC 3339.",
                            "date(\"2026-02-01\") - date(\"2026-01-31\") == duration(\"24h\")",
                            (world, values) -> Conversion.toMoment(values[0])),
                    new Builtin(
                            null,
                            "count",
                            List.of(new Parameter("value", Basic.UNKNOWN)),
                            Basic.NUMBER,
                            "How many elements, entries or characters a list, a map or a text has.",
                            "count([1, 2, 3]) == 3",
                            Functions::count),
                    new Builtin(
                            null,
                            "sum",
                            List.of(new Parameter("values", Type.ListOf.ANY)),
                            Basic.UNKNOWN,
                            Derivation.SUM,
                            "The sum of a list of numbers, quantities or durations; 0 for an empty list.",
                            "sum([1, 2, 3]) == 6",
                            Functions::sum),
                    new Builtin(
                            null,
                            "keys",
                            List.of(new Parameter("map", Type.MapOf.ANY)),
                            new Type.ListOf(Basic.STRING),
                            "The keys of a map.",
                            "not keys(null) exists",
                            (world, values) -> entries(values[0], Nodes::keys)),
                    new Builtin(
                            null,
                            "values",
                            List.of(new Parameter("map", Type.MapOf.ANY)),
                            Type.ListOf.ANY,
                            Derivation.ENTRY,
                            "The values of a map.",
                            "not values(null) exists",
                            (world, values) -> entries(values[0], Nodes::values)),
                    new Builtin(
                            null,
                            "scaled",
                            List.of(
                                    new Parameter("value", Basic.UNKNOWN),
                                    new Parameter("total", Basic.NUMBER)),
                            Basic.NUMBER,
                            "A number as it is, a percentage as its part of the total.",
                            "scaled(\"25%\", 8) == 2",
                            Functions::scaled),
                    new Builtin(
                            null,
                            "containers",
                            List.of(new Parameter("pod", Type.MapOf.ANY)),
                            new Type.ListOf(Type.MapOf.ANY),
                            Derivation.CONTAINERS,
                            "All containers of a pod: `containers`, `initContainers` and `ephemeralContainers`.",
                            "not containers(null) exists",
                            Functions::containers),
                    new Builtin(
                            null,
                            "resources",
                            List.of(new Parameter("kind", Basic.STRING, Form.KIND)),
                            new Type.ListOf(Type.MapOf.ANY),
                            Derivation.OBJECTS,
                            "All objects of the run that are of a kind; `\"workload\"` is every kind with pods, `\"apps/v1 Deployment\"` one"
                                    + " version, `\"cert-manager.io/Certificate\"` a custom kind, which needs its group.",
                            "count(resources(\"Namespace\")) == 0",
                            (world, values) ->
                                    world.objects(TextAttributes.text(values[0]), false)),
                    new Builtin(
                            null,
                            "others",
                            List.of(new Parameter("kind", Basic.STRING, Form.KIND)),
                            new Type.ListOf(Type.MapOf.ANY),
                            Derivation.OBJECTS,
                            "The same without the object that is judged.",
                            "count(others(\"Namespace\")) == 0",
                            (world, values) -> world.objects(TextAttributes.text(values[0]), true)),
                    new Builtin(
                            null,
                            "selects",
                            List.of(
                                    new Parameter("selecting", Type.MapOf.ANY),
                                    new Parameter("object", Type.MapOf.ANY)),
                            Basic.BOOL,
                            "Whether the selector of a Service, PodDisruptionBudget, NetworkPolicy or workload selects the pods of"
                                    + " the other object in the same namespace. A selector that the API server would refuse is of a"
                                    + " wrong type.",
                            "not selects(null, null) exists",
                            (world, values) -> Labels.selects(world, values[0], values[1])),
                    new Builtin(
                            null,
                            "matchesLabels",
                            List.of(
                                    new Parameter("selector", Type.MapOf.ANY),
                                    new Parameter("labels", Type.MapOf.ANY)),
                            Basic.BOOL,
                            "Whether a selector, plain or with `matchLabels` and `matchExpressions`, selects the labels; one that"
                                    + " the API server would refuse is of a wrong type.",
                            "not matchesLabels(null, null) exists",
                            (world, values) -> Labels.matches(values[0], values[1])),
                    new Builtin(
                            null,
                            "isSecret",
                            List.of(new Parameter("value", Basic.UNKNOWN, Form.SECRET)),
                            Basic.BOOL,
                            "Whether a word with the source `secret` or `vault` gives the value, or a part of it. Nothing else can be"
                                    + " asked of such a value but whether it `exists`.",
                            "not isSecret(\"letmein\")",
                            (world, values) ->
                                    new Value.Bool(
                                            values[0] instanceof Value.Secret, values[0].trace())));

    private Functions() {}

    private static Value entries(Value map, Function<Site, List<Value>> entries) {
        return switch (map) {
            case Value.Tree(Site site) -> new Value.Items(entries.apply(site), site);
            case Value.NoEntries(Trace trace) -> new Value.Items(List.of(), trace);
            default -> new Value.Wrong("a map", map);
        };
    }

    private static Value count(World world, Value[] values) {
        Value value = values[0];
        int count =
                switch (value) {
                    case Value.Items(List<Value> elements, _) -> elements.size();
                    case Value.Tree(Site site) -> Nodes.values(site).size();
                    case Value.NoEntries _ -> 0;
                    case Value.Text(String text, _) -> text.codePointCount(0, text.length());
                    default -> -1;
                };
        return count < 0
                ? new Value.Wrong("a list, a map or a string", value)
                : new Value.Numeral(Decimal.of(count), value.trace());
    }

    private static Value sum(World world, Value[] values) {
        Value sum = new Value.Numeral(Decimal.ZERO, Trace.Several.NONE);
        boolean first = true;
        for (Value element : ListAttributes.elements(values[0])) {
            world.spend(1);
            // The first element says the unit: 0 has none.
            sum = first ? Arithmetic.measure(element) : Arithmetic.apply('+', sum, element);
            first = false;
        }
        return Arithmetic.at(sum, values[0].trace());
    }

    private static Value scaled(World world, Value[] values) {
        if (values[0] instanceof Value.Numeral) {
            return values[0];
        }
        if (values[0] instanceof Value.Text(String text, var trace) && text.endsWith("%")) {
            Value part =
                    Conversion.toNumber(
                            new Value.Text(text.substring(0, text.length() - 1), trace));
            if (part instanceof Value.Numeral(Decimal percent, _)
                    && values[1] instanceof Value.Numeral(Decimal total, _)) {
                return new Value.Numeral(percent.multiply(total).multiply(Decimal.of(1, 2)), trace);
            }
        }
        return new Value.Wrong("a number or a percentage", values[0]);
    }

    private static Value containers(World world, Value[] values) {
        List<Value> all = new ArrayList<>();
        List<Site> sites = new ArrayList<>();
        for (String name : List.of("containers", "initContainers", "ephemeralContainers")) {
            switch (Nodes.field(values[0], name)) {
                case Value.Items(List<Value> elements, Trace trace) -> {
                    all.addAll(elements);
                    sites.addAll(trace.sites());
                }
                case Value.Missing _ -> {}
                case Value.Open open -> {
                    return open;
                }
                case Value other -> {
                    return new Value.Wrong("a list", other);
                }
            }
        }
        return new Value.Items(all, sites.isEmpty() ? values[0].trace() : Trace.of(sites));
    }
}
