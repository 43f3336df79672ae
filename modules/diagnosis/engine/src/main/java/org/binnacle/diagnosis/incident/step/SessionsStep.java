package org.binnacle.diagnosis.incident.step;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.binnacle.diagnosis.incident.Grid;
import org.binnacle.diagnosis.session.Field;
import org.binnacle.diagnosis.session.Kind;
import org.binnacle.diagnosis.session.Load;
import org.binnacle.diagnosis.session.ProcessReader;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.diagnosis.session.ProcessSnapshot;
import org.binnacle.diagnosis.session.Want;
import org.binnacle.diagnosis.topsql.Sampler;
import org.binnacle.diagnosis.topsql.TopRow;
import org.binnacle.mysql.Capability;
import org.binnacle.mysql.Session;

/// The whole process list, a few times, a second apart: the first with all that there is, the later
/// ones with what is active, and all of them together by statement.
public final class SessionsStep implements Step {
  private static final int LIMIT = 2_000;
  private static final int SQL = 4_096;

  /// Of the later looks: what is longer stands in the first.
  private static final int LATER_SQL = 256;

  private static final List<Field> FIELDS =
      Field.all().stream()
          .filter(field -> field != Field.INSTANCE && field != Field.CLUSTER)
          .toList();

  private final ProcessReader reader;
  private final Map<Integer, ProcessSnapshot> looks = new LinkedHashMap<>();
  private Optional<Sampler> sampler = Optional.empty();

  public SessionsStep(Clock clock) {
    this.reader = new ProcessReader(clock);
  }

  @Override
  public String name() {
    return "sessions";
  }

  @Override
  public String words() {
    return "Sessions";
  }

  @Override
  public Optional<Capability> needs() {
    return Optional.of(Capability.PROCESS);
  }

  @Override
  public void take(Session session, Context context, int round) {
    ProcessSnapshot seen =
        reader.read(session, new Want(round == 0, true, LIMIT, round == 0 ? SQL : LATER_SQL));
    looks.put(round, seen);
    if (round == 0) {
      sampler = Optional.of(new Sampler(seen.instance(), session.facts().mariaDb()));
      context.sessions(seen.rows());
    }
    sampler.ifPresent(each -> each.look(seen));
  }

  @Override
  public Content content() {
    Content content = Content.empty();
    looks.forEach(
        (round, seen) ->
            content.grid(
                round == 0 ? "all" : "active " + (round + 1),
                grid(round == 0 ? seen.rows() : active(seen.rows()), seen.truncated())));
    ProcessSnapshot first = looks.get(0);
    if (first != null) {
      content.grid("load", load(first.load()));
      if (first.truncated()) {
        content.note("only the first " + LIMIT + " sessions were read");
      }
    }
    sampler.ifPresent(each -> content.grid("by statement", statements(each)));
    return content;
  }

  private static List<ProcessRow> active(List<ProcessRow> rows) {
    return rows.stream()
        .filter(row -> row.kind() == Kind.ACTIVE || row.kind() == Kind.IDLE_IN_TRX)
        .toList();
  }

  /// Sessions in the columns of a capture.
  public static Grid grid(List<ProcessRow> sessions, boolean cut) {
    var rows = new ArrayList<List<String>>();
    for (ProcessRow row : sessions) {
      var cells = new ArrayList<String>(FIELDS.size() + 1);
      for (Field field : FIELDS) {
        cells.add(
            field.type() == Field.Type.TEXT
                ? field.text(row)
                : field.number(row).map(String::valueOf).orElse(""));
      }
      cells.add(row.blocked() ? "yes" : "");
      rows.add(cells);
    }
    var columns = new ArrayList<>(FIELDS.stream().map(Field::exported).toList());
    columns.add("blocked");
    return new Grid(columns, rows, cut);
  }

  /// How full the server is.
  public static Grid load(Load load) {
    return Grid.of(
        List.of("connected", "running", "max_connections"),
        List.of(
            List.of(
                String.valueOf(load.connected()),
                String.valueOf(load.running()),
                String.valueOf(load.max()))));
  }

  private static Grid statements(Sampler sampler) {
    var rows = new ArrayList<List<String>>();
    for (TopRow row : sampler.window().rows()) {
      rows.add(
          List.of(
              row.key().schema(),
              row.key().digest(),
              String.valueOf(row.counters().count()),
              String.valueOf(Math.round(row.share() * 1000) / 10.0),
              String.valueOf(row.maxUs()),
              row.text().text(),
              row.text().sample()));
    }
    return Grid.of(
        List.of("schema", "digest", "seen", "share_pct", "longest_us", "statement", "sample_sql"),
        rows.size() > 100 ? rows.subList(0, 100) : rows);
  }
}
