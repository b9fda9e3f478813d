import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassHierarchyResolver;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/// The one jar of what every command may need.
final class MergedJar {
    static final String NAME = "brayer.jar";

    private final List<Path> jars;
    private final FileTime time;

    /// @param jars all jars of the program; those that belong are merged, the others tell which classes extend which
    /// @param time what every entry bears
    MergedJar(List<Path> jars, FileTime time) {
        this.jars = jars;
        this.time = time;
    }

    /// What every command may need goes into one jar: each jar with classes in the cache costs a millisecond at every
    /// start. The others follow it on the class path and cost nothing until they are used.
    static boolean belongs(Path jar) {
        String name = jar.getFileName().toString();
        for (String prefix : List.of("brayer-", "antlr4-runtime-", "snakeyaml-engine-", "re2j-", "picocli-")) {
            if (name.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    /// Writes the jars that belong together into one, with their classes in the form that the cache wants.
    void write(Path merged) throws IOException {
        try (OutputStream out = Files.newOutputStream(merged);
                JarOutputStream target = new JarOutputStream(out)) {
            for (Path jar : jars) {
                if (belongs(jar)) {
                    try (JarFile file = new JarFile(jar.toFile())) {
                        add(file, jar.getFileName().toString(), target);
                    }
                }
            }
        }
        Files.setLastModifiedTime(merged, time);
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
            added.setLastModifiedTime(time);
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
            throw new UncheckedIOException(problem);
        }
    }
}
