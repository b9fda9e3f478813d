package dev.brayer.policy.builtin;

import dev.brayer.policy.type.Type.Basic;
import dev.brayer.policy.value.ImageName;
import dev.brayer.policy.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the name of an image can be asked.
final class ImageAttributes {
    static final List<Builtin> ALL =
            List.of(
                    text(
                            "registry",
                            "Host and port of the registry; `index.docker.io` where the name says none.",
                            "image(\"localhost:5000/shop/web:1\").registry == \"localhost:5000\"",
                            ImageName::registry),
                    text(
                            "name",
                            "The repository; `library/` is put before a single word on Docker Hub.",
                            "image(\"nginx\").name == \"library/nginx\"",
                            ImageName::name),
                    text(
                            "tag",
                            "The tag: `latest` where the name says none, missing where only a digest stands.",
                            "image(\"quay.io/acme/pg:9\").tag == \"9\"",
                            ImageName::tag),
                    text(
                            "digest",
                            "The digest such as `sha256:…`; missing where the name says none.",
                            "not image(\"nginx:1\").digest exists",
                            ImageName::digest),
                    text(
                            "registry_url",
                            "The address of the registry with `https://`.",
                            "image(\"quay.io/acme/pg:9\").registry_url == \"https://quay.io\"",
                            ImageName::registryUrl),
                    text(
                            "fqin",
                            "The fully qualified name: address, repository, tag and digest.",
                            "image(\"nginx\").fqin == \"https://index.docker.io/library/nginx:latest\"",
                            ImageName::qualified));

    private ImageAttributes() {}

    /// A part of a name.
    @FunctionalInterface
    private interface Part {
        @Nullable String of(ImageName image);
    }

    private static Builtin text(String name, String documentation, String example, Part part) {
        return new Builtin(
                Basic.IMAGE,
                name,
                List.of(),
                Basic.STRING,
                documentation,
                example,
                (world, values) -> {
                    String text =
                            values[0] instanceof Value.Image(ImageName image, _, _)
                                    ? part.of(image)
                                    : null;
                    return text == null
                            ? Builtins.absent(values[0].trace(), name)
                            : new Value.Text(text, values[0].trace());
                });
    }
}
