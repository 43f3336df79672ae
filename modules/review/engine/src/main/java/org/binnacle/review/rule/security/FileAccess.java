package org.binnacle.review.rule.security;

import java.util.List;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.Span;
import org.binnacle.sql.Token;
import org.binnacle.sql.TokenType;

/// A script should not read or write files of the server or the client.
public final class FileAccess implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("security.file-access", Level.WARNING)
          .says("A script should not read or write files of the server or the client.")
          .because("It carries data out of the database, or brings in what nobody has looked at.")
          .bad("LOAD DATA LOCAL INFILE '/tmp/x.csv' INTO TABLE t;")
          .bad("SELECT a INTO OUTFILE '/tmp/x' FROM t;")
          .bad("SELECT load_file('/etc/passwd');")
          .good("SELECT a FROM t;")
          .near("SELECT a INTO @x FROM t LIMIT 1;")
          .near("SELECT 'INTO OUTFILE' FROM t;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public boolean onAnything() {
    return true;
  }

  @Override
  public void check(Subject s, Findings out) {
    List<Token> tokens = s.tokens();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      boolean load = i == 0 && s.begins("LOAD") && (s.isWord(1, "DATA") || s.isWord(1, "XML"));
      boolean out_ = token.isWord(s.text(), "OUTFILE") || token.isWord(s.text(), "DUMPFILE");
      boolean read =
          token.isWord(s.text(), "LOAD_FILE")
              && i + 1 < tokens.size()
              && tokens.get(i + 1).type() == TokenType.OPEN;
      if (load || out_ || read) {
        out.at(
            load ? s.head() : Span.of(token),
            "",
            load
                ? "Rows are loaded from a file."
                : read ? "A file of the server is read." : "A file is written on the server.");
        return;
      }
    }
  }
}
