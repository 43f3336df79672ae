package org.binnacle.review.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.binnacle.review.Own;
import org.binnacle.review.Subject;
import org.binnacle.review.rule.Rules;
import org.binnacle.review.set.RuleSet;
import org.binnacle.sql.Lexer;
import org.binnacle.sql.Token;
import org.binnacle.sql.TokenType;

/// Suppression comments of a script: `-- review:ignore rule[,rule] reason` before, within or at the
/// end of a statement, `-- review:ignore-file rule[,rule] reason` in the first 20 lines.
final class Ignores {
  private static final Pattern COMMENT =
      Pattern.compile("review:(ignore-file|ignore)\\s+([\\w.*-]+(?:\\s*,\\s*[\\w.*-]+)*)");
  private static final int HEAD_LINES = 20;

  private final List<One> all = new ArrayList<>();
  private final Set<One> used = new HashSet<>();

  /// @param statement -1 for the whole file
  private record One(String rule, int statement, int home, int line, int column, int end) {}

  private int last;

  private Ignores() {}

  static Ignores of(String text, List<Subject> subjects, Lines lines) {
    var ignores = new Ignores();
    if (!text.contains("review:ignore") || subjects.isEmpty()) {
      return ignores;
    }
    ignores.last = subjects.size() - 1;
    var lexer = new Lexer(text, subjects.getFirst().target().modes());
    while (lexer.hasNext()) {
      Token token = lexer.next();
      if (token.type() == TokenType.COMMENT) {
        Matcher m = COMMENT.matcher(token.in(text));
        if (m.find()) {
          ignores.add(m, token, subjects, lines);
        }
      }
    }
    return ignores;
  }

  private void add(Matcher m, Token token, List<Subject> subjects, Lines lines) {
    int home = statement(token, subjects, lines);
    boolean file = m.group(1).equals("ignore-file");
    if (file && token.line() > HEAD_LINES) {
      return;
    }
    for (String rule : Arrays.asList(m.group(2).split("\\s*,\\s*"))) {
      all.add(
          new One(
              rule,
              file ? -1 : home,
              home,
              token.line(),
              token.column(),
              token.column() + Math.min(token.length(), 200)));
    }
  }

  /// The statement that a comment is in, or ends the last line of, or stands before.
  private static int statement(Token token, List<Subject> subjects, Lines lines) {
    int before = -1;
    int after = -1;
    for (Subject subject : subjects) {
      int start = subject.statement().offset();
      int end = subject.statement().end();
      if (token.offset() >= start && token.offset() < end) {
        return subject.number();
      }
      if (token.offset() >= end) {
        before = subject.number();
        after = lines.line(Math.max(start, end - 1)) == token.line() ? before : -1;
      } else {
        return after >= 0 ? after : subject.number();
      }
    }
    return after >= 0 ? after : Math.max(0, before);
  }

  /// The findings of a statement with those suppressed marked, and what is to be said of its
  /// comments.
  List<Told> on(int statement, List<Told> findings) {
    var out = new ArrayList<Told>();
    for (Told told : findings) {
      Optional<One> by =
          all.stream()
              .filter(o -> o.statement() < 0 || o.statement() == statement)
              .filter(o -> RuleSet.fits(o.rule(), told.rule()))
              .findFirst();
      by.ifPresent(used::add);
      out.add(by.isPresent() ? told.as(Told.State.SUPPRESSED) : told);
    }
    for (One one : all) {
      boolean due = one.statement() >= 0 ? one.home() == statement : statement == last;
      if (due && !used.contains(one)) {
        out.add(said(one));
      }
    }
    return out;
  }

  private static Told said(One one) {
    boolean known = Rules.infos().stream().anyMatch(r -> RuleSet.fits(one.rule(), r.id()));
    var rule = known ? Own.UNUSED_IGNORE : Own.UNKNOWN_IGNORE;
    String message =
        known
            ? "Nothing of rule " + one.rule() + " is suppressed by this comment."
            : "There is no rule "
                + one.rule()
                + Rules.nearest(one.rule()).map(n -> "; " + n + "?").orElse(".");
    return new Told(
        rule.id(),
        rule.level(),
        message,
        Optional.empty(),
        one.line(),
        one.column(),
        one.line(),
        one.end(),
        "",
        Told.State.OPEN);
  }
}
