package org.binnacle.diagnosis.past;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.binnacle.diagnosis.incident.Grid;
import org.binnacle.diagnosis.incident.Part;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.diagnosis.watch.Merged;

/// What the process list of an open panel had in memory of the minutes before a capture, as a part:
/// not look by look, but a line for each stretch of time in which a session went on doing the same.
/// Bounded: where there are more, the shortest stretches are left out, and that is said. From this
/// the looks are made again, see `BeforeLooks`.
public final class BeforePart {
  public static final String STEP = "before";
  public static final String WORDS = "Sessions of the ten minutes before";

  /// Bytes of text that the part holds at most, so that a page of 500 sessions stays below 2 MB.
  public static final int MOST_BYTES = 400_000;

  /// A look in so many seconds is enough here.
  private static final Duration STRIDE = Duration.ofSeconds(2);

  private static final int SQL = 256;
  private static final List<String> COLUMNS =
      List.of(
          "from",
          "to",
          "id",
          "thread",
          "kind",
          "user",
          "host",
          "program",
          "db",
          "command",
          "state",
          "time_us",
          "digest",
          "trx_us",
          "trx_state",
          "modified",
          "locked",
          "blocked_by",
          "root",
          "blocks",
          "sql");

  private final String instanceId;
  private final Map<ProcessRow.Key, Stretch> open = new HashMap<>();
  private final List<Stretch> done = new ArrayList<>();
  private final List<Instant> times = new ArrayList<>();

  /// @param row as it was at the beginning
  private record Stretch(ProcessRow row, int from, int to) {
    int looks() {
      return to - from + 1;
    }

    boolean goesOn(ProcessRow now) {
      return row.sql().equals(now.sql())
          && row.state().equals(now.state())
          && row.kind() == now.kind()
          && row.command().equals(now.command())
          && row.blocking().by().equals(now.blocking().by())
          && now.timeUs() >= row.timeUs();
    }
  }

  private BeforePart(String instanceId) {
    this.instanceId = instanceId;
  }

  /// @param until later looks are left out
  /// @return empty where nothing was seen
  public static Optional<Part> of(LastLooks looks, String instanceId, Instant until) {
    var part = new BeforePart(instanceId);
    Past<Merged> past = looks.sessions();
    Instant next = Instant.MIN;
    for (Instant time : past.times()) {
      if (!time.isAfter(until) && !time.isBefore(next)) {
        past.at(time).ifPresent(then -> part.look(then.at(), then.scene()));
        next = time.plus(STRIDE).minusMillis(200);
      }
    }
    return part.open.isEmpty() && part.done.isEmpty() ? Optional.empty() : Optional.of(part.part());
  }

  private void look(Instant at, Merged scene) {
    int place = times.size();
    times.add(at);
    Map<ProcessRow.Key, Stretch> now = new HashMap<>();
    for (ProcessRow row : scene.rows()) {
      if (!row.instance().id().equals(instanceId)) {
        continue;
      }
      Stretch before = open.remove(row.key());
      if (before != null && before.goesOn(row)) {
        now.put(row.key(), new Stretch(before.row(), before.from(), place));
      } else {
        if (before != null) {
          done.add(before);
        }
        now.put(row.key(), new Stretch(row, place, place));
      }
    }
    done.addAll(open.values());
    open.clear();
    open.putAll(now);
  }

  private Part part() {
    done.addAll(open.values());
    List<Stretch> longest =
        done.stream().sorted(Comparator.comparingInt(Stretch::looks).reversed()).toList();
    var kept = new ArrayList<Stretch>();
    long bytes = 0;
    for (Stretch stretch : longest) {
      bytes += row(stretch).stream().mapToLong(String::length).sum() + 3L * COLUMNS.size();
      if (bytes > MOST_BYTES) {
        break;
      }
      kept.add(stretch);
    }
    kept.sort(Comparator.comparingInt(Stretch::from));
    Map<String, Grid> grids = new LinkedHashMap<>();
    grids.put("sessions", Grid.of(COLUMNS, kept.stream().map(this::row).toList()));
    int left = longest.size() - kept.size();
    return new Part(
        STEP,
        1,
        Part.Status.OK,
        left == 0 ? "" : "%,d of the shortest stretches are left out".formatted(left),
        0,
        bytes,
        grids,
        Map.of());
  }

  private List<String> row(Stretch stretch) {
    ProcessRow row = stretch.row();
    var trx = row.trx();
    return List.of(
        String.valueOf(times.get(stretch.from())),
        String.valueOf(times.get(stretch.to())),
        String.valueOf(row.id()),
        String.valueOf(row.threadId()),
        row.kind().words(),
        row.user(),
        row.client().ip(),
        row.program(),
        row.db(),
        row.command(),
        row.state(),
        String.valueOf(row.timeUs()),
        row.work().digest(),
        trx.map(one -> String.valueOf(one.ageUs())).orElse(""),
        trx.map(one -> one.state()).orElse(""),
        trx.map(one -> String.valueOf(one.rowsModified())).orElse(""),
        trx.map(one -> String.valueOf(one.rowsLocked())).orElse(""),
        row.blocking().by(),
        row.blocking().root(),
        row.blocking().blocks() == 0 ? "" : String.valueOf(row.blocking().blocks()),
        row.sql().length() > SQL ? row.sql().substring(0, SQL) : row.sql());
  }
}
