package dev.brayer.schema;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/// Reads kinds, types, fields and their documentation out of the sources of the Kubernetes Java
/// client (`io.kubernetes:client-java-api`, Apache-2.0, generated from the OpenAPI document of one
/// Kubernetes release).
///
/// Part of the build only. The sources are generated, so their shape is regular; a field that this
/// reader does not understand stops the build.
final class ModelReader {
    private static final String MODELS = "io/kubernetes/client/openapi/models/";
    private static final String APIS = "io/kubernetes/client/openapi/apis/";

    private static final Pattern CLASS =
            Pattern.compile(
                    "/\\*\\*\\n \\* (.*)\\n \\*/\\n@ApiModel[^\\n]*\\n(?:@[^\\n]*\\n)*public class (\\w+)|(?:^|\\n)public class (\\w+)");
    private static final Pattern FIELD =
            Pattern.compile(
                    "public static final String SERIALIZED_NAME_\\S+ = \"([^\"]+)\";\\s+"
                            + "@SerializedName\\(\\S+\\)\\s+@jakarta\\.annotation\\.(Nonnull|Nullable)\\s+private ([^;=]+?) (\\S+?)(?: = [^;]*)?;");
    private static final Pattern GETTER =
            Pattern.compile(
                    "/\\*\\*\\n   \\* ((?:(?!\\*/)[\\s\\S])*?)\\n(?:   \\* (?:minimum|maximum): .*\\n)*   \\* @return (\\S+)\\n");
    private static final Pattern CREATE =
            Pattern.compile(
                    "private okhttp3\\.Call create(?!\\w*ValidateBeforeCall)\\w+Call\\([^)]*?(\\w+) body,[^)]*\\)[\\s\\S]*?String localVarPath = \"([^\"]+)\"");
    private static final Pattern KIND_CLASS =
            Pattern.compile("(?:[A-Z][a-z]+)*?V\\d+(?:(?:alpha|beta)\\d+)?([A-Z]\\w*)");

    /// A kind as the client's API classes tell it.
    record Kind(String group, String version, String name, boolean namespaced, String type) {}

    record Field(String name, String javaType, boolean required, String documentation) {}

    record Type(String name, String documentation, List<Field> fields) {}

    /// What one release knows.
    record Model(Map<String, Type> types, List<Kind> kinds) {}

    private ModelReader() {}

    static Model read(Path sources) throws IOException {
        Map<String, Type> types = new TreeMap<>();
        List<Kind> kinds = new ArrayList<>();
        try (ZipFile jar = new ZipFile(sources.toFile())) {
            List<? extends ZipEntry> entries =
                    jar.stream()
                            .sorted((left, right) -> left.getName().compareTo(right.getName()))
                            .toList();
            for (ZipEntry entry : entries) {
                if (entry.isDirectory()) {
                    continue;
                }
                if (entry.getName().startsWith(MODELS)) {
                    Type type = type(text(jar, entry));
                    if (type != null) {
                        types.put(type.name(), type);
                    }
                } else if (entry.getName().startsWith(APIS)) {
                    addKinds(text(jar, entry), kinds);
                }
            }
        }
        return new Model(types, kinds);
    }

    /// The kind's name without the version that the class name starts with: `DeploymentSpec` for
    /// `V1DeploymentSpec`.
    static String plainName(String className) {
        Matcher matcher = KIND_CLASS.matcher(className);
        return matcher.matches() ? matcher.group(1) : className;
    }

    private static @Nullable Type type(String source) {
        Matcher declaration = CLASS.matcher(source);
        if (!declaration.find()) {
            return null;
        }
        String documentation = declaration.group(1) == null ? "" : declaration.group(1);
        String name = declaration.group(2) == null ? declaration.group(3) : declaration.group(2);
        Map<String, String> documentations = new LinkedHashMap<>();
        Matcher getter = GETTER.matcher(source);
        while (getter.find()) {
            documentations.put(
                    getter.group(2), getter.group(1).replaceAll("\\s*\\n\\s*\\*?\\s*", " "));
        }
        List<Field> fields = new ArrayList<>();
        Matcher field = FIELD.matcher(source);
        while (field.find()) {
            fields.add(
                    new Field(
                            field.group(1),
                            field.group(3).strip(),
                            field.group(2).equals("Nonnull"),
                            documentations.getOrDefault(field.group(4), "")));
        }
        return new Type(name, documentation, fields);
    }

    private static void addKinds(String source, List<Kind> kinds) {
        Matcher create = CREATE.matcher(source);
        while (create.find()) {
            String type = create.group(1);
            String[] parts = create.group(2).substring(1).split("/");
            boolean core = parts[0].equals("api");
            boolean namespaced = create.group(2).contains("/namespaces/{namespace}/");
            // A path with more after the plural is a subresource such as a binding of a pod.
            int plural = (core ? 2 : 3) + (namespaced ? 2 : 0);
            if (parts.length != plural + 1 || type.equals("Object")) {
                continue;
            }
            Kind kind =
                    new Kind(
                            core ? "" : parts[1],
                            core ? parts[1] : parts[2],
                            plainName(type),
                            namespaced,
                            type);
            if (!kinds.contains(kind)) {
                kinds.add(kind);
            }
        }
    }

    private static String text(ZipFile jar, ZipEntry entry) throws IOException {
        return new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
    }
}
