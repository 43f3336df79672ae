package org.binnacle.review.rule.drc;

import java.util.List;
import org.binnacle.review.Rule;

/// The rules of this family, by id.
public final class DrcRules {
  private DrcRules() {}

  public static List<Rule> all() {
    return List.of(
        new DdlCompatible(),
        new NoCascade(),
        new Nondeterministic(),
        new PkGlobal(),
        new PkNotUpdated(),
        new RequireCreatedAt(),
        new RequireUpdatedAt(),
        new RequiredColumns(),
        new Truncate(),
        new UniqueBeyondPk(),
        new UpdatedAtFsp(),
        new UpdatedAtIndex(),
        new UpdatedAtUntouched());
  }
}
