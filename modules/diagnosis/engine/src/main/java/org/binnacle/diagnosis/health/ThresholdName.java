package org.binnacle.diagnosis.health;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A threshold that a user may set, with how its values are written.
public enum ThresholdName {
  CONNECTIONS("connections", Kind.PERCENT, true),
  PILE_UP("pile-up", Kind.NUMBER, true),
  LOCK_WAITS("lock-waits", Kind.NUMBER, true),
  METADATA_LOCKS("metadata-locks", Kind.NUMBER, true),
  SELECT("select", Kind.AGE, true),
  WRITE("write", Kind.AGE, true),
  IDLE_TRANSACTION("idle-transaction", Kind.AGE, true),
  LAG("lag", Kind.AGE, true),
  HISTORY("history", Kind.NUMBER, true),
  ABORTED_CONNECTS("aborted-connects", Kind.NUMBER, false),
  DISK_TABLES("disk-tables", Kind.NUMBER, false);

  /// How a value is written: `85%`, `3.5` or `500k`, `10m`.
  enum Kind {
    PERCENT("a share such as 85%"),
    NUMBER("a number such as 10, 2.5 or 500k"),
    AGE("a time such as 30s, 10m, 2h or 1d");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  private final String word;
  private final Kind kind;
  private final boolean both;

  ThresholdName(String word, Kind kind, boolean both) {
    this.word = word;
    this.kind = kind;
    this.both = both;
  }

  /// As it is written.
  public String word() {
    return word;
  }

  Kind kind() {
    return kind;
  }

  /// Whether it has a value for a warning and one for critical; else one alone.
  boolean both() {
    return both;
  }

  static Optional<ThresholdName> of(String word) {
    return Arrays.stream(values()).filter(one -> one.word.equalsIgnoreCase(word)).findFirst();
  }

  /// All words.
  public static List<String> words() {
    return Arrays.stream(values()).map(ThresholdName::word).toList();
  }
}
