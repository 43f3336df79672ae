package org.binnacle.diagnosis.mark;

import java.util.Locale;

/// The shape beside a mark's word, so that nothing is told by colour alone.
public enum MarkShape {
  LOCK,
  BARRIER,
  HOURGLASS,
  CHEVRONS,
  CHEVRON,
  WRENCH,
  DOWNLOAD,
  REPLICA,
  UPLOAD,
  GEAR,
  COMPASS,
  MOON,
  FLAG,
  STAR,
  ALERT,
  EYE;

  public String words() {
    return name().toLowerCase(Locale.ROOT);
  }
}
