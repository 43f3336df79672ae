package org.binnacle.review.view.script;

import javafx.css.PseudoClass;
import org.binnacle.fxkit.theme.States;
import org.binnacle.kernel.Severity;
import org.binnacle.review.Level;

/// How a level looks.
public final class LevelLook {
  private LevelLook() {}

  public static Severity severity(Level level) {
    return switch (level) {
      case ERROR -> Severity.CRITICAL;
      case WARNING -> Severity.WARNING;
      case NOTICE -> Severity.NOTICE;
    };
  }

  /// What a row of this level bears.
  public static PseudoClass state(Level level) {
    return switch (level) {
      case ERROR -> States.CRITICAL;
      case WARNING -> States.WARNING;
      case NOTICE -> States.NOTICE;
    };
  }

  /// A colour token.
  public static String colour(Level level) {
    return switch (level) {
      case ERROR -> "red";
      case WARNING -> "orange";
      case NOTICE -> "blue";
    };
  }

  /// An Ikonli literal.
  public static String icon(Level level) {
    return switch (level) {
      case ERROR -> "mdi2a-alert-octagon-outline";
      case WARNING -> "mdi2a-alert-outline";
      case NOTICE -> "mdi2i-information-outline";
    };
  }

  /// `3 errors`
  public static String count(Level level, long count) {
    return "%,d %s%s".formatted(count, level.word(), count == 1 ? "" : "s");
  }
}
