package dev.brayer.schema;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Writes the index of several Kubernetes minors into one file; what they share stands there once.
/// Part of the build only.
///
/// Arguments: the folder to write to, then for each minor, oldest first, `1.34=path of the sources
/// jar`.
final class SchemaGenerator {
    private final List<String> minors = new ArrayList<>();
    private final List<ModelReader.Model> models = new ArrayList<>();
    private final Map<String, Integer> strings = new LinkedHashMap<>();
    private final Map<String, Integer> documentations = new LinkedHashMap<>();
    private final Map<String, Integer> types = new LinkedHashMap<>();

    private SchemaGenerator() {}

    public static void main(String[] arguments) throws IOException {
        SchemaGenerator generator = new SchemaGenerator();
        for (int index = 1; index < arguments.length; index++) {
            int equals = arguments[index].indexOf('=');
            generator.minors.add(arguments[index].substring(0, equals));
            generator.models.add(ModelReader.read(Path.of(arguments[index].substring(equals + 1))));
        }
        generator.write(Path.of(arguments[0]));
    }

    private void write(Path folder) throws IOException {
        Set<String> names = new TreeSet<>();
        models.forEach(model -> names.addAll(model.types().keySet()));
        names.forEach(name -> types.put(name, types.size()));

        List<List<Integer>> records = new ArrayList<>();
        names.forEach(name -> records.add(typeRecord(name)));
        List<Integer> kinds = kindNumbers();
        List<Integer> minorStrings = new ArrayList<>();
        minors.forEach(minor -> minorStrings.add(string(minor)));

        Files.createDirectories(folder);
        Files.write(folder.resolve(IndexFormat.INDEX), index(records, kinds, minorStrings));
        Files.write(folder.resolve(IndexFormat.DOCUMENTATION), documentation());
    }

    private byte[] index(
            List<List<Integer>> records, List<Integer> kinds, List<Integer> minorStrings)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream output = new DataOutputStream(bytes);
        int kindCount = kinds.size() / IndexFormat.KIND_NUMBERS;
        for (int number :
                new int[] {
                    IndexFormat.MAGIC, strings.size(), records.size(), kindCount, minors.size()
                }) {
            output.writeInt(number);
        }
        int offset = 0;
        for (String string : strings.keySet()) {
            output.writeInt(offset);
            offset += string.length();
        }
        output.writeInt(offset);
        int record =
                Integer.BYTES
                        * (IndexFormat.HEADER_NUMBERS
                                + strings.size()
                                + 1
                                + records.size()
                                + minorStrings.size()
                                + kinds.size());
        for (List<Integer> numbers : records) {
            output.writeInt(record);
            record += numbers.size() * Integer.BYTES;
        }
        for (int number : minorStrings) {
            output.writeInt(number);
        }
        for (int number : kinds) {
            output.writeInt(number);
        }
        for (List<Integer> numbers : records) {
            for (int number : numbers) {
                output.writeInt(number);
            }
        }
        for (String string : strings.keySet()) {
            output.write(string.getBytes(StandardCharsets.ISO_8859_1));
        }
        return bytes.toByteArray();
    }

    private byte[] documentation() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream output = new DataOutputStream(bytes);
        output.writeInt(documentations.size());
        int offset = 0;
        for (String text : documentations.keySet()) {
            output.writeInt(offset);
            offset += text.getBytes(StandardCharsets.UTF_8).length;
        }
        output.writeInt(offset);
        for (String text : documentations.keySet()) {
            output.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    /// The newest minor decides documentation and order; a field whose type changed stands once for
    /// each type.
    private List<Integer> typeRecord(String name) {
        String documentation = "";
        Map<FieldKey, FieldNumbers> fields = new LinkedHashMap<>();
        for (int minor = minors.size() - 1; minor >= 0; minor--) {
            ModelReader.Type type = models.get(minor).types().get(name);
            if (type == null) {
                continue;
            }
            if (documentation.isEmpty()) {
                documentation = type.documentation();
            }
            for (ModelReader.Field field : type.fields()) {
                FieldNumbers numbers =
                        fields.computeIfAbsent(
                                new FieldKey(field.name(), shape(field.javaType())),
                                _ -> new FieldNumbers(documentation(field.documentation())));
                numbers.mask |= 1 << minor;
                numbers.requiredMask |= field.required() ? 1 << minor : 0;
            }
        }
        List<Integer> numbers = new ArrayList<>();
        numbers.add(string(ModelReader.plainName(name)));
        numbers.add(documentation(documentation));
        numbers.add(fields.size());
        fields.forEach((key, field) ->
                numbers.addAll(
                        List.of(
                                string(key.name),
                                key.shape,
                                field.mask,
                                field.requiredMask,
                                field.documentation)));
        return numbers;
    }

    private record FieldKey(String name, int shape) {}

    private static final class FieldNumbers {
        private final int documentation;
        private int mask;
        private int requiredMask;

        FieldNumbers(int documentation) {
            this.documentation = documentation;
        }
    }

    private List<Integer> kindNumbers() {
        Map<ModelReader.Kind, Integer> masks = new LinkedHashMap<>();
        for (int minor = 0; minor < minors.size(); minor++) {
            int bit = 1 << minor;
            for (ModelReader.Kind kind : models.get(minor).kinds()) {
                masks.merge(kind, bit, (left, right) -> left | right);
            }
        }
        List<Integer> numbers = new ArrayList<>();
        masks.forEach((kind, mask) ->
                numbers.addAll(
                        List.of(
                                string(kind.group()),
                                string(kind.version()),
                                string(kind.name()),
                                kind.namespaced() ? 1 : 0,
                                typeNumber(kind.type()),
                                mask)));
        return numbers;
    }

    private int shape(String javaType) {
        int container = IndexFormat.PLAIN;
        String inner = javaType;
        if (inner.startsWith("List<")) {
            container = IndexFormat.LIST;
            inner = inner.substring("List<".length(), inner.length() - 1);
        } else if (inner.startsWith("Map<String, List<")) {
            container = IndexFormat.MAP_OF_LISTS;
            inner = inner.substring("Map<String, List<".length(), inner.length() - 2);
        } else if (inner.startsWith("Map<String, ")) {
            container = IndexFormat.MAP;
            inner = inner.substring("Map<String, ".length(), inner.length() - 1);
        }
        FieldType.@Nullable Scalar known =
                switch (inner) {
                    case "String" -> FieldType.Scalar.STRING;
                    case "Integer", "Long" -> FieldType.Scalar.INTEGER;
                    case "Double" -> FieldType.Scalar.NUMBER;
                    case "Boolean" -> FieldType.Scalar.BOOLEAN;
                    case "Quantity" -> FieldType.Scalar.QUANTITY;
                    case "IntOrString" -> FieldType.Scalar.INTEGER_OR_STRING;
                    case "OffsetDateTime" -> FieldType.Scalar.TIME;
                    case "byte[]" -> FieldType.Scalar.BYTES;
                    case "Object" -> FieldType.Scalar.ANY;
                    default -> null;
                };
        int scalar = known == null ? 0 : IndexFormat.SCALARS.indexOf(known) + 1;
        return container | scalar << 8 | (scalar == 0 ? typeNumber(inner) << 16 : 0);
    }

    private int typeNumber(String name) {
        Integer known = types.get(name);
        if (known == null) {
            throw new IllegalStateException(
                    "the client's sources use the type " + name + " and do not declare it");
        }
        return known;
    }

    private int string(String string) {
        return strings.computeIfAbsent(string, _ -> strings.size());
    }

    private int documentation(String text) {
        return documentations.computeIfAbsent(text, _ -> documentations.size());
    }
}
