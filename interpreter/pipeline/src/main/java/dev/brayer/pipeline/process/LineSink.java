package dev.brayer.pipeline.process;

/// Receives what a command prints, a line at a time; called from two threads, one for each output.
public interface LineSink {
    void line(boolean error, String line);
}
