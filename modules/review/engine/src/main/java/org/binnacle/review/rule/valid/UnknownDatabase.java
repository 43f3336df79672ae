package org.binnacle.review.rule.valid;

import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Need;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.Span;

/// A database that is named must be there.
public final class UnknownDatabase implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("valid.unknown-db", Level.ERROR)
          .needs(Need.SCHEMA)
          .says("A database that is named must be there.")
          .because("The server refuses it with error 1049.")
          .schema("USE shop; CREATE TABLE t (id int PRIMARY KEY);")
          .bad("USE shopp;")
          .bad("CREATE TABLE other.t (id int PRIMARY KEY);")
          .good("USE shop;")
          .near("CREATE DATABASE other; CREATE TABLE other.t (id int PRIMARY KEY);")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    s.tableName()
        .filter(t -> t.schema().filter(s.schema()::lacksDatabase).isPresent())
        .ifPresent(
            t ->
                out.at(t.span(), t.shown(), "There is no database " + t.schema().orElse("") + "."));
    if (s.isWord(0, "USE") && s.tokens().size() > 1) {
      String name = s.tokens().get(1).in(s.text()).replace("`", "");
      if (s.schema().lacksDatabase(name)) {
        out.at(Span.of(s.tokens().get(1)), name, "There is no database " + name + ".");
      }
    }
  }
}
