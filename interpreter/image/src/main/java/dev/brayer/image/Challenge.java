package dev.brayer.image;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a `WWW-Authenticate` header asks for (RFC 9110, section 11.6.1): a scheme and its
/// parameters.
record Challenge(String scheme, Map<String, String> parameters) {
    /// The first challenge that brayer can meet, Bearer before Basic; `null` when there is none.
    static @Nullable Challenge choose(List<String> headers) {
        Challenge basic = null;
        for (String header : headers) {
            Challenge challenge = parse(header);
            if (challenge.scheme.equals("bearer") && challenge.parameters.containsKey("realm")) {
                return challenge;
            }
            if (challenge.scheme.equals("basic")) {
                basic = challenge;
            }
        }
        return basic;
    }

    static Challenge parse(String header) {
        String text = header.strip();
        int space = text.indexOf(' ');
        String scheme = (space < 0 ? text : text.substring(0, space)).toLowerCase(Locale.ROOT);
        Map<String, String> parameters = new LinkedHashMap<>();
        int at = space < 0 ? text.length() : space + 1;
        while (at < text.length()) {
            int equals = text.indexOf('=', at);
            if (equals < 0) {
                break;
            }
            String name = text.substring(at, equals).strip().toLowerCase(Locale.ROOT);
            at = equals + 1;
            StringBuilder value = new StringBuilder();
            if (at < text.length() && text.charAt(at) == '"') {
                for (at++; at < text.length() && text.charAt(at) != '"'; at++) {
                    if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                        at++;
                    }
                    value.append(text.charAt(at));
                }
                int comma = text.indexOf(',', at);
                at = comma < 0 ? text.length() : comma + 1;
            } else {
                int comma = text.indexOf(',', at);
                int end = comma < 0 ? text.length() : comma;
                value.append(text.substring(at, end).strip());
                at = end + 1;
            }
            parameters.put(name, value.toString());
        }
        return new Challenge(scheme, parameters);
    }
}
