import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Puts the program together: `target/brayer` with `bin/brayer`, `lib/*.jar` and the ahead-of-time cache, and for a
/// release an archive that brings its own Java. Started by the packaging, from this source, in the JDK that the
/// program will run in.
///
/// The folder is made beside the old one and swapped, so that a build that fails leaves the old program whole.
public final class Distribution {
    /// What the cache compares jars by is their size and this time; it must survive packing and unpacking.
    private static final FileTime FIXED_TIME = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

    private final Path base;
    private final Path target;
    private final String version;
    private final FileTime buildStart;
    private final List<Path> jars;
    private final List<Path> scriptJars;

    private Distribution(Path target, String version, Instant buildStart, List<Path> jars) {
        this.base = target.resolve("..").normalize();
        this.target = target;
        this.version = version;
        this.buildStart = FileTime.from(buildStart);
        this.jars = new ArrayList<>();
        this.scriptJars = new ArrayList<>();
        for (Path jar : jars) {
            if (isOfScripts(jar)) {
                scriptJars.add(jar);
            } else {
                this.jars.add(jar);
            }
        }
    }

    /// @param arguments `folder` or `release`, the version, when the build started, the program's jar, the class path
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path ownJar = Path.of(arguments[3]);
        List<Path> jars = new ArrayList<>(List.of(ownJar));
        for (String element : arguments[4].split(File.pathSeparator)) {
            if (element.endsWith(".jar")) {
                jars.add(Path.of(element));
            } else if (!Path.of(element).equals(ownJar.resolveSibling("classes"))) {
                throw new IllegalStateException(element + " is no jar; the distribution is made in the phase `package`");
            }
        }
        Distribution distribution = new Distribution(
                ownJar.toAbsolutePath().getParent(), arguments[1], Instant.parse(arguments[2]), jars);
        distribution.makeFolder();
        if (arguments[0].equals("release")) {
            distribution.makeArchive();
        }
    }

    private void makeFolder() throws IOException, InterruptedException {
        Path made = target.resolve("brayer.new");
        Folders.delete(made);
        fill(made);
        Path javaHome = Path.of(System.getProperty("java.home"));
        Files.writeString(made.resolve("lib/java-home"), javaHome + "\n");
        caches(made, javaHome).light();
        Path place = target.resolve("brayer");
        Folders.swap(made, place);
        trainInPlace(place, javaHome);
        Path stamp = Files.writeString(place.resolve("lib/built"), version + "\n");
        Files.setLastModifiedTime(stamp, buildStart);
    }

    /// The folder again with a Java of its own, as an archive for machines without any, and the proof that it runs there.
    private void makeArchive() throws IOException, InterruptedException {
        String name = "brayer-" + version + "-" + platform();
        Path parent = target.resolve("release");
        Folders.delete(parent);
        Path made = parent.resolve(name);
        fill(made);
        Files.delete(made.resolve("lib/find-java.sh"));
        link(made, classPath(made.resolve("lib").toString()) + ":" + scriptClassPath(made.resolve("lib")));
        caches(made, made.resolve("runtime")).light();
        trainInPlace(made, made.resolve("runtime"));
        Path licence = base.resolve("../LICENSE");
        Files.copy(licence, made.resolve("LICENSE"));
        Path archive = target.resolve(name + ".tar.gz");
        // tar keeps the times of the jars; the build's own archiver would not.
        Programs.run(List.of("tar", "-czf", archive.toString(), "-C", parent.toString(), name));
        Folders.delete(parent);
        prove(archive, name);
        System.out.println("[INFO] Release: " + archive + " (" + Files.size(archive) / 1_000_000 + " MB)");
    }

    /// Only an archive that runs is one: unpacked elsewhere, started through a link, in an environment without anything,
    /// with caches that have to fit.
    private void prove(Path archive, String name) throws IOException, InterruptedException {
        Path elsewhere = Files.createTempDirectory("brayer release");
        try {
            Programs.run(List.of("tar", "-xzf", archive.toString(), "-C", elsewhere.toString()));
            Path link = Files.createSymbolicLink(elsewhere.resolve("brayer"), Path.of(name, "bin/brayer"));
            Path samples = elsewhere.resolve("samples");
            Folders.copyTree(base.resolve("src/main/training"), samples);
            expect(0, samples, link, "--version");
            expect(1, samples, link, "check", "--policy", "rules.cop", "manifests.yml");
            expect(0, samples, link, "run", "project", "--set", "replicas=4");
            expect(0, samples, link, "history", "-C", "project");
        } finally {
            Folders.delete(elsewhere);
        }
    }

    private static void expect(int exitCode, Path folder, Path program, String... words)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("JDK_JAVA_OPTIONS", "-XX:AOTMode=on");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != exitCode) {
            throw new IllegalStateException(
                    "the archive does not run: brayer " + String.join(" ", words) + " said: " + said);
        }
    }

    private void fill(Path folder) throws IOException {
        Path lib = Files.createDirectories(folder.resolve("lib"));
        Path bin = Files.createDirectories(folder.resolve("bin"));
        new MergedJar(jars, FIXED_TIME).write(lib.resolve(MergedJar.NAME));
        for (Path jar : jars) {
            if (!MergedJar.belongs(jar)) {
                Path copy = lib.resolve(jar.getFileName());
                UnsignedJar.copy(jar, copy);
                Files.setLastModifiedTime(copy, FIXED_TIME);
            }
        }
        fillScripts(lib);
        Path sources = base.resolve("src/main/distribution");
        Files.copy(sources.resolve("find-java.sh"), lib.resolve("find-java.sh"));
        String launcher = Files.readString(sources.resolve("brayer")).replace("@CLASS_PATH@", classPath("$lib"));
        Path script = Files.writeString(bin.resolve("brayer"), launcher);
        if (!script.toFile().setExecutable(true, false)) {
            throw new IOException(script + " cannot be made executable");
        }
    }

    /// What runs scripts is a program of its own, in a folder of its own: the interpreter of JavaScript, and the module that
    /// drives it, which uses none of the others there.
    private void fillScripts(Path lib) throws IOException {
        Path folder = Files.createDirectories(lib.resolve("script"));
        List<Path> own = new ArrayList<>(scriptJars);
        for (Path jar : jars) {
            if (jar.getFileName().toString().startsWith("brayer-script-")) {
                own.add(jar);
            }
        }
        for (Path jar : own) {
            Path copy = Files.copy(jar, folder.resolve(jar.getFileName()));
            Files.setLastModifiedTime(copy, FIXED_TIME);
        }
    }

    private static boolean isOfScripts(Path jar) {
        String path = jar.toString().replace(File.separatorChar, '/');
        return path.contains("/org/graalvm/") || path.contains("/org/webjars/");
    }

    private String scriptClassPath(Path lib) throws IOException {
        try (Stream<Path> files = Files.list(lib.resolve("script"))) {
            return String.join(
                    File.pathSeparator,
                    files.map(Path::toString).filter(name -> name.endsWith(".jar")).sorted().toList());
        }
    }

    private String classPath(String lib) {
        StringBuilder path = new StringBuilder(lib).append('/').append(MergedJar.NAME);
        for (Path jar : jars) {
            if (!MergedJar.belongs(jar)) {
                path.append(':').append(lib).append('/').append(jar.getFileName());
            }
        }
        return path.toString();
    }

    private void trainInPlace(Path folder, Path javaHome) throws IOException, InterruptedException {
        Caches caches = caches(folder, javaHome);
        Path lib = folder.resolve("lib").toAbsolutePath().normalize();
        caches.full(classPath(lib.toString()));
        caches.scripts(scriptClassPath(lib));
    }

    private Caches caches(Path folder, Path javaHome) {
        return new Caches(
                folder.resolve("lib").toAbsolutePath().normalize(),
                javaHome,
                base.resolve("src/main/training"),
                target.resolve("training"));
    }

    /// A runtime with the modules that the jars use. All that TLS and the names of hosts need is in `java.base`.
    private static void link(Path folder, String classPath) {
        List<String> arguments =
                new ArrayList<>(List.of("--print-module-deps", "--ignore-missing-deps", "--multi-release", "25"));
        arguments.addAll(List.of(classPath.split(":")));
        String modules = Programs.tool("jdeps", arguments).strip();
        Programs.tool(
                "jlink",
                List.of(
                        "--add-modules",
                        modules,
                        "--strip-java-debug-attributes",
                        "--no-header-files",
                        "--no-man-pages",
                        "--output",
                        folder.resolve("runtime").toString()));
    }

    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "macos" : "linux";
        return system + "-" + System.getProperty("os.arch").replace("amd64", "x86_64");
    }
}
