package org.binnacle.review.set;

import java.nio.file.FileSystems;
import java.nio.file.Path;

/// Paths by pattern, as build tools have them: `**` crosses folders.
final class Globs {
  private Globs() {}

  static boolean fits(String glob, String path) {
    Path of = Path.of(path.replace('\\', '/'));
    var files = FileSystems.getDefault();
    return files.getPathMatcher("glob:" + glob).matches(of)
        || files.getPathMatcher("glob:**/" + glob).matches(of);
  }
}
