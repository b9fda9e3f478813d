@NullMarked
package dev.brayer.document.fields;

import org.jspecify.annotations.NullMarked;
