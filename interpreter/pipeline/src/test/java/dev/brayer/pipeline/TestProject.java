package dev.brayer.pipeline;

import dev.brayer.pipeline.event.Cancellation;
import dev.brayer.pipeline.event.Event;
import dev.brayer.policy.JudgeOptions;
import dev.brayer.policy.LoadOptions;
import dev.brayer.stencil.Settings;
import dev.brayer.text.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// A small project in a folder of its own, with a clock that goes on a second with each look.
final class TestProject {
    private static final long NOVEMBER_23 = 1_795_425_272_000L;

    final Path root;
    final FakeImages images = new FakeImages();
    final List<Event> events = new ArrayList<>();
    Cancellation cancellation = new Cancellation();
    boolean agrees = true;
    @Nullable String imagesTag;
    private final AtomicLong clock = new AtomicLong(NOVEMBER_23);
    private final Random random = new Random(7);

    TestProject(Path root) {
        this.root = root;
    }

    /// A shop with one image, two formations and one policy.
    static TestProject shop(Path root) throws IOException {
        TestProject project = new TestProject(root);
        project.write(
                "pipeline.yml",
                """
                application: shop
                registry: oci:images
                policies: [policies/]
                images:
                  web: { build: services/web }
                formations: [formations/staging.yml, formations/production.yml]
                stages:
                  - test: { run: echo tested }
                  - build
                  - render
                  - check
                  - deploy
                  - after: { run: 'echo "$BRAYER_FORMATION is out as $BRAYER_DEPLOY_TAG"' }
                """);
        project.write("services/web/Dockerfile", "FROM scratch\n");
        project.write(
                "stencils/web.yml",
                """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: web
                spec:
                  replicas: ${replicas}
                  selector: { matchLabels: { app: web } }
                  template:
                    metadata: { labels: { app: web } }
                    spec:
                      containers:
                        - name: web
                          image: ${web}
                """);
        project.write(
                "stencils/settings.yml",
                """
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: settings
                data:
                  HOST: ${host}
                """);
        for (String name : List.of("staging", "production")) {
            project.write(
                    "formations/" + name + ".yml",
                    """
                    formation: %s
                    destination: { directory: dist/%s, namespace: shop }
                    values:
                      replicas: 2
                      host: %s.example
                      web: { image: web }
                    """
                            .formatted(name, name, name));
        }
        project.write(
                "policies/images.cop",
                """
                rule NotTooMany ensure { fetch("$.kind").first != "Deployment" or fetch("$.spec.replicas").first <= 10 }
                """);
        return project;
    }

    void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    void replace(String path, String old, String fresh) throws IOException {
        String text = Files.readString(root.resolve(path));
        if (!text.contains(old)) {
            throw new IllegalArgumentException(path + " does not contain " + old);
        }
        write(path, text.replace(old, fresh));
    }

    OpenedProject open() {
        return Project.open(root, root);
    }

    CheckRequest check(String... formations) {
        return new CheckRequest(
                List.of(formations),
                Settings.NONE,
                List.of(),
                LoadOptions.none(),
                JudgeOptions.standard(),
                Map.of(),
                opened -> images,
                opened -> {
                    throw new IllegalStateException("this project has no scripts");
                },
                null);
    }

    RunRequest request(String... formations) {
        return new RunRequest(
                check(formations),
                new Circumstances(
                        Map.of("PATH", "/usr/bin:/bin"),
                        () -> clock.addAndGet(1000),
                        random,
                        "ada",
                        "build-3"),
                events::add,
                cancellation,
                (stage, question) -> agrees,
                imagesTag);
    }

    RunReport run(String... formations) {
        events.clear();
        return ExecuteRun.run(open(), request(formations));
    }

    RunReport plan() {
        events.clear();
        return PlanRun.plan(open(), request());
    }

    /// The files below a folder, by path; empty when it is not there.
    Map<String, String> files(String folder) throws IOException {
        Map<String, String> found = new TreeMap<>();
        Path start = root.resolve(folder);
        if (Files.isDirectory(start)) {
            try (var all = Files.walk(start)) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    found.put(start.relativize(file).toString(), Files.readString(file));
                }
            }
        }
        return found;
    }

    List<String> output() {
        List<String> lines = new ArrayList<>();
        for (Event event : events) {
            if (event instanceof Event.Output output) {
                lines.add(output.line());
            }
        }
        return lines;
    }

    /// Whether a process does anything; one that ended may still be listed where nobody asks for
    /// its end.
    static boolean runs(long pid) throws IOException {
        Path status = Path.of("/proc/" + pid + "/stat");
        return Files.exists(status) && !Files.readString(status).contains(") Z ");
    }

    static List<String> ids(List<Diagnostic> diagnostics) {
        return diagnostics.stream().map(diagnostic -> diagnostic.code().id()).toList();
    }
}
