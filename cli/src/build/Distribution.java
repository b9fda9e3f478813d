import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.classfile.ClassHierarchyResolver;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/// Puts the program together: `target/brayer` with `bin/brayer`, `lib/*.jar` and the ahead-of-time cache, and for a
/// release an archive that brings its own Java. Started by the packaging, from this source, in the JDK that the
/// program will run in.
///
/// The folder is made beside the old one and swapped, so that a build that fails leaves the old program whole.
public final class Distribution {
    /// What the cache compares jars by is their size and this time; it must survive packing and unpacking.
    private static final FileTime FIXED_TIME = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

    private static final String MERGED = "brayer.jar";

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
        delete(made);
        fill(made);
        Path javaHome = Path.of(System.getProperty("java.home"));
        Files.writeString(made.resolve("lib/java-home"), javaHome + "\n");
        trainLight(made, javaHome);
        Path place = target.resolve("brayer");
        swap(made, place);
        trainFull(place, javaHome);
        trainScripts(place, javaHome);
        Path stamp = Files.writeString(place.resolve("lib/built"), version + "\n");
        Files.setLastModifiedTime(stamp, buildStart);
    }

    /// The folder again with a Java of its own, as an archive for machines without any, and the proof that it runs there.
    private void makeArchive() throws IOException, InterruptedException {
        String name = "brayer-" + version + "-" + platform();
        Path parent = target.resolve("release");
        delete(parent);
        Path made = parent.resolve(name);
        fill(made);
        Files.delete(made.resolve("lib/find-java.sh"));
        link(made, classPath(made.resolve("lib").toString()) + ":" + scriptClassPath(made.resolve("lib")));
        trainLight(made, made.resolve("runtime"));
        trainFull(made, made.resolve("runtime"));
        trainScripts(made, made.resolve("runtime"));
        Path licence = base.resolve("../LICENSE");
        Files.copy(licence, made.resolve("LICENSE"));
        Path archive = target.resolve(name + ".tar.gz");
        // tar keeps the times of the jars; the build's own archiver would not.
        run(List.of("tar", "-czf", archive.toString(), "-C", parent.toString(), name));
        delete(parent);
        prove(archive, name);
        System.out.println("[INFO] Release: " + archive + " (" + Files.size(archive) / 1_000_000 + " MB)");
    }

    /// Only an archive that runs is one: unpacked elsewhere, started through a link, in an environment without anything,
    /// with caches that have to fit.
    private void prove(Path archive, String name) throws IOException, InterruptedException {
        Path elsewhere = Files.createTempDirectory("brayer release");
        try {
            run(List.of("tar", "-xzf", archive.toString(), "-C", elsewhere.toString()));
            Path link = Files.createSymbolicLink(elsewhere.resolve("brayer"), Path.of(name, "bin/brayer"));
            Path samples = elsewhere.resolve("samples");
            copyTree(base.resolve("src/main/training"), samples);
            expect(0, samples, link, "--version");
            expect(1, samples, link, "check", "--policy", "rules.cop", "manifests.yml");
            expect(0, samples, link, "run", "project", "--set", "replicas=4");
            expect(0, samples, link, "history", "-C", "project");
        } finally {
            delete(elsewhere);
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
        merge(lib.resolve(MERGED));
        for (Path jar : jars) {
            if (!isMerged(jar)) {
                Path copy = Files.copy(jar, lib.resolve(jar.getFileName()));
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

    /// What every command may need goes into one jar: each jar with classes in the cache costs a millisecond at every
    /// start. The others follow it on the class path and cost nothing until they are used.
    private static boolean isMerged(Path jar) {
        String name = jar.getFileName().toString();
        for (String prefix : List.of("brayer-", "antlr4-runtime-", "snakeyaml-engine-", "re2j-", "picocli-")) {
            if (name.startsWith(prefix)) {
                return true;
            }
        }
        return false;
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

    /// The cache of the process that runs scripts. Here it pays to keep which methods were busy: the interpreter of
    /// JavaScript is large, and most of its start is spent in few of them.
    private void trainScripts(Path folder, Path javaHome) throws IOException, InterruptedException {
        Path lib = folder.resolve("lib").toAbsolutePath().normalize();
        List<String> command = new ArrayList<>(List.of(
                javaHome.resolve("bin/java").toString(),
                "-XX:AOTCacheOutput=" + lib.resolve("script/script.aot"),
                "-XX:+UseSerialGC",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                scriptClassPath(lib),
                "dev.brayer.script.child.Training"));
        run(command);
    }

    private String classPath(String lib) {
        StringBuilder path = new StringBuilder(lib).append('/').append(MERGED);
        for (Path jar : jars) {
            if (!isMerged(jar)) {
                path.append(':').append(lib).append('/').append(jar.getFileName());
            }
        }
        return path.toString();
    }

    /// The cache of the commands that need nothing but [#MERGED]. The boot loader loads them: it asks neither for the
    /// place nor for the signers of a class, which costs the class path's loader a third of a check, and more where the
    /// folder is not where it was made.
    private void trainLight(Path folder, Path javaHome) throws IOException, InterruptedException {
        train(javaHome, folder.resolve("lib/light.aot"), List.of("-Xbootclasspath/a:" + folder.resolve("lib/" + MERGED)));
    }

    /// The cache of all other commands, made where the program stands: it remembers that place for each class. Java
    /// uses it only when the libraries are allowed the same as here.
    private void trainFull(Path folder, Path javaHome) throws IOException, InterruptedException {
        train(
                javaHome,
                folder.resolve("lib/full.aot"),
                List.of(
                        "--sun-misc-unsafe-memory-access=allow",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        classPath(folder.resolve("lib").toString())));
    }

    /// Runs the short commands once in the Java that will run them, and keeps what they loaded and linked; not which
    /// methods were busy: compiling those at every start costs more than it saves.
    private void train(Path javaHome, Path cache, List<String> classes) throws IOException, InterruptedException {
        Path samples = target.resolve("training");
        delete(samples);
        copyTree(base.resolve("src/main/training"), samples);
        List<String> command = new ArrayList<>(List.of(
                javaHome.resolve("bin/java").toString(),
                "-XX:AOTCacheOutput=" + cache,
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:-AOTRecordTraining",
                "-XX:+UseSerialGC"));
        command.addAll(classes);
        command.addAll(List.of("dev.brayer.cli.Training", samples.toString()));
        run(command);
    }

    /// A runtime with the modules that the jars use. All that TLS and the names of hosts need is in `java.base`.
    private static void link(Path folder, String classPath) {
        List<String> arguments =
                new ArrayList<>(List.of("--print-module-deps", "--ignore-missing-deps", "--multi-release", "25"));
        arguments.addAll(List.of(classPath.split(":")));
        String modules = tool("jdeps", arguments).strip();
        tool(
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

    /// Writes the jars that belong together into one, with their classes in the form that the cache wants.
    private void merge(Path merged) throws IOException {
        try (OutputStream out = Files.newOutputStream(merged);
                JarOutputStream target = new JarOutputStream(out)) {
            for (Path jar : jars) {
                if (isMerged(jar)) {
                    try (JarFile file = new JarFile(jar.toFile())) {
                        add(file, jar.getFileName().toString(), target);
                    }
                }
            }
        }
        Files.setLastModifiedTime(merged, FIXED_TIME);
    }

    private void add(JarFile file, String jar, JarOutputStream target) throws IOException {
        ClassRewriter rewriter = new ClassRewriter(hierarchy(file));
        for (JarEntry entry : file.stream().toList()) {
            String name = entry.getName();
            if (entry.isDirectory() || name.endsWith("module-info.class") || name.startsWith("META-INF/maven/")
                    || name.equals(IndexClass.INDEX)) {
                continue;
            }
            // Licences and notices stay, each under the name of its jar.
            boolean described = name.startsWith("META-INF/") && !name.startsWith("META-INF/services/");
            JarEntry added = new JarEntry(described ? "META-INF/" + jar + name.substring("META-INF".length()) : name);
            added.setLastModifiedTime(FIXED_TIME);
            target.putNextEntry(added);
            try (InputStream stream = file.getInputStream(entry)) {
                byte[] bytes = name.equals(IndexClass.NAME) ? IndexClass.of(file) : stream.readAllBytes();
                target.write(name.endsWith(".class") ? rewriter.rewrite(bytes) : bytes);
            }
            target.closeEntry();
        }
    }

    /// Which classes extend which, for the stack maps: of this jar, of all others, of the JDK.
    private ClassHierarchyResolver hierarchy(JarFile file) throws IOException {
        ClassLoader others = new URLClassLoader(urls(), ClassLoader.getPlatformClassLoader());
        return ClassHierarchyResolver.ofResourceParsing(
                        description -> resource(file, description.packageName(), description.displayName()))
                .orElse(ClassHierarchyResolver.ofResourceParsing(others))
                .orElse(ClassHierarchyResolver.defaultResolver());
    }

    private URL[] urls() throws IOException {
        URL[] urls = new URL[jars.size()];
        for (int index = 0; index < urls.length; index++) {
            urls[index] = jars.get(index).toUri().toURL();
        }
        return urls;
    }

    private static InputStream resource(JarFile file, String packageName, String name) {
        JarEntry entry = file.getJarEntry(packageName.replace('.', '/') + "/" + name + ".class");
        try {
            return entry == null ? null : file.getInputStream(entry);
        } catch (IOException problem) {
            throw new java.io.UncheckedIOException(problem);
        }
    }

    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "macos" : "linux";
        return system + "-" + System.getProperty("os.arch").replace("amd64", "x86_64");
    }

    private static String tool(String name, List<String> arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = ToolProvider.findFirst(name)
                .orElseThrow()
                .run(new PrintWriter(out, true), new PrintWriter(err, true), arguments.toArray(new String[0]));
        if (exitCode != 0) {
            throw new IllegalStateException(name + " failed: " + out + err);
        }
        return out.toString();
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + " failed: " + said);
        }
    }

    private static void swap(Path made, Path place) throws IOException {
        Path old = place.resolveSibling("brayer.old");
        delete(old);
        if (Files.exists(place)) {
            Files.move(place, old, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(made, place, StandardCopyOption.ATOMIC_MOVE);
        delete(old);
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
