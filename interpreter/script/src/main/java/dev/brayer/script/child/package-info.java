/// The process that runs scripts.
///
/// It sees two pipes and nothing else: no file, no variable, no network, no class of this program.
/// It uses nothing of the other modules, so that its class path, and with it its start, stays
/// small.
@NullMarked
package dev.brayer.script.child;

import org.jspecify.annotations.NullMarked;
