@NullMarked
package dev.brayer.policy.custom;

import org.jspecify.annotations.NullMarked;
