package dev.brayer.document;

import dev.brayer.text.Diagnostic;
import dev.brayer.text.Place;
import java.util.ArrayList;
import java.util.List;

/// Recognizes templates of other programs, such as a chart's, that were given as manifests.
final class Templates {
    /// What only Helm's templates have.
    private static final List<String> OF_HELM =
            List.of(".Values", ".Release", ".Chart", ".Capabilities", "include \"", "{{-", "-}}");

    private Templates() {}

    /// The same errors; the first that stands in a line with `{{ … }}` or `{% … %}` says what to do
    /// instead.
    static List<Diagnostic> hinted(String text, List<Diagnostic> diagnostics) {
        if (!text.contains("{{") && !text.contains("{%")) {
            return diagnostics;
        }
        List<Diagnostic> hinted = new ArrayList<>(diagnostics);
        for (int index = 0; index < hinted.size(); index++) {
            Diagnostic diagnostic = hinted.get(index);
            Place place = diagnostic.place();
            if (diagnostic.isError() && place != null && isTemplate(line(place))) {
                hinted.set(index, diagnostic.withHint(hint(text)));
                return hinted;
            }
        }
        return hinted;
    }

    private static String line(Place place) {
        return place.source().line(place.start().line());
    }

    /// Within quotes the signs are text, as in the annotations of an alert.
    private static boolean isTemplate(String line) {
        int sign = line.indexOf("{{");
        if (sign < 0) {
            sign = line.indexOf("{%");
        }
        boolean quoted = false;
        for (int index = 0; index < sign; index++) {
            quoted ^= line.charAt(index) == '\'' || line.charAt(index) == '"';
        }
        return sign >= 0 && !quoted;
    }

    private static String hint(String text) {
        for (String sign : OF_HELM) {
            if (text.contains(sign)) {
                return "this is a template of Helm, and brayer checks what it gives: `helm template CHART | brayer check --policy POLICY -`";
            }
        }
        return "this is a template, and brayer checks what it gives: render it, and pipe that into `brayer check --policy POLICY -`";
    }
}
