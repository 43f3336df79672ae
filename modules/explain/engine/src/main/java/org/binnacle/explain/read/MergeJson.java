package org.binnacle.explain.read;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/// MariaDB's `index_merge` object as the expression that other formats print: `union(a,b)`.
final class MergeJson {
  private static final int DEEPEST = 8;

  private MergeJson() {}

  static @Nullable String key(Json.Obj table) {
    Json.Obj merge = table.object("index_merge").orElse(null);
    return merge == null ? null : words(merge, 0);
  }

  private static String words(Json.Obj merge, int depth) {
    var parts = new ArrayList<String>();
    for (Json.Member member : merge.members()) {
      if (depth > DEEPEST) {
        break;
      }
      if (member.name().equals("key") && member.value() instanceof Json.Scalar key) {
        parts.add(key.text());
      } else if (member.value() instanceof Json.Obj inner) {
        String words = words(inner, depth + 1);
        parts.add(member.name().equals("range") ? words : member.name() + "(" + words + ")");
      } else if (member.value() instanceof Json.Arr array) {
        var inside = new ArrayList<String>();
        for (Json item : array.items()) {
          if (item instanceof Json.Obj object) {
            inside.add(words(object, depth + 1));
          }
        }
        if (!inside.isEmpty()) {
          parts.add(member.name() + "(" + String.join(",", inside) + ")");
        }
      }
    }
    return String.join(",", parts);
  }
}
