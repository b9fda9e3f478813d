package dev.brayer.script;

import dev.brayer.script.wire.Limits;
import dev.brayer.text.Source;
import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A real child, with the class path of the tests.
final class TestRuntime {
    private TestRuntime() {}

    /// Small enough for tests of limits to end soon, with so much time that another limit is
    /// reached first.
    static final Limits LIMITS = new Limits(4_000, 128, 1_000_000, 500, 2_000, 20, 1_000, 200_000);

    static ScriptRuntime runtime() {
        return new ScriptRuntime(
                System.getProperty("java.home") + "/bin/java", List.of(), classPath());
    }

    /// Where this class was found too, whatever started the tests.
    private static String classPath() {
        if (!(TestRuntime.class.getClassLoader() instanceof URLClassLoader loader)) {
            return System.getProperty("java.class.path", "");
        }
        StringBuilder path = new StringBuilder();
        for (URL element : loader.getURLs()) {
            path.append(path.isEmpty() ? "" : File.pathSeparator).append(element.getPath());
        }
        return path.toString();
    }

    static Scripts scripts(Limits limits, List<String> printed) {
        return new Scripts(
                runtime(),
                limits,
                TestRuntime::file,
                (script, error, line) -> printed.add((error ? "error: " : "") + line));
    }

    private static @Nullable Source file(String path) {
        return switch (path) {
            case "sidecar.json" ->
                    Source.of(path, "{\"name\": \"logs\", \"image\": \"fluent/fluent-bit:3.1\"}");
            case "sidecar.yml" -> Source.of(path, "name: logs\nimage: fluent/fluent-bit:3.1\n");
            case "broken.yml" -> Source.of(path, "a: [");
            default -> null;
        };
    }
}
