package org.binnacle.review.rule.script;

import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;

/// A script must not make the same table twice.
public final class DuplicateObject implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("script.duplicate-object", Level.ERROR)
          .says("A script must not make the same table twice.")
          .because("The second statement fails, and the script stops in the middle.")
          .bad("CREATE TABLE t (id int PRIMARY KEY); CREATE TABLE t (id int PRIMARY " + "KEY);")
          .good("CREATE TABLE t (id int PRIMARY KEY); CREATE TABLE u (id int PRIMARY " + "KEY);")
          .near(
              "CREATE TABLE t (id int PRIMARY KEY); DROP TABLE t; CREATE TABLE t (id "
                  + "int PRIMARY KEY);")
          .near(
              "CREATE TABLE t (id int PRIMARY KEY); CREATE TABLE IF NOT EXISTS t (id "
                  + "int PRIMARY KEY);")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    // With a schema given, valid.table-exists tells the same and more.
    if (s.schema().isComplete()) {
      return;
    }
    s.creates()
        .filter(c -> !c.ifNotExists() && !c.temporary())
        .filter(c -> s.table(c.table()).isPresent())
        .ifPresent(
            c ->
                out.at(
                    c.table().span(),
                    c.table().name(),
                    "The script has made " + c.table().shown() + " before."));
  }
}
