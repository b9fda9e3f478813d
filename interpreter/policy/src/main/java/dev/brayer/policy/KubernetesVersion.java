package dev.brayer.policy;

import dev.brayer.schema.SchemaCatalog;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds the bundled minor of Kubernetes for a version that a person wrote.
public final class KubernetesVersion {
    private static final int LONGEST = 6;

    private KubernetesVersion() {}

    /// The minor itself where it is bundled, else the nearest one, with a warning; null where the
    /// text is no version, which is an error.
    ///
    /// @param written `1.34`, or a whole version such as `v1.34.2`
    public static @Nullable String bundled(
            String written, @Nullable Place place, Diagnostics diagnostics) {
        List<String> minors = SchemaCatalog.bundled().minors();
        String list = "bundled are " + String.join(", ", minors);
        int minor = minor(written);
        if (minor < 0) {
            diagnostics.add(
                    Diagnostic.error(
                                    PolicyCode.KUBERNETES_VERSION,
                                    place,
                                    "`" + written + "` is no version of Kubernetes")
                            .withHint("write it as `" + minors.getLast() + "`; " + list));
            return null;
        }
        String asked = "1." + minor;
        if (minors.contains(asked)) {
            return asked;
        }
        boolean older = minor < minor(minors.getFirst());
        String nearest = older ? minors.getFirst() : minors.getLast();
        diagnostics.add(
                Diagnostic.warning(
                                PolicyCode.KUBERNETES_VERSION,
                                place,
                                "Kubernetes "
                                        + asked
                                        + " is "
                                        + (older ? "older" : "newer")
                                        + " than any that is bundled; fields are checked against "
                                        + nearest)
                        .withHint(list));
        return nearest;
    }

    /// The second number of a version whose first is 1, or -1.
    private static int minor(String written) {
        String text = written.startsWith("v") ? written.substring(1) : written;
        if (!text.startsWith("1.")) {
            return -1;
        }
        int end = text.indexOf('.', 2);
        String digits = text.substring(2, end < 0 ? text.length() : end);
        if (digits.isEmpty() || digits.length() > LONGEST) {
            return -1;
        }
        int minor = 0;
        for (int index = 0; index < digits.length(); index++) {
            char digit = digits.charAt(index);
            if (digit < '0' || digit > '9') {
                return -1;
            }
            minor = 10 * minor + digit - '0';
        }
        return minor;
    }
}
