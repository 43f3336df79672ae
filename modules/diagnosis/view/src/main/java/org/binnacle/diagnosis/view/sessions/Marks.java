package org.binnacle.diagnosis.view.sessions;

import java.util.Set;
import javafx.css.PseudoClass;
import org.binnacle.diagnosis.session.Kind;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.fxkit.theme.States;

/// What stands out on a row: a word, a shape and a colour for each, in the order of how much it
/// matters.
@SuppressWarnings("ImmutableEnumChecker") // pseudo-classes are immutable
enum Marks {
  BLOCKED("blocked", "mdi2l-lock-clock", Set.of(States.BLOCKED)),
  IDLE_IN_TRX("idle in trx", "mdi2t-timer-sand", Set.of(States.IDLE_TRX)),
  VERY_SLOW("> 30 s", "mdi2c-chevron-triple-up", Set.of(States.VERY_SLOW)),
  SLOW("> 5 s", "mdi2c-chevron-up", Set.of(States.SLOW)),
  NONE("", "", Set.of()),
  REPLICATION("replica", "mdi2d-database-sync-outline", Set.of(States.ASLEEP)),
  DUMP("dump", "mdi2u-upload-network-outline", Set.of(States.ASLEEP)),
  DAEMON("daemon", "mdi2c-cog-outline", Set.of(States.ASLEEP)),
  OWN("own", "mdi2c-compass-outline", Set.of(States.ASLEEP)),
  SLEEPING("asleep", "mdi2s-sleep", Set.of(States.ASLEEP));

  private static final long SLOW_US = 5_000_000;
  private static final long VERY_SLOW_US = 30_000_000;

  private final String words;
  private final String icon;
  private final Set<PseudoClass> states;

  Marks(String words, String icon, Set<PseudoClass> states) {
    this.words = words;
    this.icon = icon;
    this.states = states;
  }

  String words() {
    return words;
  }

  String icon() {
    return icon;
  }

  Set<PseudoClass> states() {
    return states;
  }

  static Marks of(ProcessRow row) {
    if (row.blocked()) {
      return BLOCKED;
    }
    return switch (row.kind()) {
      case IDLE_IN_TRX -> IDLE_IN_TRX;
      case ACTIVE -> age(row);
      case REPLICATION, REPLICATION_IDLE -> REPLICATION;
      case BINLOG_DUMP -> DUMP;
      case DAEMON -> DAEMON;
      case OWN -> OWN;
      case SLEEPING -> SLEEPING;
    };
  }

  private static Marks age(ProcessRow row) {
    if (row.timeUs() >= VERY_SLOW_US) {
      return VERY_SLOW;
    }
    return row.timeUs() >= SLOW_US ? SLOW : NONE;
  }

  /// Whether its time is known in fractions of a second.
  static boolean measured(ProcessRow row) {
    return row.kind() == Kind.ACTIVE && row.timeUs() % 1_000_000 != 0;
  }
}
