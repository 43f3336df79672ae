package org.binnacle.review.rule.dml;

import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.rule.query.Words;

/// A script should not load or write files.
public final class LoadData implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("dml.load-data", Level.WARNING)
          .says("A script should not load or write files.")
          .because(
              "LOAD DATA is one transaction of any size, LOCAL lets the server ask "
                  + "for files of the client, OUTFILE writes on the server.")
          .bad("LOAD DATA INFILE '/tmp/x.csv' INTO TABLE t;")
          .bad("SELECT a FROM t WHERE b = 1 INTO OUTFILE '/tmp/x.csv';")
          .good("INSERT INTO t (a) VALUES (1);")
          .near("SELECT a FROM t WHERE b = 1 INTO @x;")
          .near("SELECT 'LOAD DATA' AS x FROM t WHERE b = 1;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    if (s.begins("LOAD", "DATA") || s.begins("LOAD", "XML")) {
      out.at(s.head(), "", "A file is loaded in one transaction.");
      return;
    }
    Words w = Words.of(s);
    for (int i = 0; i < w.size(); i++) {
      if (w.words(i, "INTO") && w.oneOf(i + 1, "OUTFILE", "DUMPFILE")) {
        out.at(w.span(i, i + 1), "", "A file is written on the server.");
      }
    }
  }
}
