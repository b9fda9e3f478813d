package dev.brayer.stencil.render;

import dev.brayer.document.Document;
import dev.brayer.document.ResourceIdentity;
import dev.brayer.stencil.Destination;
import dev.brayer.stencil.Formation;
import dev.brayer.stencil.RenderedFile;
import dev.brayer.stencil.RenderedFormation;
import dev.brayer.stencil.StencilCode;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Objects, files and folders that are written twice.
public final class Clashes {
    private Clashes() {}

    /// Within one formation: one object in two stencils, two stencils with one file name.
    static void within(List<RenderedFile> files, Diagnostics diagnostics) {
        Map<String, Place> objects = new HashMap<>();
        Map<String, RenderedFile> names = new HashMap<>();
        for (RenderedFile file : files) {
            RenderedFile sameName = names.putIfAbsent(file.name(), file);
            if (sameName != null) {
                diagnostics.add(
                        Diagnostic.error(
                                        StencilCode.FILE_TWICE,
                                        file.source().wholeFile().written(),
                                        file.stencil()
                                                + " and "
                                                + sameName.stencil()
                                                + " are both rendered to "
                                                + file.name())
                                .withRelated(
                                        sameName.source().wholeFile().written(),
                                        "the other stencil"));
            }
            for (Document document : file.documents()) {
                ResourceIdentity identity = document.identity();
                String key = key(identity);
                if (key == null) {
                    continue;
                }
                Place place = ResourceIdentity.namePlace(document.root()).written();
                Place first = objects.putIfAbsent(key, place);
                if (first != null) {
                    diagnostics.add(
                            Diagnostic.error(
                                            StencilCode.OBJECT_TWICE,
                                            place,
                                            identity + " is rendered twice")
                                    .withRelated(first, "rendered here too"));
                }
            }
        }
    }

    /// The object in a cluster; `null` for what has no name yet (`generateName`).
    private static @Nullable String key(ResourceIdentity identity) {
        return identity.kind() == null || identity.name() == null
                ? null
                : identity.group()
                        + "/"
                        + identity.kind()
                        + "/"
                        + Objects.requireNonNullElse(identity.namespace(), "")
                        + "/"
                        + identity.name();
    }

    /// Two formations that write one directory. Asks the formations alone, before anything is
    /// rendered.
    public static List<Diagnostic> ofDestinations(List<Formation> formations) {
        List<Diagnostic> found = new ArrayList<>();
        for (int index = 0; index < formations.size(); index++) {
            for (int before = 0; before < index; before++) {
                Diagnostic clash = directories(formations.get(before), formations.get(index));
                if (clash != null) {
                    found.add(clash);
                }
            }
        }
        return found;
    }

    private static @Nullable Diagnostic directories(Formation first, Formation second) {
        if (!(first.destination() instanceof Destination.Directory left)
                || !(second.destination() instanceof Destination.Directory right)) {
            return null;
        }
        String one = normalized(left.path().text());
        String other = normalized(right.path().text());
        boolean shared = one.equals(other) || one.startsWith(other) || other.startsWith(one);
        return shared
                ? Diagnostic.error(
                                StencilCode.DIRECTORY_SHARED,
                                right.path().place(),
                                "the formations `"
                                        + first.name()
                                        + "` and `"
                                        + second.name()
                                        + "` write the same directory, "
                                        + right.path())
                        .withRelated(left.path().place(), "the other one")
                        .withHint("give each formation a directory of its own")
                : null;
    }

    private static String normalized(String path) {
        return java.nio.file.Path.of(path).normalize() + "/";
    }

    /// Two formations that write one object to one cluster.
    public static List<Diagnostic> ofObjects(List<RenderedFormation> formations) {
        List<Diagnostic> found = new ArrayList<>();
        Map<String, Owner> owners = new HashMap<>();
        for (RenderedFormation rendered : formations) {
            String cluster = cluster(rendered.formation().destination());
            for (RenderedFile file : cluster == null ? List.<RenderedFile>of() : rendered.files()) {
                for (Document document : file.documents()) {
                    String key = key(document.identity());
                    Place place = ResourceIdentity.namePlace(document.root()).written();
                    Owner owner = new Owner(rendered.formation().name().text(), place);
                    Owner first =
                            key == null ? null : owners.putIfAbsent(cluster + "/" + key, owner);
                    if (first != null && !first.formation().equals(owner.formation())) {
                        found.add(
                                Diagnostic.error(
                                                StencilCode.OBJECT_TWICE,
                                                place,
                                                document.identity()
                                                        + " is written by the formations `"
                                                        + first.formation()
                                                        + "` and `"
                                                        + owner.formation()
                                                        + "`")
                                        .withRelated(first.place(), "the other one"));
                    }
                }
            }
        }
        return found;
    }

    private record Owner(String formation, Place place) {}

    /// Where objects of several formations can meet: in a cluster; each directory is a place of its
    /// own.
    private static @Nullable String cluster(@Nullable Destination destination) {
        return destination instanceof Destination.Kubernetes kubernetes
                ? kubernetes.context() == null ? "" : kubernetes.context().text()
                : null;
    }
}
