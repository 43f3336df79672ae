package org.binnacle.review.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.binnacle.review.Own;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.rule.column.ColumnRules;
import org.binnacle.review.rule.ddl.DdlRules;
import org.binnacle.review.rule.drc.DrcRules;
import org.binnacle.review.rule.explain.ExplainRules;
import org.binnacle.review.rule.index.IndexRules;
import org.binnacle.review.rule.name.NameRules;
import org.binnacle.review.rule.object.ObjectRules;
import org.binnacle.review.rule.script.ScriptRules;
import org.binnacle.review.rule.security.SecurityRules;
import org.binnacle.review.rule.table.TableRules;
import org.binnacle.review.rule.valid.ValidRules;

/// All rules that ship, family by family.
public final class Rules {
  private static final List<Rule> SHIPPED =
      Stream.of(
              ScriptRules.all(),
              ValidRules.all(),
              NameRules.all(),
              org.binnacle.review.rule.query.QueryRules.all(),
              org.binnacle.review.rule.dml.DmlRules.all(),
              TableRules.all(),
              DrcRules.all(),
              ColumnRules.all(),
              IndexRules.all(),
              DdlRules.all(),
              ExplainRules.all(),
              ObjectRules.all(),
              SecurityRules.all())
          .flatMap(List::stream)
          .toList();

  private Rules() {}

  public static List<Rule> shipped() {
    return SHIPPED;
  }

  /// Of all rules, those of the review itself included.
  public static List<RuleInfo> infos() {
    var all = new ArrayList<>(Own.all());
    SHIPPED.forEach(r -> all.add(r.info()));
    return all;
  }

  public static Optional<RuleInfo> info(String id) {
    return infos().stream().filter(r -> r.id().equals(id)).findFirst();
  }

  /// `did you mean table.require-pk`, where a rule's name is near.
  public static Optional<String> nearest(String id) {
    return Nearest.of(id, infos().stream().map(RuleInfo::id).toList())
        .map(near -> "did you mean " + near);
  }
}
