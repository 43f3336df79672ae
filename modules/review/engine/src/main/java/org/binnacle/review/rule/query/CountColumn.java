package org.binnacle.review.rule.query;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.query.Block;
import org.binnacle.sql.query.Join;
import org.binnacle.sql.query.Operand;
import org.binnacle.sql.query.Query;

/// Rows should be counted by COUNT(*).
public final class CountColumn implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("query.count-col", Level.NOTICE)
          .concerns(Concern.QUERIES)
          .says("Rows should be counted by COUNT(*).")
          .because(
              "COUNT of a constant or of a column that is never NULL counts the same "
                  + "and reads as if it did not.")
          .bad("SELECT COUNT(1) FROM t WHERE a = 1;")
          .good("SELECT COUNT(*) FROM t WHERE a = 1;")
          .near("SELECT COUNT(DISTINCT a) FROM t WHERE a = 1;")
          .near("SELECT COUNT(a) FROM t WHERE b = 1;")
          .schema("CREATE TABLE p (id int PRIMARY KEY, a int);")
          .bad("SELECT COUNT(id) FROM p WHERE a = 1;")
          .near("SELECT COUNT(a) FROM p WHERE a = 1;")
          .near("SELECT COUNT(p.id) FROM q LEFT JOIN p ON p.id = q.id WHERE q.a = 1;")
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
    Scope scope = Scope.of(s, q);
    boolean outer =
        b.joins().stream().anyMatch(j -> j.type() == Join.Type.LEFT || j.type() == Join.Type.RIGHT);
    for (Block.Call c : b.functions()) {
      if (!c.name().equals("count") || c.distinct() || c.args().size() != 1 || c.span().isEmpty()) {
        continue;
      }
      Operand arg = c.args().getFirst();
      boolean constant = arg.isLiteral() && arg.kind() != Operand.Kind.NULL;
      boolean never =
          !outer && scope.column(b, arg).filter(f -> !f.column().isNullable()).isPresent();
      if ((constant || never) && arg.span().isPresent()) {
        out.at(
            c.span().get(),
            "",
            Said.quoted(c.span(), s)
                + (constant ? " counts rows" : " counts rows: the column is never NULL")
                + ": write COUNT(*).",
            Said.fix("write COUNT(*)", true, arg.span().get(), "*"));
      }
    }
  }
}
