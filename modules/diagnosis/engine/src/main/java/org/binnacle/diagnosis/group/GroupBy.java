package org.binnacle.diagnosis.group;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.binnacle.diagnosis.session.Field;
import org.binnacle.diagnosis.session.Kind;
import org.binnacle.diagnosis.session.ProcessRow;

/// What sessions are counted by. Sessions that sleep inside a transaction run nothing: where a
/// grouping is about what runs, they are a group of their own.
public enum GroupBy {
  STATE("state", "state", Field.STATE, true),
  USER("user", "user", Field.USER, false),
  /// Without the port.
  HOST("host", "host", Field.HOST, false),
  DB("db", "database", Field.DB, false),
  DIGEST("digest", "statement", Field.DIGEST, true),
  COMMAND("command", "command", Field.COMMAND, true),
  /// Whoever stands at the head of the queue that a session waits in.
  ROOT("root", "root blocker", Field.ROOT, false);

  private final String key;
  private final String words;
  private final Field field;
  private final boolean idleApart;

  GroupBy(String key, String words, Field field, boolean idleApart) {
    this.key = key;
    this.words = words;
    this.field = field;
    this.idleApart = idleApart;
  }

  /// Its name on the command line, which is the field's.
  public String key() {
    return key;
  }

  /// As people read it.
  public String words() {
    return words;
  }

  public Field field() {
    return field;
  }

  boolean idleApart(ProcessRow row) {
    return idleApart && row.kind() == Kind.IDLE_IN_TRX;
  }

  public static Optional<GroupBy> named(String key) {
    String low = key.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(one -> one.key.equals(low)).findFirst();
  }

  public static List<String> keys() {
    return Arrays.stream(values()).map(GroupBy::key).toList();
  }
}
