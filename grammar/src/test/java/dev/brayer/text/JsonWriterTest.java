package dev.brayer.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class JsonWriterTest {
    @Test
    void indentsObjectsAndArrays() {
        String json =
                JsonWriter.indented()
                        .beginObject()
                        .member("a", 1)
                        .beginArray("b")
                        .element("x")
                        .beginObject()
                        .member("c", true)
                        .endObject()
                        .endArray()
                        .beginArray("d")
                        .endArray()
                        .endObject()
                        .toString();
        assertEquals(
                """
                {
                  "a": 1,
                  "b": [
                    "x",
                    {
                      "c": true
                    }
                  ],
                  "d": []
                }
                """,
                json);
    }

    @Test
    void writesLinesWithoutSpaces() {
        String json =
                JsonWriter.onOneLine()
                        .beginObject()
                        .member("a", 1)
                        .beginObject("b")
                        .member("c", "d")
                        .endObject()
                        .endObject()
                        .toString();
        assertEquals("{\"a\":1,\"b\":{\"c\":\"d\"}}\n", json);
    }

    @Test
    void escapesWhatMustNotStandInAString() {
        String json =
                JsonWriter.onOneLine()
                        .beginObject()
                        .member("a", "\"\\\n\r\t\u0001\u007f\ud800 \ud83d\ude00é")
                        .endObject()
                        .toString();
        assertEquals("{\"a\":\"\\\"\\\\\\n\\r\\t\\u0001\\u007f\\ud800 \ud83d\ude00é\"}\n", json);
    }
}
