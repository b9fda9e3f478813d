package dev.brayer.document.fields;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.brayer.document.DocumentReader;
import dev.brayer.document.ReadOptions;
import dev.brayer.document.ReadResult;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Outcome;
import dev.brayer.text.Source;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FieldsTest {
    private final Diagnostics diagnostics = new Diagnostics();

    private Fields fields(String text) {
        ReadResult result = DocumentReader.read(Source.of("pipeline.yml", text), ReadOptions.PLAIN);
        assertEquals("[]", result.diagnostics().toString());
        Fields fields = Fields.of(result.documents().getFirst().root(), "a pipeline", diagnostics);
        assertNotNull(fields);
        return fields;
    }

    /// The complaints, each as `line:column message (hint)`.
    private String complaints() {
        StringBuilder text = new StringBuilder();
        for (Diagnostic diagnostic : diagnostics.toList()) {
            assertEquals(Outcome.USAGE, diagnostic.code().outcome());
            assertNotNull(diagnostic.place());
            text.append(diagnostic.place().toString().substring("pipeline.yml:".length()))
                    .append(' ')
                    .append(diagnostic.message())
                    .append(diagnostic.hint() == null ? "" : " (" + diagnostic.hint() + ")")
                    .append('\n');
        }
        return text.toString();
    }

    @Test
    void whatFitsIsRead() {
        Fields fields =
                fields(
                        """
                        application: shop
                        retries: 0x10
                        wait: 1h30m
                        strict: yes
                        policies: [a, b]
                        labels: {team: shop, tier: "1"}
                        action: warn
                        nothing: ~
                        """);
        assertEquals("shop", fields.requiredString("application"));
        assertEquals(16, fields.integer("retries", 0, 20));
        assertEquals(Duration.ofMinutes(90), fields.duration("wait"));
        assertEquals(true, fields.bool("strict"));
        assertEquals(List.of("a", "b"), fields.strings("policies"));
        assertEquals(Map.of("team", "shop", "tier", "1"), fields.stringMap("labels"));
        assertEquals("warn", fields.oneOf("action", List.of("ensure", "warn")));
        assertNull(fields.string("nothing"));
        assertEquals(List.of(), fields.list("absent"));
        assertEquals(7, fields.integer("absent", 0, 9, 7));
        fields.rejectUnknown();
        assertEquals("", complaints());
    }

    @Test
    void whatDoesNotFitIsSaidWhereItStands() {
        Fields fields =
                fields(
                        """
                        version: 1.30
                        retries: 1.5
                        many: 21
                        wait: 10
                        strict: "yes"
                        policies: a
                        names: [a, 1]
                        labels: {team: [x]}
                        action: wran
                        map: text
                        """);
        fields.string("version");
        fields.integer("retries", 0, 20);
        fields.integer("many", 0, 20);
        fields.duration("wait");
        fields.bool("strict");
        fields.strings("policies");
        assertEquals(List.of("a"), fields.strings("names"));
        fields.stringMap("labels");
        fields.oneOf("action", List.of("ensure", "warn"));
        assertNull(fields.fields("map", "a map"));
        assertEquals(
                """
                1:10 `version` takes a text, this is a number (write "1.30")
                2:10 `retries` takes a whole number from 0 to 20, not 1.5
                3:7 `many` takes a whole number from 0 to 20, not 21
                4:7 `wait` takes a duration, not `10` (such as 30s, 10m or 1h30m)
                5:9 `strict` takes true or false, this is a string
                6:11 `policies` takes a list, this is a string
                7:12 `names` takes a list of texts, this is a number
                8:16 `team` takes a text, this is a list
                9:9 `action` is `ensure` or `warn`, not `wran` (did you mean `warn`?)
                10:6 `map` takes a map, this is a string
                """,
                complaints());
    }

    @Test
    void keysThatNobodyAskedFor() {
        Fields fields = fields("aplication: shop\nzzz: 1\nstages:\n");
        fields.requiredString("application");
        fields.requiredNode("stages");
        fields.list("images");
        fields.rejectUnknown();
        assertEquals(
                """
                1:1 a pipeline needs `application:`
                3:1 `stages:` has no value
                1:1 `aplication` is not a key of a pipeline (did you mean `application`?)
                2:1 `zzz` is not a key of a pipeline (its keys are `application`, `stages`, `images`)
                """,
                complaints());
    }

    @Test
    void oneOfSeveralKeys() {
        List<String> sources = List.of("value", "image", "git");
        assertEquals("image", fields("image: web\ntype: string").exactlyOne(sources));
        assertEquals("", complaints());
        assertNull(fields("type: string").exactlyOne(sources));
        assertNull(fields("git: short\nvalue: 1").exactlyOne(sources));
        assertNull(fields("type: string").atMostOne(sources));
        assertEquals(
                """
                1:1 a pipeline needs `value`, `image` or `git`
                2:1 `git` and `value` cannot stand together in a pipeline
                """,
                complaints());
    }

    @Test
    void aListIsNoMap() {
        ReadResult result =
                DocumentReader.read(Source.of("pipeline.yml", "- a"), ReadOptions.PLAIN);
        assertNull(Fields.of(result.documents().getFirst().root(), "a pipeline", diagnostics));
        assertEquals("1:1 a pipeline is a map, this is a list\n", complaints());
    }

    @Test
    void durations() {
        assertEquals(Duration.ofMillis(500), Durations.parse("500ms"));
        assertEquals(Duration.ofDays(7), Durations.parse("7d"));
        assertEquals(Duration.ofSeconds(3723), Durations.parse("1h2m3s"));
        assertEquals(Duration.ZERO, Durations.parse("0s"));
        for (String wrong :
                List.of(
                        "",
                        "s",
                        "10",
                        "1m1h",
                        "1m1m",
                        "-1s",
                        "1.5s",
                        "1 s",
                        "99999999999999999999s",
                        "9999d9h")) {
            assertNull(Durations.parse(wrong), wrong);
        }
    }
}
