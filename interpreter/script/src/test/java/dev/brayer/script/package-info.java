@NullMarked
package dev.brayer.script;

import org.jspecify.annotations.NullMarked;
