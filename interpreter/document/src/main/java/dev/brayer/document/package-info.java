/// YAML and JSON files as trees in which every key and every value knows its place, read as kubectl
/// reads them.
///
/// [dev.brayer.document.SourceReader] turns a path into a source,
/// [dev.brayer.document.DocumentReader] a source into [dev.brayer.document.Document]s,
/// [dev.brayer.document.ResourceIdentity] says which Kubernetes object one is.
@NullMarked
package dev.brayer.document;

import org.jspecify.annotations.NullMarked;
