package org.binnacle.diagnosis.incident.step;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.binnacle.diagnosis.incident.Grid;
import org.binnacle.diagnosis.session.Kind;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.kernel.Fault;
import org.binnacle.mysql.Session;
import org.binnacle.sql.Quote;

/// Definition, size and indexes of the tables that matter: those that somebody waits for, then
/// those that running statements name.
public final class TablesStep implements Step {
  private static final int TABLES = 20;
  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)\\b(?:FROM|JOIN|UPDATE|INTO|TABLE)\\s+(?:`?([A-Za-z0-9_$]+)`?\\.)?`?([A-Za-z0-9_$]+)`?");

  private final Content content = Content.empty();
  private final List<List<String>> sizes = new ArrayList<>();
  private final List<List<String>> indexes = new ArrayList<>();

  @Override
  public String name() {
    return "tables";
  }

  @Override
  public String words() {
    return "Tables and indexes";
  }

  @Override
  public Duration budget() {
    return Duration.ofSeconds(2);
  }

  @Override
  public void take(Session session, Context context, int round) {
    Set<Context.Table> tables = new LinkedHashSet<>(context.tables());
    for (ProcessRow row : context.sessions(0)) {
      if (row.kind() == Kind.ACTIVE || row.kind() == Kind.IDLE_IN_TRX) {
        named(row.sql(), row.db(), tables);
      }
    }
    for (Context.Table table : tables.stream().limit(TABLES).toList()) {
      try {
        one(session, table);
      } catch (Fault fault) {
        if (fault.code().id().startsWith("connect.")) {
          throw fault;
        }
        content.note(table.schema() + "." + table.name() + ": " + fault.detail());
      }
    }
  }

  static void named(String sql, String schema, Set<Context.Table> into) {
    var names = NAMED.matcher(sql);
    while (names.find() && into.size() < 4 * TABLES) {
      String of = names.group(1) == null ? schema : names.group(1);
      if (!of.isEmpty() && !system(of)) {
        into.add(new Context.Table(of, names.group(2)));
      }
    }
  }

  private static boolean system(String schema) {
    return schema.equalsIgnoreCase("information_schema")
        || schema.equalsIgnoreCase("performance_schema");
  }

  private void one(Session session, Context.Table table) {
    var words = session.flavour().incident();
    Grid size = Ask.grid(session, words.table(), table.schema(), table.name());
    if (size.isEmpty()) {
      // A word after FROM that is no table, such as an alias of a derived one.
      return;
    }
    String name = table.schema() + "." + table.name();
    sizes.add(prefixed(name, size.rows().getFirst()));
    Ask.grid(session, words.indexes(), table.schema(), table.name())
        .rows()
        .forEach(row -> indexes.add(prefixed(name, row)));
    Grid create =
        Ask.grid(
            session,
            "SHOW /* binnacle:incident-create */ CREATE TABLE "
                + Quote.name(table.schema())
                + "."
                + Quote.name(table.name()));
    if (!create.isEmpty() && create.rows().getFirst().size() > 1) {
      content.text(name, create.rows().getFirst().get(1));
    }
  }

  private static List<String> prefixed(String name, List<String> row) {
    var cells = new ArrayList<String>();
    cells.add(name);
    cells.addAll(row);
    return cells;
  }

  @Override
  public Content content() {
    return content
        .grid(
            "sizes",
            Grid.of(
                List.of(
                    "table",
                    "engine",
                    "row_estimate",
                    "row_bytes",
                    "data_bytes",
                    "index_bytes",
                    "free_bytes"),
                sizes))
        .grid(
            "indexes",
            Grid.of(
                List.of("table", "name", "seq", "column", "non_unique", "cardinality"), indexes));
  }
}
