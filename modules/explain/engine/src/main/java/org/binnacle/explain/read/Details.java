package org.binnacle.explain.read;

import java.util.ArrayList;
import java.util.List;

/// Puts what has no field of its own among a node's details.
final class Details {
  private static final int DEEPEST = 4;

  private Details() {}

  /// Scalars as they are, arrays of scalars joined by commas, objects by dotted keys.
  static void put(Draft draft, Json.Member member) {
    put(draft, member.name(), member.value(), 0);
  }

  private static void put(Draft draft, String name, Json value, int depth) {
    switch (value) {
      case Json.Scalar scalar -> {
        if (!scalar.isNull()) {
          draft.details.merge(
              name, scalar.text(), (older, newer) -> newer.equals(older) ? older : newer);
        }
      }
      case Json.Arr array -> {
        String joined = String.join(", ", texts(array));
        if (!joined.isEmpty()) {
          draft.details.put(name, joined);
        }
      }
      case Json.Obj object -> {
        if (depth < DEEPEST) {
          for (Json.Member inner : object.members()) {
            put(draft, name + "." + inner.name(), inner.value(), depth + 1);
          }
        }
      }
      case Json.Skipped skipped -> draft.details.put(name, "(too deep)");
    }
  }

  private static List<String> texts(Json.Arr array) {
    var texts = new ArrayList<String>();
    for (Json item : array.items()) {
      if (item instanceof Json.Scalar scalar) {
        texts.add(scalar.text());
      } else if (item instanceof Json.Obj object) {
        object
            .members()
            .forEach(
                member -> {
                  if (member.value() instanceof Json.Scalar scalar) {
                    texts.add(member.name() + "=" + scalar.text());
                  }
                });
      }
    }
    return texts;
  }
}
