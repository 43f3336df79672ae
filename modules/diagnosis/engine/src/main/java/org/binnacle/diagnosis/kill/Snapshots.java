package org.binnacle.diagnosis.kill;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.binnacle.diagnosis.session.Blocking;
import org.binnacle.diagnosis.session.Client;
import org.binnacle.diagnosis.session.Kind;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.diagnosis.session.Transaction;
import org.binnacle.diagnosis.session.Work;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.InstanceRef;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Sessions out of a file, to try a rule on: the document of `binnacle sessions --json`, or the
/// array that the window exports.
public final class Snapshots {
  private Snapshots() {}

  /// @param instance to whom the sessions are said to belong
  /// @throws Fault with {@link KillFaults#SNAPSHOT}
  public static List<ProcessRow> read(String json, InstanceRef instance) {
    JsonNode document;
    try {
      document = new JsonMapper().readTree(json);
    } catch (JacksonException e) {
      throw new Fault(KillFaults.SNAPSHOT, e.getOriginalMessage(), e);
    }
    JsonNode sessions = document.isArray() ? document : document.path("sessions");
    if (!sessions.isArray()) {
      throw new Fault(KillFaults.SNAPSHOT, "it holds no list of sessions");
    }
    var rows = new ArrayList<ProcessRow>();
    for (JsonNode one : sessions) {
      rows.add(row(one, instance));
    }
    return rows;
  }

  private static ProcessRow row(JsonNode one, InstanceRef instance) {
    return row(name -> text(one, name), instance);
  }

  /// One session by its values under their exported names; what is no number counts as unknown.
  public static ProcessRow row(UnaryOperator<String> cell, InstanceRef instance) {
    var one = new Cells(cell);
    String sql = one.text("sql");
    return new ProcessRow(
        instance,
        one.number("id", 0),
        one.number("thread", 0),
        kind(one.text("kind")),
        one.text("user"),
        new Client(one.text("host"), (int) one.number("port", 0)),
        one.text("program"),
        one.text("db"),
        one.text("command"),
        one.text("state"),
        one.number("time_us", 0),
        sql,
        one.number("sql_length", sql.length()),
        new Work(
            0,
            one.text("digest"),
            one.number("lock_time_us", -1),
            one.number("examined", -1),
            one.number("sent", -1),
            one.number("affected", -1),
            one.number("tmp_disk", -1),
            false,
            false),
        one.number("trx_us", -1) < 0
            ? Optional.empty()
            : Optional.of(
                new Transaction(
                    one.number("trx_us", 0),
                    one.number("modified", 0),
                    one.number("locked", 0),
                    one.text("trx_state"))),
        new Blocking(
            one.text("blocked_by"), (int) one.number("blocks", -1), one.text("root"), false));
  }

  private static Kind kind(String words) {
    for (Kind kind : Kind.values()) {
      if (kind.words().equals(words.toLowerCase(Locale.ROOT))) {
        return kind;
      }
    }
    return Kind.ACTIVE;
  }

  private static String text(JsonNode one, String name) {
    JsonNode value = one.path(name);
    return value.isString() || value.isNumber() ? value.asString() : "";
  }

  private record Cells(UnaryOperator<String> cell) {
    String text(String name) {
      return cell.apply(name);
    }

    long number(String name, long or) {
      String text = cell.apply(name);
      return text.matches("-?\\d{1,18}") ? Long.parseLong(text) : or;
    }
  }
}
