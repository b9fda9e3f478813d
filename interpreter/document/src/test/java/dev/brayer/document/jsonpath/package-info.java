@NullMarked
package dev.brayer.document.jsonpath;

import org.jspecify.annotations.NullMarked;
