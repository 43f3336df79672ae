package org.binnacle.diagnosis.health;

import org.binnacle.kernel.Severity;

/// How many of 100 points a term takes at each level.
record Points(int notice, int warning, int critical) {
  int of(Severity level) {
    return switch (level) {
      case CRITICAL -> critical;
      case WARNING -> warning;
      case NOTICE -> notice;
      case UNKNOWN, OK -> 0;
    };
  }
}
