/// JSONPath (RFC 9535) on located trees.
@NullMarked
package dev.brayer.document.jsonpath;

import org.jspecify.annotations.NullMarked;
