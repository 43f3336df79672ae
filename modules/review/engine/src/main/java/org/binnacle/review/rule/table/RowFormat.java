package org.binnacle.review.rule.table;

import java.util.List;
import java.util.Locale;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;

/// ROW_FORMAT, COMPRESSION and TABLESPACE should be left to the server's defaults.
public final class RowFormat implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("table.row-format", Level.NOTICE)
          .says(
              "ROW_FORMAT, COMPRESSION and TABLESPACE should be left to the server's "
                  + "defaults.")
          .because(
              "COMPRESSED rules out instant changes, REDUNDANT and COMPACT shorten "
                  + "keys, shared tablespaces never shrink.")
          .param("allowed", List.of("DYNAMIC", "DEFAULT"), "row formats that may be written")
          .bad("CREATE TABLE t (a int PRIMARY KEY) ROW_FORMAT=COMPRESSED " + "KEY_BLOCK_SIZE=8;")
          .bad("ALTER TABLE t ROW_FORMAT = COMPACT;")
          .good("CREATE TABLE t (a int PRIMARY KEY) ROW_FORMAT=DYNAMIC;")
          .near("CREATE TABLE t (a int PRIMARY KEY);")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    for (Optioned o : Optioned.of(s)) {
      for (String name : List.of("row_format", "compression", "tablespace")) {
        o.options()
            .value(name)
            .filter(v -> out.list("allowed").stream().noneMatch(v::equalsIgnoreCase))
            .filter(
                v -> !v.equalsIgnoreCase("innodb_file_per_table") && !v.equalsIgnoreCase("none"))
            .ifPresent(
                v ->
                    out.at(
                        o.options().span(name).orElse(s.head()),
                        o.table().name(),
                        name.toUpperCase(Locale.ROOT) + " " + v + "."));
      }
    }
  }
}
