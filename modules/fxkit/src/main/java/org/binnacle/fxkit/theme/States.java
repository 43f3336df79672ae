package org.binnacle.fxkit.theme;

import javafx.css.PseudoClass;
import javafx.scene.Node;

/// The pseudo-classes that rows, cells, pills and panels may bear; `css/kit.css` gives each its
/// look. Every one is also told by a text or a shape, never by colour alone.
public final class States {
  /// Waits for another session.
  public static final PseudoClass BLOCKED = PseudoClass.getPseudoClass("blocked");

  /// Others wait for it.
  public static final PseudoClass BLOCKING = PseudoClass.getPseudoClass("blocking");

  /// Sleeps inside an open transaction.
  public static final PseudoClass IDLE_TRX = PseudoClass.getPseudoClass("idle-trx");

  /// Older than its first age limit.
  public static final PseudoClass SLOW = PseudoClass.getPseudoClass("slow");

  /// Older than its last age limit.
  public static final PseudoClass VERY_SLOW = PseudoClass.getPseudoClass("very-slow");

  /// Asleep and harmless.
  public static final PseudoClass ASLEEP = PseudoClass.getPseudoClass("asleep");

  /// Its data is older than it should be.
  public static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

  /// Took another place among the others a moment ago.
  public static final PseudoClass MOVED = PseudoClass.getPseudoClass("moved");

  /// No longer there.
  public static final PseudoClass GONE = PseudoClass.getPseudoClass("gone");

  public static final PseudoClass SOURCE = PseudoClass.getPseudoClass("source");
  public static final PseudoClass REPLICA = PseudoClass.getPseudoClass("replica");
  public static final PseudoClass DOWN = PseudoClass.getPseudoClass("down");
  public static final PseudoClass PRODUCTION = PseudoClass.getPseudoClass("production");
  public static final PseudoClass CRITICAL = PseudoClass.getPseudoClass("critical");
  public static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");
  public static final PseudoClass NOTICE = PseudoClass.getPseudoClass("notice");
  public static final PseudoClass UNKNOWN = PseudoClass.getPseudoClass("unknown");

  /// The head of a group of rows.
  public static final PseudoClass GROUP = PseudoClass.getPseudoClass("group");

  private States() {}

  /// Sets or takes off one state.
  public static void set(Node node, PseudoClass state, boolean on) {
    node.pseudoClassStateChanged(state, on);
  }
}
