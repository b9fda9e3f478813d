package dev.brayer.document;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// What a tag makes of a scalar, as go-yaml v2 does it: the core tags must fit the value,
/// `!!binary` is decoded, all others are passed over and leave a string.
final class Tags {
    private static final String CORE = "tag:yaml.org,2002:";

    private Tags() {}

    /// @param decoded the text, if it is not the one that is written
    /// @param problem why the value is none, as a sentence
    record Reading(ScalarType type, @Nullable String decoded, @Nullable String problem) {}

    private static final Reading STRING = new Reading(ScalarType.STRING, null, null);
    private static final Reading NUMBER = new Reading(ScalarType.NUMBER, null, null);
    private static final Reading BOOLEAN = new Reading(ScalarType.BOOLEAN, null, null);
    private static final Reading NULL = new Reading(ScalarType.NULL, null, null);

    static Reading read(@Nullable String tag, String text, boolean plain) {
        if (tag == null) {
            return plain ? of(Scalars.resolve(text), text) : STRING;
        }
        if (!tag.startsWith(CORE)) {
            return STRING;
        }
        String name = tag.substring(CORE.length());
        return switch (name) {
            case "int", "float", "bool", "null" -> {
                Scalars.Resolved resolved = Scalars.resolve(text);
                yield fits(name, resolved) ? of(resolved, text) : contradiction(name, text);
            }
            case "timestamp" -> looksLikeTimestamp(text) ? STRING : contradiction(name, text);
            case "binary" -> binary(text);
            default -> STRING;
        };
    }

    private static boolean fits(String name, Scalars.Resolved resolved) {
        return switch (resolved) {
            case INTEGER -> name.equals("int") || name.equals("float");
            case DECIMAL, NOT_FINITE -> name.equals("float");
            case TRUE, FALSE -> name.equals("bool");
            case NULL -> name.equals("null");
            case STRING -> false;
        };
    }

    private static Reading of(Scalars.Resolved resolved, String text) {
        return switch (resolved) {
            case NULL -> NULL;
            case TRUE, FALSE -> BOOLEAN;
            case INTEGER, DECIMAL -> NUMBER;
            case STRING -> STRING;
            case NOT_FINITE ->
                    new Reading(
                            ScalarType.STRING,
                            null,
                            "`" + text + "` is a number that JSON, and so Kubernetes, lacks");
        };
    }

    private static Reading contradiction(String name, String text) {
        return new Reading(
                ScalarType.STRING,
                null,
                "`" + text + "` is not what its tag `!!" + name + "` says");
    }

    private static boolean looksLikeTimestamp(String text) {
        for (int at = 0; at < 4; at++) {
            if (at >= text.length() || text.charAt(at) < '0' || text.charAt(at) > '9') {
                return false;
            }
        }
        return text.length() > 4 && text.charAt(4) == '-';
    }

    private static Reading binary(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text.replace("\n", "").replace("\r", ""));
            return new Reading(ScalarType.STRING, new String(bytes, StandardCharsets.UTF_8), null);
        } catch (IllegalArgumentException ignored) {
            return new Reading(
                    ScalarType.STRING, null, "the value of this `!!binary` is not base64");
        }
    }
}
