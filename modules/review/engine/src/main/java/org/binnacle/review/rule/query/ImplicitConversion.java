package org.binnacle.review.rule.query;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Need;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.Span;
import org.binnacle.sql.query.Block;
import org.binnacle.sql.query.Join;
import org.binnacle.sql.query.Operand;
import org.binnacle.sql.query.Predicate;
import org.binnacle.sql.query.Query;

/// Both sides of a comparison should be of one type.
public final class ImplicitConversion implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("query.implicit-conversion", Level.ERROR)
          .concerns(Concern.QUERIES)
          .needs(Need.SCHEMA)
          .says("Both sides of a comparison should be of one type.")
          .because(
              "A text column compared with a number is converted row by row: no "
                  + "index on it is used, and it matches texts that only begin alike. Two "
                  + "collations stop the join or cost an index.")
          .schema(
              "CREATE TABLE a (id int PRIMARY KEY, code varchar(20), n int, d date, "
                  + "KEY k (code)) DEFAULT CHARSET=utf8mb4; CREATE TABLE b (id int PRIMARY "
                  + "KEY, code varchar(20), n int, KEY k (code)) DEFAULT CHARSET=latin1; "
                  + "CREATE TABLE c (id int PRIMARY KEY, code varchar(20) COLLATE "
                  + "utf8mb4_unicode_ci) DEFAULT CHARSET=utf8mb4;")
          .bad("SELECT id FROM a WHERE code = 5;")
          .bad("SELECT id FROM a WHERE code IN (5, 6);")
          .bad("SELECT id FROM a WHERE code BETWEEN 1 AND 5;")
          .bad("DELETE FROM a WHERE code = 5;")
          .bad("SELECT a.id FROM a JOIN b ON a.code = b.n;")
          .bad("SELECT a.id FROM a JOIN b ON a.code = b.code;")
          .bad("SELECT a.id FROM a JOIN c USING (code);")
          .bad("UPDATE a SET n = 1 WHERE id IN (SELECT n FROM b WHERE code > 7);")
          .bad("SELECT id FROM a WHERE code = n + 1;")
          .bad("SELECT id FROM a WHERE n = 'x';")
          .bad("SELECT id FROM a WHERE code = length(?);")
          .bad("SELECT id FROM a WHERE coalesce(code, 0) = 5;")
          .good("SELECT id FROM a WHERE code = '5';")
          .near("SELECT id FROM a WHERE n = '5';")
          .near("SELECT id FROM a WHERE code = ?;")
          .near("SELECT id FROM a WHERE d = '2024-01-31' OR d = 20240131;")
          .near("SELECT id FROM a WHERE code = concat(5, ?);")
          .near("SELECT a.id FROM a JOIN b ON a.n = b.n;")
          .near("SELECT id FROM a WHERE code IS NULL OR code LIKE '5%';")
          .near("SELECT id FROM a WHERE coalesce(code, '') = '5';")
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
    for (Predicate p : b.conditions()) {
      switch (p.kind()) {
        case COMPARE, IN, BETWEEN, LIKE -> p.right().forEach(r -> pair(s, q, scope, b, p, r, out));
        default -> {}
      }
    }
    for (Join j : b.joins()) {
      for (String name : j.using()) {
        Collations.using(scope, b, j, name)
            .ifPresent(t -> out.as(t.level(), Said.at(j.table().span(), s), name, t.message()));
      }
    }
    for (Block.Call c : b.functions()) {
      Typed.mixed(scope, b, c).ifPresent(m -> out.as(Level.WARNING, Said.at(c.span(), s), "", m));
    }
  }

  private static void pair(
      Subject s, Query q, Scope scope, Block b, Predicate p, Operand right, Findings out) {
    Operand left = p.left();
    if (right.kind() == Operand.Kind.SUBQUERY) {
      Block inner = q.subquery(right).filter(x -> x.items().size() == 1).orElse(null);
      if (inner != null) {
        tell(s, scope, b, left, inner, inner.items().getFirst().operand(), p, out);
      }
    } else {
      tell(s, scope, b, left, b, right, p, out);
    }
  }

  private static void tell(
      Subject s,
      Scope scope,
      Block b,
      Operand left,
      Block in,
      Operand right,
      Predicate p,
      Findings out) {
    Typed one = Typed.of(scope, b, left);
    Typed two = Typed.of(scope, in, right);
    if (one.column() == null && two.column() == null) {
      return;
    }
    Typed.Trouble trouble =
        Typed.compared(s, one, two, p.kind() == Predicate.Kind.LIKE)
            .or(() -> Collations.compared(s, one, two))
            .orElse(null);
    if (trouble == null) {
      return;
    }
    Operand literal = right.kind() == Operand.Kind.NUMBER ? right : left;
    String object =
        one.column() != null
            ? one.column().shown()
            : two.column() != null ? two.column().shown() : "";
    Span at = Said.at(p.span(), s);
    if (literal.kind() == Operand.Kind.NUMBER && literal.span().isPresent() && trouble.quote()) {
      Span place = literal.span().get();
      out.as(
          trouble.level(),
          at,
          object,
          trouble.message(),
          Said.fix(
              "put " + literal.text() + " in quotes",
              false,
              place,
              "'" + place.in(s.text()) + "'"));
    } else {
      out.as(trouble.level(), at, object, trouble.message());
    }
  }
}
