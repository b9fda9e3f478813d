package dev.brayer.stencil.render;

import dev.brayer.document.Document;
import dev.brayer.document.Entry;
import dev.brayer.document.ListNode;
import dev.brayer.document.MapNode;
import dev.brayer.document.Node;
import dev.brayer.document.ResourceIdentity;
import dev.brayer.document.ScalarNode;
import dev.brayer.document.Values;
import dev.brayer.stencil.RenderedFile;
import dev.brayer.stencil.StencilCode;
import dev.brayer.stencil.fill.Rewriter;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Origin;
import dev.brayer.text.Place;
import dev.brayer.text.Provenance;
import dev.brayer.text.Source;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Holds secrets to the places where they may stand: values of `data` and `stringData` of a Secret.
///
/// It looks at what was rendered, so it does not matter which way a secret took: a hole, a join, a
/// partial, an alias or a transformation. What no allowed value holds is refused.
final class SecretPlaces {
    private static final String HINT =
            "put it into `stringData` of a Secret, and refer to that with a `secretKeyRef`";

    private final Source source;
    private final Diagnostics diagnostics;

    /// The values that may hold a secret.
    private final List<ScalarNode> allowed = new ArrayList<>();

    /// The holes that were complained about.
    private final List<Place> refused = new ArrayList<>();

    private SecretPlaces(Source source, Diagnostics diagnostics) {
        this.source = source;
        this.diagnostics = diagnostics;
    }

    static void check(List<RenderedFile> files, Diagnostics diagnostics) {
        for (RenderedFile file : files) {
            if (file.source().hasSecret()) {
                new SecretPlaces(file.source(), diagnostics).check(file.documents());
            }
        }
    }

    /// Complains about texts that a transformation made where it saw secrets.
    static void checkTransformed(List<RenderedFile> files, Diagnostics diagnostics) {
        for (RenderedFile file : files) {
            for (Document document : file.documents()) {
                complainRebuilt(document.root(), diagnostics);
            }
        }
    }

    private void check(List<Document> documents) {
        for (Document document : documents) {
            if (document.root() instanceof MapNode root) {
                root(root);
            } else {
                refuse(document.root());
            }
        }
        for (Provenance.Secret secret : source.secrets()) {
            if (!isAllowed(secret.start())) {
                complain(secret, "cannot stand here", HINT);
            }
        }
    }

    private void root(MapNode root) {
        ResourceIdentity identity = ResourceIdentity.of(root);
        boolean secret = "Secret".equals(identity.kind()) && "v1".equals(identity.apiVersion());
        for (Entry entry : root.entries()) {
            boolean data = entry.name().equals("data");
            boolean values = data || entry.name().equals("stringData");
            if (secret && values && entry.value() instanceof MapNode map) {
                values(map, data);
            } else {
                refuse(entry.value());
            }
        }
    }

    /// @param data whether the values are in base64, so that a secret can only be a whole one
    private void values(MapNode map, boolean data) {
        for (Entry entry : map.entries()) {
            if (!(entry.value() instanceof ScalarNode scalar)) {
                refuse(entry.value());
                continue;
            }
            allowed.add(scalar);
            Provenance.Secret secret = data ? secret(scalar) : null;
            if (secret != null && !isWhole(scalar, secret)) {
                complain(
                        secret,
                        "is a part of this value of `data`, which is in base64",
                        "in `stringData` it may be part of a longer value");
            }
        }
    }

    private static boolean isWhole(ScalarNode scalar, Provenance.Secret secret) {
        String text = secret.written().text();
        return scalar.place().written().text().replace("\"", "").replace("'", "").equals(text);
    }

    private Provenance.@Nullable Secret secret(ScalarNode scalar) {
        for (Provenance.Secret secret : source.secrets()) {
            if (holds(scalar, secret.start())) {
                return secret;
            }
        }
        return null;
    }

    private boolean isAllowed(int start) {
        for (ScalarNode scalar : allowed) {
            if (holds(scalar, start)) {
                return true;
            }
        }
        return false;
    }

    private static boolean holds(ScalarNode scalar, int start) {
        return scalar.start() <= start && start < scalar.end();
    }

    /// An alias can lead from here to a value that is allowed where its anchor stands.
    private void refuse(Node node) {
        switch (node) {
            case ScalarNode scalar -> {
                Provenance.Secret secret = secret(scalar);
                if (secret != null) {
                    complain(secret, "cannot stand here", HINT);
                }
            }
            case ListNode list -> {
                for (Node item : list.items()) {
                    refuse(item);
                }
            }
            case MapNode map -> {
                for (Entry entry : map.entries()) {
                    refuse(entry.value());
                }
            }
        }
    }

    private void complain(Provenance.Secret secret, String what, String hint) {
        Place hole = secret.written();
        Origin origin = secret.origin();
        for (Place known : refused) {
            if (known.source().equals(hole.source())
                    && known.span().start() == hole.span().start()) {
                return;
            }
        }
        refused.add(hole);
        diagnostics.add(
                Diagnostic.error(
                                StencilCode.SECRET_PLACE,
                                hole,
                                "the secret `" + origin.word() + "` " + what)
                        .withRelated(origin.place(), "the secret is named here")
                        .withHint(hint));
    }

    /// A script sees `***`. What it makes of that would be deployed in the place of the secret.
    private static void complainRebuilt(Node node, Diagnostics diagnostics) {
        switch (node) {
            case ScalarNode scalar -> {
                if (scalar.text().contains(Values.HIDDEN)
                        && scalar.place().secretWord() == null
                        && isOfTransformation(scalar)) {
                    diagnostics.add(
                            Diagnostic.error(
                                            StencilCode.SECRET_PLACE,
                                            scalar.place().written(),
                                            "a transformation wrote `***`, which it saw in the place of a secret")
                                    .withHint(
                                            "a transformation can leave a secret as it is, and cannot make a text of it"));
                }
            }
            case ListNode list -> {
                for (Node item : list.items()) {
                    complainRebuilt(item, diagnostics);
                }
            }
            case MapNode map -> {
                for (Entry entry : map.entries()) {
                    complainRebuilt(entry.value(), diagnostics);
                }
            }
        }
    }

    private static boolean isOfTransformation(ScalarNode scalar) {
        for (Origin origin : scalar.place().origins()) {
            if (origin.word().equals(Rewriter.WORD)) {
                return true;
            }
        }
        return false;
    }
}
