@NullMarked
package dev.brayer.document;

import org.jspecify.annotations.NullMarked;
