/// Container images without a daemon: built from files, copied, kept in an OCI image layout or a
/// registry, tagged.
///
/// Everything goes through content addresses: what is stored has no name until all images of a run
/// are there and get the run's deployment tag together. The bytes of a manifest are never written
/// anew, so that a copied image keeps its digest, whatever fields its manifest has.
///
/// Jib core reads image references and Docker's credentials. Its registry client and ORAS's are not
/// used: both parse and re-write manifests (a multi-platform index then changes its digest), need a
/// tag to push, and know no layouts, or no time limits.
@NullMarked
package dev.brayer.image;

import org.jspecify.annotations.NullMarked;
