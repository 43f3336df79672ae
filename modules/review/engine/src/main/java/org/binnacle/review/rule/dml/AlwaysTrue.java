package org.binnacle.review.rule.dml;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.rule.query.Said;
import org.binnacle.sql.query.Block;
import org.binnacle.sql.query.Predicate;
import org.binnacle.sql.query.Query;

/// A condition of a write should be able to be false.
public final class AlwaysTrue implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("dml.always-true", Level.ERROR)
          .concerns(Concern.QUERIES)
          .says("A condition of a write should be able to be false.")
          .because("1 = 1 or a forgotten OR makes an UPDATE or DELETE of all rows.")
          .bad("DELETE FROM t WHERE 1 = 1;")
          .bad("UPDATE t SET a = 1 WHERE id = 5 OR 1 = 1;")
          .bad("DELETE FROM t WHERE 1;")
          .bad("DELETE FROM t WHERE id = 5 OR 'a' = 'a';")
          .bad("SELECT a FROM t WHERE id = 5 OR 1 = 1;")
          .good("DELETE FROM t WHERE id = 5;")
          .near("DELETE FROM t WHERE 1 = 1 AND id = 5;")
          .near("SELECT a FROM t WHERE 1 = 1;")
          .near("DELETE FROM t WHERE a = 5 AND (b = 1 OR 2 = 1);")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    s.query().ifPresent(q -> q.blocks().forEach(b -> look(s, q, b, out)));
  }

  private static void look(Subject s, Query q, Block b, Findings out) {
    if (b.where().isEmpty()
        || ((q.verb() == Query.Verb.SELECT || q.insert().isPresent()) && b.where().size() == 1)) {
      return;
    }
    boolean all = b.where().stream().allMatch(p -> Truth.of(p) == Truth.YES);
    Predicate one =
        b.where().stream()
            .filter(p -> p.byOr() && Truth.of(p) == Truth.YES)
            .findFirst()
            .orElse(null);
    if (!all
        && (one == null
            || b.where().stream().anyMatch(p -> p.group() != one.group() && !isBelow(p, one)))) {
      return;
    }
    Predicate p = one == null ? b.where().getFirst() : one;
    boolean write =
        b.depth() == 0 && (q.verb() == Query.Verb.UPDATE || q.verb() == Query.Verb.DELETE);
    out.as(
        write ? Level.ERROR : Level.WARNING,
        Said.at(p.span(), s),
        "",
        Said.quoted(p.span(), s)
            + (one == null ? " is true for every row." : " makes WHERE true for every row."));
  }

  /// Below the OR of the one, or beside an AND that stands there.
  private static boolean isBelow(Predicate p, Predicate one) {
    return p.underOr() && p.group() > one.group();
  }
}
