package dev.brayer.policy.builtin;

import dev.brayer.number.Decimal;
import dev.brayer.policy.builtin.Builtin.Form;
import dev.brayer.policy.builtin.Builtin.Implementation;
import dev.brayer.policy.builtin.Builtin.Parameter;
import dev.brayer.policy.type.Type.Basic;
import dev.brayer.policy.value.SemanticVersion;
import dev.brayer.policy.value.Value;
import dev.brayer.policy.value.VersionRange;
import java.math.BigInteger;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a version can be asked.
final class VersionAttributes {
    static final List<Builtin> ALL =
            List.of(
                    number(
                            "major",
                            "The first number.",
                            "semver(\"6.5.7\").major == 6",
                            SemanticVersion::major),
                    number(
                            "minor",
                            "The second number.",
                            "semver(\"6.5.7\").minor == 5",
                            SemanticVersion::minor),
                    number(
                            "patch",
                            "The third number.",
                            "semver(\"6.5.7\").patch == 7",
                            SemanticVersion::patch),
                    text(
                            "pre",
                            "The pre-release, after `-`; missing where there is none.",
                            "semver(\"3.7.9-pre.1+revision.15723\").pre == \"pre.1\"",
                            SemanticVersion::pre),
                    text(
                            "build",
                            "The build, after `+`; missing where there is none.",
                            "semver(\"3.7.9-pre.1+revision.15723\").build == \"revision.15723\"",
                            SemanticVersion::build),
                    new Builtin(
                            Basic.SEMVER,
                            "satisfies",
                            List.of(new Parameter("condition", Basic.STRING, Form.VERSION_RANGE)),
                            Basic.BOOL,
                            "Whether the version is in a range in npm's writing: `>=1.2 <2`, `^1.2`, `~1.2.3`, `1.x || 3`. `~> 1.5`"
                                    + " is at least 1.5 and below 2.",
                            "semver(\"1.6.5\").satisfies(\"~> 1.5\")",
                            VersionAttributes::satisfies));

    private VersionAttributes() {}

    /// A part of a version that may not be there.
    @FunctionalInterface
    private interface Part {
        @Nullable String of(SemanticVersion version);
    }

    private static Builtin number(
            String name,
            String documentation,
            String example,
            Function<SemanticVersion, BigInteger> part) {
        Implementation implementation =
                (world, values) ->
                        values[0] instanceof Value.Version(SemanticVersion version, _, var trace)
                                ? new Value.Numeral(Decimal.of(part.apply(version)), trace)
                                : new Value.Wrong("a version", values[0]);
        return new Builtin(
                Basic.SEMVER,
                name,
                List.of(),
                Basic.NUMBER,
                documentation,
                example,
                implementation);
    }

    private static Builtin text(String name, String documentation, String example, Part part) {
        return new Builtin(
                Basic.SEMVER,
                name,
                List.of(),
                Basic.STRING,
                documentation,
                example,
                (world, values) -> {
                    String text =
                            values[0] instanceof Value.Version(SemanticVersion version, _, _)
                                    ? part.of(version)
                                    : null;
                    return text == null
                            ? Builtins.absent(values[0].trace(), name)
                            : new Value.Text(text, values[0].trace());
                });
    }

    private static Value satisfies(World world, Value[] values) {
        VersionRange range = Prepare.range(values[1]);
        if (range == null
                || !(values[0] instanceof Value.Version(SemanticVersion version, _, var trace))) {
            return new Value.Wrong("a range of versions such as \">=1.2 <2\"", values[1]);
        }
        return new Value.Bool(range.admits(version), trace);
    }
}
