package app.keypoint.content;

import java.util.Locale;

/** A part of a quiz with its texts in one language: the one wanted, or else the original's. */
public record Worded<T>(T text, Locale language) {}
