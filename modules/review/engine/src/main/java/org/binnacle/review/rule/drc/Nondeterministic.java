package org.binnacle.review.rule.drc;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.Span;
import org.binnacle.sql.query.Block;
import org.binnacle.sql.query.Operand;
import org.binnacle.sql.query.Query;

/// Writes should do the same on every server that runs them.
public final class Nondeterministic implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("drc.nondeterministic", Level.ERROR)
          .concerns(Concern.QUERIES)
          .off()
          .says("Writes should do the same on every server that runs them.")
          .because("With statement or mixed binlogs the servers' rows differ afterwards.")
          .param(
              "binlog-format",
              "MIXED",
              "of the servers: ROW silences the rule; a server that is asked knows better")
          .bad("UPDATE t SET token = uuid() WHERE id = 1;")
          .bad("DELETE FROM t WHERE a = 1 LIMIT 10;")
          .bad("INSERT INTO t (a) VALUES (rand());")
          .bad("INSERT INTO t (a) SELECT a FROM s LIMIT 10;")
          .good("UPDATE t SET a = 1 WHERE id = 1;")
          .good("DELETE FROM t WHERE a = 1 ORDER BY id LIMIT 10;")
          .near("SELECT uuid(), rand();")
          .near("UPDATE t SET updated_at = now() WHERE id = 1;")
          .with("binlog-format", "ROW")
          .near("UPDATE t SET token = uuid() WHERE id = 1;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  private static final Set<String> DIFFERENT =
      Set.of(
          "uuid",
          "uuid_short",
          "rand",
          "sysdate",
          "user",
          "current_user",
          "session_user",
          "system_user",
          "connection_id",
          "found_rows",
          "row_count",
          "version",
          "load_file",
          "get_lock",
          "release_lock",
          "is_free_lock",
          "sleep",
          "random_bytes");

  @Override
  public void check(Subject s, Findings out) {
    Query query = s.query().filter(q -> q.verb() != Query.Verb.SELECT).orElse(null);
    if (query == null || format(s, out).equalsIgnoreCase("ROW")) {
      return;
    }
    for (Block block : query.blocks()) {
      block.functions().stream()
          .filter(f -> DIFFERENT.contains(f.name()))
          .findFirst()
          .ifPresent(f -> called(s, f.name(), f.span(), out));
      if (block.limit().isPresent() && block.orderBy().isEmpty()) {
        out.at(
            block.limit().flatMap(Operand::span).orElse(s.head()),
            "",
            "LIMIT without ORDER BY: which rows are changed is left to each server.");
      }
    }
    // VALUES and SET are of no block.
    if (query.blocks().stream().allMatch(b -> b.functions().isEmpty())) {
      values(query)
          .filter(o -> o.kind() == Operand.Kind.FUNCTION && DIFFERENT.contains(o.text()))
          .findFirst()
          .ifPresent(o -> called(s, o.text(), o.span(), out));
    }
  }

  private static Stream<Operand> values(Query query) {
    return Stream.concat(
        query.set().stream().map(Query.Assignment::value),
        query.insert().stream().flatMap(i -> i.rows().stream()).flatMap(List::stream));
  }

  private static void called(Subject s, String name, Optional<Span> span, Findings out) {
    out.at(
        span.orElse(s.head()),
        "",
        name + "() gives another value on each server: compute it before.");
  }

  private static String format(Subject s, Findings out) {
    return s.live()
        .flatMap(l -> l.variable("binlog_format"))
        .orElseGet(() -> out.text("binlog-format"));
  }
}
