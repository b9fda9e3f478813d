package dev.brayer.policy.check;

import java.util.ArrayList;
import java.util.List;

/// Paths in imports.
final class Paths {
    private Paths() {}

    /// The path that is written in a file, from where the file's own name starts.
    static String beside(String file, String written) {
        List<String> steps = new ArrayList<>();
        int slash = file.lastIndexOf('/');
        String whole =
                written.startsWith("/") || slash < 0
                        ? written
                        : file.substring(0, slash) + "/" + written;
        int start = 0;
        while (start <= whole.length()) {
            int next = whole.indexOf('/', start);
            int end = next < 0 ? whole.length() : next;
            String step = whole.substring(start, end);
            if (step.equals("..") && !steps.isEmpty() && !steps.getLast().equals("..")) {
                steps.removeLast();
            } else if (!step.equals(".") && !(step.isEmpty() && start > 0)) {
                steps.add(step);
            }
            start = end + 1;
        }
        return String.join("/", steps);
    }
}
