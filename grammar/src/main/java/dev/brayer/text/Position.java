package dev.brayer.text;

/// A line and a column as people count them: both start at 1, a column counts UTF-16 units.
public record Position(int line, int column) {}
