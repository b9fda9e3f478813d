package dev.brayer.stencil.formation;

import dev.brayer.document.Entry;
import dev.brayer.document.ListNode;
import dev.brayer.document.Node;
import dev.brayer.document.ScalarNode;
import dev.brayer.document.fields.Fields;
import dev.brayer.stencil.Access;
import dev.brayer.stencil.Declaration;
import dev.brayer.stencil.Destination;
import dev.brayer.stencil.HelmRelease;
import dev.brayer.stencil.Selection;
import dev.brayer.stencil.StencilCode;
import dev.brayer.stencil.Written;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Source;
import dev.brayer.text.Suggestions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the keys of one formation file.
final class LayerReader {
    private static final int LONGEST_LABEL = 63;

    private final Diagnostics diagnostics;

    LayerReader(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    Layer read(Source source, Fields fields) {
        Written name = label(written(fields, "formation"), "a formation");
        Written parent = written(fields, "extends");
        Written application = label(written(fields, "application"), "an application");
        Written version = written(fields, "kubernetes-version");
        Fields destination = fields.fields("destination", "a destination");
        Written coordinate = written(fields, "coordinate");
        Fields stencils = fields.fields("stencils", "a selection of stencils");
        List<Selection.Term> include = stencils == null ? null : terms(stencils, "include");
        List<Selection.Term> exclude = stencils == null ? null : terms(stencils, "exclude");
        if (stencils != null) {
            stencils.rejectUnknown();
        }
        List<Declaration> values = new ArrayList<>();
        DeclarationReader declarations = new DeclarationReader(diagnostics);
        for (Entry entry : fields.entries("values")) {
            Declaration declaration = declarations.read(entry);
            if (declaration != null) {
                values.add(declaration);
            }
        }
        Fields access = fields.fields("access", "the access of a formation");
        Layer layer =
                new Layer(
                        source,
                        name,
                        parent,
                        application,
                        version,
                        destination == null ? null : destination(destination),
                        coordinate,
                        include,
                        exclude,
                        values,
                        writtenList(fields, "transformations"),
                        fields.node("helm") == null ? null : helm(fields),
                        writtenList(fields, "policies"),
                        access == null ? null : writtenList(access, "deploy"),
                        access == null ? null : signOff(access));
        if (access != null) {
            access.rejectUnknown();
        }
        fields.rejectUnknown();
        return layer;
    }

    private @Nullable Written label(@Nullable Written name, String what) {
        if (name != null && !isLabel(name.text())) {
            diagnostics.add(
                    Diagnostic.error(
                                    StencilCode.FORMATION_VALUE,
                                    name.place(),
                                    "`" + name.text() + "` cannot be the name of " + what)
                            .withHint(
                                    "lower case letters, digits and `-`, at most 63: it becomes a label"));
        }
        return name;
    }

    private static boolean isLabel(String name) {
        boolean fits = !name.isEmpty() && name.length() <= LONGEST_LABEL;
        for (int index = 0; fits && index < name.length(); index++) {
            char character = name.charAt(index);
            boolean inner = index > 0 && index < name.length() - 1;
            fits =
                    (character >= 'a' && character <= 'z')
                            || (character >= '0' && character <= '9')
                            || (inner && character == '-');
        }
        return fits;
    }

    private static @Nullable Written written(Fields fields, String key) {
        String text = fields.string(key);
        return text == null ? null : new Written(text, fields.placeOf(key));
    }

    private static @Nullable List<Written> writtenList(Fields fields, String key) {
        if (fields.node(key) == null) {
            return null;
        }
        List<Written> found = new ArrayList<>();
        for (ScalarNode text : fields.stringNodes(key)) {
            found.add(new Written(text.text(), text.place()));
        }
        return found;
    }

    private @Nullable List<Selection.Term> terms(Fields stencils, String key) {
        List<Written> texts = writtenList(stencils, key);
        if (texts == null) {
            return null;
        }
        List<Selection.Term> terms = new ArrayList<>();
        for (Written text : texts) {
            boolean tag = text.text().startsWith("tag:");
            if (tag || text.text().startsWith("name:")) {
                String name = text.text().substring(text.text().indexOf(':') + 1);
                terms.add(new Selection.Term(tag, name, text.place(), false));
            } else {
                int colon = text.text().indexOf(':');
                String kind = colon < 0 ? "" : text.text().substring(0, colon);
                String meant = Suggestions.didYouMean(kind, List.of("tag", "name"));
                diagnostics.add(
                        Diagnostic.error(
                                        StencilCode.FORMATION_VALUE,
                                        text.place(),
                                        "`"
                                                + text.text()
                                                + "` does not say whether it is a tag or a name")
                                .withHint(
                                        meant == null
                                                ? "write `tag:web` or `name:web.yml`"
                                                : meant));
            }
        }
        return terms;
    }

    private @Nullable Destination destination(Fields fields) {
        String kind = fields.exactlyOne(List.of("directory", "kubernetes", "git"));
        Written directory = "directory".equals(kind) ? written(fields, "directory") : null;
        Fields details =
                kind == null || kind.equals("directory")
                        ? null
                        : fields.fields(kind, "a " + kind + " destination");
        Written namespace = label(written(fields, "namespace"), "a namespace");
        Written within =
                details == null ? null : label(written(details, "namespace"), "a namespace");
        List<Written> listed = writtenList(fields, "namespaces");
        List<Written> namespaces = listed == null ? List.of() : listed;
        Destination destination = null;
        if (directory != null) {
            destination =
                    new Destination.Directory(fields.place(), directory, namespace, namespaces);
        } else if (details != null && "kubernetes".equals(kind)) {
            destination =
                    new Destination.Kubernetes(
                            fields.place(),
                            written(details, "context"),
                            within == null ? namespace : within,
                            namespaces);
        } else if (details != null) {
            String url = details.requiredString("url");
            destination =
                    new Destination.Git(
                            fields.place(),
                            new Written(url == null ? "" : url, details.placeOf("url")),
                            written(details, "path"),
                            written(details, "branch"),
                            within == null ? namespace : within,
                            namespaces);
        }
        if (details != null) {
            details.rejectUnknown();
        }
        fields.rejectUnknown();
        return destination;
    }

    private List<HelmRelease> helm(Fields fields) {
        List<HelmRelease> releases = new ArrayList<>();
        for (Node item : fields.list("helm")) {
            Fields release = Fields.of(item, "a Helm release", diagnostics);
            if (release == null) {
                continue;
            }
            String chart = release.requiredString("chart");
            if (chart != null) {
                releases.add(
                        new HelmRelease(
                                release.place(),
                                new Written(chart, release.placeOf("chart")),
                                written(release, "version"),
                                written(release, "name"),
                                written(release, "namespace"),
                                written(release, "values")));
            }
            release.expect(List.of("version", "name", "namespace", "values"));
            release.rejectUnknown();
        }
        return releases;
    }

    private @Nullable List<Access.SignOff> signOff(Fields access) {
        if (access.node("sign-off") == null) {
            return null;
        }
        List<Access.SignOff> found = new ArrayList<>();
        for (Entry entry : access.entries("sign-off")) {
            List<Written> people = new ArrayList<>();
            if (entry.value() instanceof ListNode list) {
                for (Node person : list.items()) {
                    if (person instanceof ScalarNode scalar && scalar.isString()) {
                        people.add(new Written(scalar.text(), scalar.place()));
                    } else {
                        diagnostics.add(
                                Fields.typeError(
                                        person, "`" + entry.name() + "` takes a list of texts"));
                    }
                }
            } else {
                diagnostics.add(
                        Fields.typeError(
                                entry.value(), "`" + entry.name() + "` takes a list of texts"));
            }
            found.add(new Access.SignOff(new Written(entry.name(), entry.key().place()), people));
        }
        return found;
    }
}
