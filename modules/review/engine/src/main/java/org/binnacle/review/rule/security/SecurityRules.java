package org.binnacle.review.rule.security;

import java.util.List;
import org.binnacle.review.Rule;

/// The rules of this family, by id.
public final class SecurityRules {
  private SecurityRules() {}

  public static List<Rule> all() {
    return List.of(
        new FileAccess(),
        new GrantExcess(),
        new MysqlSchemaWrite(),
        new PasswordLiteral(),
        new PiiColumn());
  }
}
