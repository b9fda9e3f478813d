package dev.brayer.stencil.formation;

import dev.brayer.stencil.Access;
import dev.brayer.stencil.Declaration;
import dev.brayer.stencil.Destination;
import dev.brayer.stencil.HelmRelease;
import dev.brayer.stencil.Selection;
import dev.brayer.stencil.Written;
import dev.brayer.text.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one file says; `null` is what it does not say and takes from the file it extends.
record Layer(
        Source source,
        @Nullable Written name,
        @Nullable Written parent,
        @Nullable Written application,
        @Nullable Written kubernetesVersion,
        @Nullable Destination destination,
        @Nullable Written coordinate,
        @Nullable List<Selection.Term> include,
        @Nullable List<Selection.Term> exclude,
        List<Declaration> values,
        @Nullable List<Written> transformations,
        @Nullable List<HelmRelease> helm,
        @Nullable List<Written> policies,
        @Nullable List<Written> deploy,
        @Nullable List<Access.SignOff> signOff) {}
