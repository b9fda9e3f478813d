package dev.brayer.text;

/// What gave a word its value: the place of the value in a formation, of `--set` on the command line, of a file …
public record Origin(String word, Place place) {}
