package dev.brayer.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.brayer.document.Document;
import dev.brayer.document.DocumentReader;
import dev.brayer.document.ReadOptions;
import dev.brayer.text.Origin;
import dev.brayer.text.Source;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What policies can say of a secret, and what they cannot.
final class SecretTest {
    private static final String MARKER = "*** secret database.password ***";

    private static final String SECRET =
            """
            apiVersion: v1
            kind: Secret
            metadata: { name: database, labels: { team: shop } }
            type: Opaque
            stringData:
              user: shop
              password: "${word}"
              url: "postgres://shop:${word}@db/shop"
            """;

    private static final String BEFORE =
            """
            apiVersion: v1
            kind: Secret
            metadata: { name: database }
            type: Opaque
            stringData:
              user: shop
              password: "*** secret database.password ***"
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stringData[\"password\"] exists",
                "isSecret(stringData[\"password\"])",
                "isSecret(stringData[\"url\"])",
                "not isSecret(stringData[\"user\"])",
                "not isSecret(stringData)",
                "not isSecret(metadata.name)",
                "isSecret(stringData[\"password\"] default \"letmein\")",
                "isSecret(fetch(\"$.stringData.password\").first)",
                "keys(stringData) == [\"user\", \"password\", \"url\"]",
                "keys(stringData).contains(\"password\")",
                "count(stringData) == 3",
                "count(values(stringData)) == 3",
                "stringData[\"user\"] == before.stringData[\"user\"]",
                "every key, value in stringData : (key == \"user\" or isSecret(value))",
                "stringData[\"user\"] == \"shop\" or stringData[\"password\"] == \"x\"",
                "fetch(\"$.stringData[?@ != null]\").count >= 0 or metadata.name == \"database\"",
                "fetch(\"$..password\").count == 1",
                "fetch(\"$[?@.password]\").count == 1",
            })
    void isKnown(String condition) {
        Verdict verdict = judge(condition);
        assertEquals(List.of(), verdict.findings(), condition);
        assertEquals(List.of(), verdict.summary().undecided(), condition);
        assertEquals(1, verdict.summary().passed(), condition);
    }

    /// Neither the value nor what stands in for it decides anything.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "stringData[\"password\"] == \"*** secret database.password ***\"",
                "stringData[\"password\"] != \"letmein\"",
                "stringData[\"password\"] == \"***\"",
                "stringData[\"password\"] == stringData[\"password\"]",
                "stringData[\"password\"] != stringData[\"user\"]",
                "stringData[\"password\"] == before.stringData[\"user\"]",
                "stringData[\"password\"] < before.stringData[\"password\"]",
                "stringData[\"password\"] matches \".*\"",
                "not stringData[\"password\"] matches \"x\"",
                "stringData[\"url\"] matches \"postgres://.*\"",
                "count(stringData[\"password\"]) > 12",
                "stringData[\"password\"] in [\"letmein\", \"admin\"]",
                "stringData[\"password\"] not in [\"letmein\", \"admin\"]",
                "\"x\" in values(stringData)",
                "values(stringData).contains(\"letmein\")",
                "not values(stringData).contains(\"letmein\")",
                "values(stringData).unique.count == 3",
                "values(stringData) == [\"shop\"]",
                "stringData == metadata.labels",
                "stringData != metadata.labels",
                "[[stringData[\"password\"]]] != [[\"letmein\"]]",
                "no value in stringData : value == \"letmein\"",
                "every value in stringData : value != \"letmein\"",
                "any value in stringData : value == \"letmein\"",
                "quantity(stringData[\"password\"]) > 1",
                "stringData[\"password\"].as(:number) + 1 == 2",
                "fetch(\"$.stringData.password\").first + 1 == 2",
                "values(stringData).as(:string).last exists",
                "values(stringData).as(:image)[1] exists",
                "isSecret(values(stringData).extract(\"(.*)\", 1)[1])",
                "isSecret(image(stringData[\"password\"]))",
                "values(stringData).unique exists",
                "(stringData[\"password\"] == \"x\") exists",
                "sum([stringData[\"password\"]]) == 0",
                "image(stringData[\"password\"]).tag exists",
                "stringData[\"password\"].gsub(\"a\", \"b\") exists",
                "stringData[\"password\"] default \"x\" == \"x\"",
                "metadata.labels[stringData[\"password\"]] exists",
                "fetch(\"$.stringData[?@ == 'letmein']\").count == 0",
                "fetch(\"$.stringData[?match(@, '.*secret.*')]\").count == 0",
                "fetch(\"$[?length(@.password) > 3]\").count == 0",
                "matchesLabels(stringData, metadata.labels)",
            })
    void isNotKnown(String condition) {
        Verdict verdict = judge(condition);
        assertFalse(verdict.findings().isEmpty(), condition);
        for (Finding finding : verdict.findings()) {
            assertEquals(Finding.Code.TYPE, finding.code(), condition + " " + finding.message());
        }
        assertEquals(List.of(), verdict.summary().undecided(), condition);
        assertEquals(0, verdict.summary().passed(), condition);
        String message = verdict.findings().getFirst().message().replace(condition, "");
        assertFalse(message.contains("database.password"), message);
    }

    /// Without a fingerprint nobody knows whether it changed.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "stringData[\"password\"] == before.stringData[\"password\"]",
                "stringData[\"password\"] != before.stringData[\"password\"]",
                "not before.stringData[\"password\"] == stringData[\"password\"]",
                "stringData == before.stringData",
                "every key, value in before.stringData : stringData[key] == value",
                "metadata.name == \"database\" and stringData == before.stringData",
                "metadata.name == \"web\" or stringData[\"password\"] == before.stringData[\"password\"]",
            })
    void isUndecidedBesideAnotherVersionOfItself(String condition) {
        Verdict verdict = judge(condition);
        assertEquals(List.of(), verdict.findings(), condition);
        assertEquals(1, verdict.summary().undecided().size(), condition);
        Summary.Undecided undecided = verdict.summary().undecided().getFirst();
        assertEquals("word", undecided.word());
        assertEquals(Summary.Undecided.Cause.SECRET, undecided.cause());
        assertEquals(0, verdict.summary().passed(), condition);
    }

    @Test
    void isOfferedNowhereButNamed() {
        Verdict verdict =
                judge(
                        "stringData[\"password\"] != \"letmein\"",
                        "\"\"\"{stringData} and {stringData[\"password\"]}\"\"\"");
        Finding finding = verdict.findings().getFirst();
        assertEquals(
                "{\"user\":\"shop\",\"password\":\"***\",\"url\":\"***\"} and ***",
                finding.message());
        assertEquals("a secret's value is not known to policies", finding.detail());
        assertEquals("$.stringData.password", finding.path());
    }

    /// A value that is not there is missing, whatever it is held against.
    @Test
    void missingValuesAreMissing() {
        for (String condition :
                List.of(
                        "isSecret(stringData[\"token\"])",
                        "not isSecret(stringData[\"token\"])",
                        "stringData[\"url\"] == before.stringData[\"url\"]")) {
            Finding finding = judge(condition).findings().getFirst();
            assertEquals(Finding.Code.MISSING, finding.code(), condition);
        }
    }

    private static Verdict judge(String condition) {
        return judge(condition, "");
    }

    private static Verdict judge(String condition, String message) {
        String rule = "rule R ensure on Secret " + message + " { " + condition + " }";
        LoadedPolicies loaded = PolicyLoader.load(List.of(Source.of("policy.cop", rule)));
        return Judge.judge(
                loaded.policies().orElseThrow(() -> new AssertionError(loaded.diagnostics())),
                documents(StandIn.fill(SECRET, MARKER, Origin.Known.SECRET)),
                JudgeOptions.standard().withBefore(documents(Source.of("before.yml", BEFORE))));
    }

    private static List<Document> documents(Source source) {
        return DocumentReader.read(source, ReadOptions.MANIFESTS).documents();
    }
}
