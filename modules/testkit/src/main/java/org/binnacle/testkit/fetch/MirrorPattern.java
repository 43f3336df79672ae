package org.binnacle.testkit.fetch;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which repositories a mirror of Maven's settings stands for: ids, `*`, `external:*`,
/// `external:http:*` and `!id`, comma-separated (Maven guide "Using Mirrors for Repositories").
final class MirrorPattern {
  private static final Set<String> HERE = Set.of("localhost", "127.0.0.1");

  private MirrorPattern() {}

  static boolean matches(@Nullable String pattern, String id, String url) {
    if (pattern == null) {
      return false;
    }
    boolean found = false;
    for (String part : pattern.split(",")) {
      String word = part.strip();
      if (word.equals("!" + id)) {
        return false;
      }
      found |= word.equals(id) || word.equals("*");
      found |= word.equals("external:*") && external(url);
      found |= word.equals("external:http:*") && external(url) && url.startsWith("http:");
    }
    return found;
  }

  private static boolean external(String url) {
    URI uri = URI.create(url);
    return !"file".equals(uri.getScheme())
        && (uri.getHost() == null || !HERE.contains(uri.getHost()));
  }
}
