/// Policies and transformations in JavaScript, as Copper 2 and Alterant had them.
///
/// ```text
/// Scripts ── judge, transform ──▶ ScriptProcess ── messages ──▶ the child: one engine, a context per script
/// ```
///
/// Scripts are never run in this process. The child has its own memory, no access to anything, and
/// a watchdog.
@NullMarked
package dev.brayer.script;

import org.jspecify.annotations.NullMarked;
