package dev.brayer.policy.builtin;

import dev.brayer.policy.type.Type.Basic;
import dev.brayer.policy.value.Trace;
import dev.brayer.policy.value.Value;
import java.util.List;
import java.util.function.UnaryOperator;

/// What the name of the judged file can be asked.
final class FileNameAttributes {
    static final List<Builtin> ALL =
            List.of(
                    attribute(
                            "path",
                            "The folder; `.` where the name has none.",
                            "[\"k8s/web.yml\"].as(:filename).pick(:path) == [\"k8s\"]",
                            FileNameAttributes::folder),
                    attribute(
                            "name",
                            "The name without folder and extension.",
                            "[\"k8s/web.yml\"].as(:filename).pick(:name) == [\"web\"]",
                            name ->
                                    base(name)
                                            .substring(
                                                    0,
                                                    base(name).length()
                                                            - extension(name).length())),
                    attribute(
                            "ext",
                            "The extension with its dot, or an empty text.",
                            "[\"k8s/web.yml\"].as(:filename).pick(:ext) == [\".yml\"]",
                            FileNameAttributes::extension),
                    attribute(
                            "full_name",
                            "Folder, name and extension.",
                            "[\"k8s/web.yml\"].as(:filename).pick(:full_name) == [\"k8s/web.yml\"]",
                            name -> folder(name) + "/" + base(name)),
                    attribute(
                            "expanded_path",
                            "The name as it stands in reports: from the root of the repository.",
                            "[\"k8s/web.yml\"].as(:filename).pick(:expanded_path) == [\"k8s/web.yml\"]",
                            name -> name));

    private FileNameAttributes() {}

    private static Builtin attribute(
            String name, String documentation, String example, UnaryOperator<String> part) {
        return new Builtin(
                Basic.FILENAME,
                name,
                List.of(),
                Basic.STRING,
                documentation,
                example,
                (world, values) ->
                        values[0] instanceof Value.FileName(String file)
                                ? new Value.Text(part.apply(file), Trace.Several.NONE)
                                : new Value.Wrong("the name of a file", values[0]));
    }

    private static String folder(String name) {
        int slash = name.lastIndexOf('/');
        return slash < 0 ? "." : slash == 0 ? "/" : name.substring(0, slash);
    }

    private static String base(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    private static String extension(String name) {
        String base = base(name);
        int dot = base.lastIndexOf('.');
        return dot <= 0 || dot == base.length() - 1 ? "" : base.substring(dot);
    }
}
