/// The syntax tree of policies: what was written, with its spans, and nothing about what it means.
///
/// Every node knows its span in the [dev.brayer.text.Source] it was parsed from. Where something
/// was too broken to read stands a [dev.brayer.grammar.policy.tree.Expression.Broken] or a
/// [dev.brayer.grammar.policy.tree.Item.Broken]; then the parser has reported an error.
@NullMarked
package dev.brayer.grammar.policy.tree;

import org.jspecify.annotations.NullMarked;
