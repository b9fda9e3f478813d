package dev.brayer.pipeline.model;

import dev.brayer.document.Entry;
import dev.brayer.document.MapNode;
import dev.brayer.document.Node;
import dev.brayer.document.ScalarNode;
import dev.brayer.document.fields.FieldCode;
import dev.brayer.document.fields.Fields;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads `images:`.
final class ImagesReader {
    private static final int HIGHEST_MODE = 0_777;

    private final InsideProject inside;
    private final Diagnostics diagnostics;

    ImagesReader(InsideProject inside, Diagnostics diagnostics) {
        this.inside = inside;
        this.diagnostics = diagnostics;
    }

    List<ImageDeclaration> read(List<Entry> entries) {
        List<ImageDeclaration> images = new ArrayList<>();
        for (Entry entry : entries) {
            Names.check(entry.name(), "an image", entry.key().place(), diagnostics);
            Fields fields = Fields.of(entry.value(), "an image", diagnostics);
            if (fields != null) {
                ImageDeclaration image = read(entry.name(), entry.key().place(), fields);
                fields.rejectUnknown();
                if (image != null) {
                    images.add(image);
                }
            }
        }
        return images;
    }

    private @Nullable ImageDeclaration read(String name, Place place, Fields fields) {
        String source = fields.exactlyOne(List.of("build", "from"));
        if (source == null) {
            return null;
        }
        if (source.equals("from")) {
            String reference = fields.requiredString("from");
            return reference == null
                    ? null
                    : new ImageDeclaration.ReadyMade(
                            name, place, reference, fields.placeOf("from"));
        }
        Node build = fields.requiredNode("build");
        if (build instanceof MapNode) {
            ImageBuild assembled = assembled(build);
            return assembled == null
                    ? null
                    : new ImageDeclaration.Assembled(name, place, assembled);
        }
        String folder = fields.requiredString("build");
        if (folder == null || !inside.check(folder, fields.placeOf("build"), diagnostics)) {
            return null;
        }
        return new ImageDeclaration.Built(
                name, place, folder, fields.placeOf("build"), fields.string("file"));
    }

    private @Nullable ImageBuild assembled(Node node) {
        Fields fields = Fields.of(node, "a build", diagnostics);
        if (fields == null) {
            return null;
        }
        String base = fields.string("base");
        List<CopiedFiles> files = new ArrayList<>();
        for (Node item : fields.list("files")) {
            CopiedFiles copied = copied(item);
            if (copied != null) {
                files.add(copied);
            }
        }
        ImageProcess process = process(fields);
        List<ImagePlatform> platforms = platforms(fields);
        Pipeline.Written from =
                base == null ? null : new Pipeline.Written(base, fields.placeOf("base"));
        fields.rejectUnknown();
        return new ImageBuild(from, files, process, platforms);
    }

    private @Nullable CopiedFiles copied(Node item) {
        Fields fields = Fields.of(item, "an entry of `files`", diagnostics);
        if (fields == null) {
            return null;
        }
        String from = fields.requiredString("from");
        String to = fields.requiredString("to");
        List<String> include = fields.strings("include");
        List<String> exclude = fields.strings("exclude");
        Integer mode = mode(fields);
        CopiedFiles.Owner owner = owner(fields);
        fields.rejectUnknown();
        if (to != null && !to.startsWith("/")) {
            diagnostics.add(
                    Diagnostic.error(
                                    FieldCode.VALUE,
                                    fields.placeOf("to"),
                                    "`" + to + "` is not an absolute path")
                            .withHint("write `/" + to + "`"));
            return null;
        }
        if (from == null
                || to == null
                || !inside.check(from, fields.placeOf("from"), diagnostics)) {
            return null;
        }
        return new CopiedFiles(
                new Pipeline.Written(from, fields.placeOf("from")),
                to,
                include,
                exclude,
                mode,
                owner);
    }

    /// `mode: "755"`: octal digits. Unquoted, `755` is the same digits; `0755` would be read as
    /// another number by YAML.
    private @Nullable Integer mode(Fields fields) {
        Node node = fields.node("mode");
        if (node == null) {
            return null;
        }
        String text = node instanceof ScalarNode scalar ? scalar.text() : "";
        try {
            int mode = Integer.parseInt(text, 8);
            if (mode > 0 && mode <= HIGHEST_MODE) {
                return mode;
            }
        } catch (NumberFormatException noNumber) {
            // Reported below.
        }
        diagnostics.add(
                Diagnostic.error(
                                FieldCode.VALUE,
                                node.place(),
                                "`mode` takes the permission bits of files in octal digits")
                        .withHint("such as \"755\" or \"644\""));
        return null;
    }

    private CopiedFiles.Owner owner(Fields fields) {
        Node node = fields.node("owner");
        if (node == null) {
            return CopiedFiles.Owner.ROOT;
        }
        String text = node instanceof ScalarNode scalar ? scalar.text() : "";
        int colon = text.indexOf(':');
        try {
            int user = Integer.parseInt(colon < 0 ? text : text.substring(0, colon));
            int group = colon < 0 ? user : Integer.parseInt(text.substring(colon + 1));
            if (user >= 0 && group >= 0) {
                return new CopiedFiles.Owner(user, group);
            }
        } catch (NumberFormatException noNumber) {
            // Reported below.
        }
        diagnostics.add(
                Diagnostic.error(
                                FieldCode.VALUE,
                                node.place(),
                                "`owner` takes the numbers of a user and a group")
                        .withHint("such as \"10001\" or \"10001:10001\""));
        return CopiedFiles.Owner.ROOT;
    }

    private ImageProcess process(Fields fields) {
        List<String> entrypoint = fields.has("entrypoint") ? fields.strings("entrypoint") : null;
        List<String> arguments = fields.has("cmd") ? fields.strings("cmd") : null;
        return new ImageProcess(
                entrypoint,
                arguments,
                fields.stringMap("env"),
                fields.string("workdir"),
                fields.string("user"),
                ports(fields),
                fields.stringMap("labels"));
    }

    private List<String> ports(Fields fields) {
        List<String> ports = new ArrayList<>();
        for (Node item : fields.list("ports")) {
            if (item instanceof ScalarNode scalar && isPort(scalar.text())) {
                ports.add(scalar.text());
            } else {
                diagnostics.add(
                        Diagnostic.error(
                                        FieldCode.VALUE, item.place(), "`ports` takes port numbers")
                                .withHint("such as 8080 or 53/udp"));
            }
        }
        return ports;
    }

    private static boolean isPort(String text) {
        int slash = text.indexOf('/');
        String protocol = slash < 0 ? "tcp" : text.substring(slash + 1);
        try {
            int port = Integer.parseInt(slash < 0 ? text : text.substring(0, slash));
            return port > 0 && port < 65_536 && List.of("tcp", "udp", "sctp").contains(protocol);
        } catch (NumberFormatException noNumber) {
            return false;
        }
    }

    private List<ImagePlatform> platforms(Fields fields) {
        List<ImagePlatform> platforms = new ArrayList<>();
        for (ScalarNode item : fields.stringNodes("platforms")) {
            ImagePlatform platform = ImagePlatform.parse(item.text());
            if (platform == null) {
                diagnostics.add(
                        Diagnostic.error(
                                        FieldCode.VALUE,
                                        item.place(),
                                        "`" + item.text() + "` is not a platform")
                                .withHint("such as linux/amd64 or linux/arm64"));
            } else {
                platforms.add(platform);
            }
        }
        return platforms;
    }
}
