package org.binnacle.review.rule.script;

import java.nio.charset.StandardCharsets;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;

/// A statement must fit into max_allowed_packet.
public final class MaxSize implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("script.max-size", Level.ERROR)
          .says("A statement must fit into max_allowed_packet.")
          .because("The server refuses longer ones and drops the connection.")
          .param(
              "statementBytes",
              67108864,
              "bytes of one statement; the default of max_allowed_packet since 8.0")
          .with("statementBytes", 40)
          .bad("INSERT INTO t (a) VALUES ('0123456789012345678901234567890123456789');")
          .good("INSERT INTO t (a) VALUES ('012345');")
          .near("INSERT INTO t (a) VALUES ('0123'); INSERT INTO t (a) VALUES ('0123');")
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
    int max = out.number("statementBytes");
    // Characters first: counting bytes of every statement would cost more than all else.
    if (s.text().length() > max / 4 && s.text().getBytes(StandardCharsets.UTF_8).length > max) {
      out.at(s.head(), "", "The statement is longer than " + max + " bytes.");
    }
  }
}
