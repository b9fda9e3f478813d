import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/// Copies a jar without its signature. Of a signed one Java checks each class at every start, and keeps none in a cache;
/// that the jar is the right one was checked when the build fetched it.
final class UnsignedJar {
    private UnsignedJar() {}

    static void copy(Path from, Path to) throws IOException {
        try (JarFile jar = new JarFile(from.toFile())) {
            if (jar.stream().noneMatch(UnsignedJar::isSignature)) {
                Files.copy(from, to);
                return;
            }
            try (OutputStream out = Files.newOutputStream(to);
                    JarOutputStream target = new JarOutputStream(out)) {
                for (JarEntry entry : jar.stream().filter(entry -> !isSignature(entry)).toList()) {
                    JarEntry copied = new JarEntry(entry.getName());
                    copied.setLastModifiedTime(entry.getLastModifiedTime());
                    target.putNextEntry(copied);
                    try (InputStream content = jar.getInputStream(entry)) {
                        content.transferTo(target);
                    }
                    target.closeEntry();
                }
            }
        }
    }

    private static boolean isSignature(JarEntry entry) {
        String name = entry.getName().toUpperCase(Locale.ROOT);
        return name.startsWith("META-INF/")
                && (name.endsWith(".SF") || name.endsWith(".RSA") || name.endsWith(".DSA") || name.endsWith(".EC"));
    }
}
