package dev.brayer.script.child;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/// Texts of the class path.
final class Resources {
    private static final String UNDERSCORE =
            "META-INF/maven/org.webjars.npm/underscore/pom.properties";

    private Resources() {}

    static String prelude() {
        return read("dev/brayer/script/child/prelude.js");
    }

    /// The library, whose folder carries its version.
    static String underscore() {
        Properties properties = new Properties();
        try (InputStream stream = open(UNDERSCORE)) {
            properties.load(stream);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return read(
                "META-INF/resources/webjars/underscore/"
                        + properties.getProperty("version")
                        + "/underscore-umd-min.js");
    }

    private static String read(String name) {
        try (InputStream stream = open(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static InputStream open(String name) throws IOException {
        InputStream stream = Resources.class.getClassLoader().getResourceAsStream(name);
        if (stream == null) {
            throw new FileNotFoundException(name);
        }
        return stream;
    }
}
