package org.binnacle.app.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.binnacle.explain.schema.IndexInfo;
import org.binnacle.explain.schema.TableInfo;
import org.binnacle.explain.schema.TableReader;
import org.binnacle.kernel.Fault;
import org.binnacle.mysql.Capability;
import org.binnacle.mysql.Session;
import org.binnacle.review.live.DataAnswer;
import org.binnacle.review.live.Distinct;
import org.binnacle.review.live.Fit;
import org.binnacle.review.live.LiveIndex;
import org.binnacle.review.live.LiveTable;
import org.binnacle.review.live.Untold;
import org.binnacle.sql.Quote;
import org.binnacle.sql.SqlModes;

/// Asks a session about tables, one at a time and by name, so that no server looks at all of them.
final class TableQuestions {
  private static final Pattern NEXT =
      Pattern.compile("(?m)^\\) ENGINE=\\w+ (?:.* )?AUTO_INCREMENT=(\\d{1,18})\\b");

  private final Session session;

  TableQuestions(Session session) {
    this.session = session;
  }

  Optional<LiveTable> table(String schema, String table) {
    return TableReader.read(session, schema, table).map(this::told);
  }

  private LiveTable told(TableInfo info) {
    boolean view = info.engine().isEmpty();
    var untold = new ArrayList<Untold>();
    Map<String, Long> reads = view ? Map.of() : reads(info, untold);
    return new LiveTable(
        info.schema(),
        info.name(),
        view,
        info.ddl(),
        info.engine(),
        info.rows().orElse(0),
        info.dataBytes().orElse(0),
        info.indexBytes().orElse(0),
        next(info.ddl()),
        view ? OptionalLong.empty() : rowVersions(info, untold),
        info.indexes().stream().map(i -> index(i, reads)).toList(),
        untold);
  }

  /// SHOW CREATE TABLE tells the counter itself; information_schema may tell that of yesterday.
  private static OptionalLong next(String ddl) {
    Matcher found = NEXT.matcher(ddl.replaceAll("COMMENT='(?:[^']|'')*'", ""));
    return found.find() ? OptionalLong.of(Long.parseLong(found.group(1))) : OptionalLong.empty();
  }

  private static LiveIndex index(IndexInfo info, Map<String, Long> reads) {
    Long read = reads.get(info.name());
    return new LiveIndex(
        info.name(),
        info.unique(),
        info.columns(),
        info.parts().isEmpty() ? OptionalLong.empty() : info.parts().getLast().cardinality(),
        read == null ? OptionalLong.empty() : OptionalLong.of(read));
  }

  /// Rows read by each index since the server started. (READS is a reserved word: as the name of a
  /// column it made this fail, unseen; so what fails is told.)
  private Map<String, Long> reads(TableInfo info, List<Untold> untold) {
    if (!session.facts().can(Capability.PERFORMANCE_SCHEMA)) {
      untold.add(
          new Untold(
              LiveTable.Fact.INDEX_READS,
              "performance_schema is off, or the account may not read it",
              false));
      return Map.of();
    }
    var reads = new HashMap<String, Long>();
    try {
      session
          .query(
              """
              SELECT /* binnacle:review */ INDEX_NAME AS name, COUNT_READ AS count_read
              FROM performance_schema.table_io_waits_summary_by_index_usage
              WHERE OBJECT_TYPE = 'TABLE' AND OBJECT_SCHEMA = ? AND OBJECT_NAME = ?
                AND INDEX_NAME IS NOT NULL LIMIT 128""",
              row -> Map.entry(row.text("name", ""), row.number("count_read", 0)),
              info.schema(),
              info.name())
          .forEach(one -> reads.put(one.getKey(), one.getValue()));
    } catch (Fault fault) {
      untold(LiveTable.Fact.INDEX_READS, fault, untold);
    }
    return reads;
  }

  /// MySQL counts INSTANT changes since 8.0.29, and tells accounts with PROCESS.
  private OptionalLong rowVersions(TableInfo info, List<Untold> untold) {
    if (session.facts().mariaDb() || !session.facts().number().atLeast(8, 0, 29)) {
      return OptionalLong.empty();
    }
    if (!session.facts().can(Capability.PROCESS)) {
      untold.add(
          new Untold(LiveTable.Fact.ROW_VERSIONS, "the account has no privilege PROCESS", false));
      return OptionalLong.empty();
    }
    try {
      return session
          .query(
              """
              SELECT /* binnacle:review */ TOTAL_ROW_VERSIONS AS versions
              FROM information_schema.INNODB_TABLES WHERE NAME = ?""",
              row -> row.number("versions"),
              info.schema() + "/" + info.name())
          .stream()
          .findFirst()
          .orElse(OptionalLong.empty());
    } catch (Fault fault) {
      untold(LiveTable.Fact.ROW_VERSIONS, fault, untold);
      return OptionalLong.empty();
    }
  }

  DataAnswer unfit(String schema, String table, String column, Fit fit) {
    String name = Quote.name(column);
    String where =
        switch (fit) {
          case Fit.NotNull n -> name + " IS NULL";
          case Fit.Length l -> (l.bytes() ? "LENGTH(" : "CHAR_LENGTH(") + name + ") > " + l.most();
          case Fit.Range r ->
              name
                  + " NOT BETWEEN "
                  + r.least().toPlainString()
                  + " AND "
                  + r.most().toPlainString();
          case Fit.OneOf o ->
              name
                  + " NOT IN ("
                  + o.values().stream()
                      .map(v -> Quote.string(v, SqlModes.DEFAULT))
                      .collect(Collectors.joining(", "))
                  + ")";
        };
    return session
            .query(
                "SELECT /* binnacle:review */ 1 AS one FROM "
                    + Quote.path(schema, table)
                    + " WHERE "
                    + where
                    + " LIMIT 1",
                row -> row.number("one", 0))
            .isEmpty()
        ? new DataAnswer.Fits()
        : new DataAnswer.Unfit();
  }

  Optional<Distinct> distinct(String schema, String table, List<String> columns, int rows) {
    String names = columns.stream().map(Quote::name).collect(Collectors.joining(", "));
    return session
        .query(
            "SELECT /* binnacle:review */ COUNT(*) AS looked, COUNT(DISTINCT "
                + names
                + ") AS found FROM (SELECT "
                + names
                + " FROM "
                + Quote.path(schema, table)
                + " LIMIT "
                + rows
                + ") AS sample",
            row -> new Distinct(row.number("looked", 0), row.number("found", 0)))
        .stream()
        .findFirst();
  }

  /// A rule that wants the fact is told that it is not known; a lost connection ends the review.
  private static void untold(LiveTable.Fact fact, Fault fault, List<Untold> untold) {
    if (fault.code().id().startsWith("connect.") || fault.code().equals(Fault.CANCELLED)) {
      throw fault;
    }
    untold.add(Untold.of(fact, fault));
  }
}
