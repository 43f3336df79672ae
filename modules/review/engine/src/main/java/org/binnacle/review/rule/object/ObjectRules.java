package org.binnacle.review.rule.object;

import java.util.List;
import org.binnacle.review.Rule;

/// The rules of this family, by id.
public final class ObjectRules {
  private ObjectRules() {}

  public static List<Rule> all() {
    return List.of(new Definer(), new Procedure(), new ViewLimit(), new ViewStar());
  }
}
