package org.binnacle.diagnosis.kill;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
    String sql = text(one, "sql");
    Optional<Transaction> trx =
        one.path("trx_us").isNumber()
            ? Optional.of(
                new Transaction(
                    number(one, "trx_us", 0),
                    number(one, "modified", 0),
                    number(one, "locked", 0),
                    text(one, "trx_state")))
            : Optional.empty();
    return new ProcessRow(
        instance,
        number(one, "id", 0),
        number(one, "thread", 0),
        kind(text(one, "kind")),
        text(one, "user"),
        new Client(text(one, "host"), (int) number(one, "port", 0)),
        text(one, "program"),
        text(one, "db"),
        text(one, "command"),
        text(one, "state"),
        number(one, "time_us", 0),
        sql,
        number(one, "sql_length", sql.length()),
        new Work(
            0,
            text(one, "digest"),
            number(one, "lock_time_us", -1),
            number(one, "examined", -1),
            number(one, "sent", -1),
            number(one, "affected", -1),
            number(one, "tmp_disk", -1),
            false,
            false),
        trx);
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
    return value.isString() ? value.asString() : "";
  }

  private static long number(JsonNode one, String name, long or) {
    JsonNode value = one.path(name);
    return value.isNumber() ? value.asLong() : or;
  }
}
