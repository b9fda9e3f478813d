package dev.brayer.pipeline;

import dev.brayer.policy.script.ScriptJudge;
import dev.brayer.stencil.transform.Transformer;

/// What runs the scripts of one project.
public record Scripting(ScriptJudge judge, Transformer transformer) {}
