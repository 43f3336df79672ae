package org.binnacle.diagnosis.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.binnacle.diagnosis.session.Field;

/// The words that may stand before an operator.
final class Key {
  /// Shorter or more usual names of fields.
  private static final Map<String, Field> OTHER_NAMES =
      Map.of(
          "cmd", Field.COMMAND,
          "ip", Field.HOST,
          "schema", Field.DB,
          "info", Field.SQL,
          "query", Field.SQL,
          "server", Field.INSTANCE,
          "rows", Field.EXAMINED,
          "age", Field.TIME);

  private static final Map<Field, String> DESCRIBED =
      Map.ofEntries(
          Map.entry(Field.USER, "user:app"),
          Map.entry(Field.HOST, "host:10.0.4.*"),
          Map.entry(Field.DB, "db:shop"),
          Map.entry(Field.COMMAND, "command:Query"),
          Map.entry(Field.STATE, "state~lock"),
          Map.entry(Field.TIME, "time>5s"),
          Map.entry(Field.TRX, "trx>1m: age of the transaction"),
          Map.entry(Field.MODIFIED, "modified>1000: rows changed by the transaction"),
          Map.entry(Field.LOCKED, "locked>1000: rows locked by the transaction"),
          Map.entry(Field.BLOCKED_BY, "blocked-by:4711: waits for it"),
          Map.entry(Field.BLOCKS, "blocks>=5: so many wait for it"),
          Map.entry(Field.ROOT, "root:4711: the head of its queue"),
          Map.entry(Field.EXAMINED, "examined>100k: rows read by the statement"),
          Map.entry(Field.SENT, "sent>1000: rows sent to the client"),
          Map.entry(Field.LOCK_TIME, "lock-time>1s"),
          Map.entry(Field.SQL, "sql~/for update$/"),
          Map.entry(Field.PROGRAM, "program:mysqldump"),
          Map.entry(Field.DIGEST, "digest:3fa9*"),
          Map.entry(Field.ID, "id:4711,4712"),
          Map.entry(Field.INSTANCE, "instance:shop-db-*"));

  static final String IS = "is";

  private Key() {}

  static Optional<Field> field(String word) {
    return Field.named(word).or(() -> Optional.ofNullable(OTHER_NAMES.get(word)));
  }

  static List<String> words() {
    var words = new ArrayList<String>();
    Field.all().forEach(field -> words.add(field.key()));
    words.add(IS);
    return words;
  }

  static List<String> allWords() {
    var words = new ArrayList<>(words());
    OTHER_NAMES.keySet().stream().sorted().forEach(words::add);
    return words;
  }

  static String describes(String word) {
    return word.equals(IS)
        ? "is:blocked, is:idle-in-trx, ..."
        : field(word).map(field -> DESCRIBED.getOrDefault(field, "")).orElse("");
  }
}
