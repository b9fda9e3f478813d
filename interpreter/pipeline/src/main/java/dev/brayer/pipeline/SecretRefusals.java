package dev.brayer.pipeline;

import dev.brayer.stencil.RenderedFile;
import dev.brayer.stencil.RenderedFormation;
import dev.brayer.stencil.StencilCode;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Provenance;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Why a formation with secrets is not applied: this version has nothing to put in their place.
final class SecretRefusals {
    private SecretRefusals() {}

    /// One for each secret word, at the first hole that it fills.
    static List<Diagnostic> of(RenderedFormation rendered) {
        List<Diagnostic> refusals = new ArrayList<>();
        Set<String> words = new HashSet<>();
        for (RenderedFile file : rendered.files()) {
            for (Provenance.Secret secret : file.source().secrets()) {
                if (words.add(secret.origin().word())) {
                    refusals.add(refusal(secret));
                }
            }
        }
        return refusals;
    }

    private static Diagnostic refusal(Provenance.Secret secret) {
        return Diagnostic.error(
                        StencilCode.NOT_IN_THIS_VERSION,
                        secret.written(),
                        "this version of brayer does not apply secrets, and `"
                                + secret.origin().word()
                                + "` is one")
                .withRelated(secret.origin().place(), "the secret is named here")
                .withHint(
                        "`check`, `render` and `diff` work; to deploy, refer to a Secret that is in the cluster");
    }
}
