package dev.brayer.policy.custom;

import dev.brayer.policy.CustomWorkload;
import java.util.ArrayList;
import java.util.List;

/// Reads how people name a custom workload: `argoproj.io/Rollout`, and `spec.template` for where
/// its pods are described.
public final class WorkloadText {
    private WorkloadText() {}

    /// What reading gave.
    public sealed interface Read {
        record Workload(CustomWorkload workload) implements Read {}

        /// @param ofKind whether the kind is wrong, else the path is
        record Problem(boolean ofKind, String message, String hint) implements Read {}
    }

    public static Read read(String kind, String path, CustomWorkload.Holds holds) {
        int slash = kind.indexOf('/');
        String group = slash < 0 ? "" : kind.substring(0, slash);
        String name = kind.substring(slash + 1);
        if (name.indexOf('/') >= 0) {
            String without = group + "/" + name.substring(name.lastIndexOf('/') + 1);
            return new Read.Problem(
                    true,
                    "a custom workload is named by group and kind, without a version",
                    "write `" + without + "`: every version is meant");
        }
        if (group.indexOf('.') <= 0 || !isWord(name)) {
            return new Read.Problem(
                    true,
                    "`" + kind + "` is no kind of a custom resource",
                    "write group and kind, such as `argoproj.io/Rollout`");
        }
        List<String> steps = new ArrayList<>();
        int start = path.startsWith("$.") ? 2 : 0;
        while (start <= path.length()) {
            int dot = path.indexOf('.', start);
            int end = dot < 0 ? path.length() : dot;
            String step = path.substring(start, end);
            if (!isWord(step)) {
                return new Read.Problem(
                        false,
                        "`" + path + "` is no path of fields",
                        "write the fields that lead to it, such as `spec.template`");
            }
            steps.add(step);
            start = end + 1;
        }
        return new Read.Workload(new CustomWorkload(group, name, steps, holds));
    }

    private static boolean isWord(String text) {
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            boolean letter =
                    (character >= 'a' && character <= 'z')
                            || (character >= 'A' && character <= 'Z')
                            || character == '_';
            boolean other = (character >= '0' && character <= '9') || character == '-';
            if (!letter && !(other && index > 0)) {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
