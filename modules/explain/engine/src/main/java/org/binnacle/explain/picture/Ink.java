package org.binnacle.explain.picture;

import java.util.Locale;

/// What a colour stands for in a drawing; `css/plan.css` gives each its token of the theme.
public enum Ink {
  GROUND,
  TEXT,
  QUIET,
  LINE,
  CHOSEN,
  CRITICAL,
  WARNING,
  CONST,
  CONST_GROUND,
  REF,
  REF_GROUND,
  FULLTEXT,
  FULLTEXT_GROUND,
  RANGE,
  RANGE_GROUND,
  SCAN,
  SCAN_GROUND,
  WORK,
  WORK_GROUND,
  STEP,
  STEP_GROUND,
  FLAME_CONST,
  FLAME_REF,
  FLAME_FULLTEXT,
  FLAME_RANGE,
  FLAME_SCAN,
  FLAME_JOIN,
  FLAME_WORK,
  FLAME_OTHER,
  FLAME_TEXT;

  /// The property of the style sheet, such as `-ink-flame-text`.
  public String property() {
    return "-ink-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
