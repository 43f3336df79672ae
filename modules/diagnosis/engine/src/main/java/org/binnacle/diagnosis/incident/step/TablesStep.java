package org.binnacle.diagnosis.incident.step;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
  private final Set<Context.Table> there = ConcurrentHashMap.newKeySet();
  private List<Question> questions = List.of();

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
    questions =
        tables.stream()
            .limit(TABLES)
            .flatMap(
                table ->
                    Stream.of(
                        new Question(name(table), on -> kept(table, () -> sizes(on, table))),
                        new Question(
                            name(table) + ", its definition",
                            on -> kept(table, () -> definition(on, table)))))
            .toList();
  }

  @Override
  public List<Question> questions() {
    return questions;
  }

  private static String name(Context.Table table) {
    return table.schema() + "." + table.name();
  }

  private Runnable kept(Context.Table table, Supplier<Runnable> asked) {
    try {
      return asked.get();
    } catch (Fault fault) {
      if (fault.code().id().startsWith("connect.")) {
        throw fault;
      }
      return () -> content.note(name(table) + ": " + fault.detail());
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

  private Runnable sizes(Session session, Context.Table table) {
    var words = session.flavour().incident();
    Grid size = Ask.grid(session, words.table(), table.schema(), table.name());
    if (size.isEmpty()) {
      // A word after FROM that is no table, such as an alias of a derived one.
      return () -> {};
    }
    Grid of = Ask.grid(session, words.indexes(), table.schema(), table.name());
    return () -> {
      there.add(table);
      sizes.add(prefixed(name(table), size.rows().getFirst()));
      of.rows().forEach(row -> indexes.add(prefixed(name(table), row)));
    };
  }

  private Runnable definition(Session session, Context.Table table) {
    if (!there.contains(table)) {
      return () -> {};
    }
    Grid create =
        Ask.grid(
            session,
            "SHOW /* binnacle:incident-create */ CREATE TABLE "
                + Quote.name(table.schema())
                + "."
                + Quote.name(table.name()));
    return () -> {
      if (!create.isEmpty() && create.rows().getFirst().size() > 1) {
        content.text(name(table), create.rows().getFirst().get(1));
      }
    };
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
