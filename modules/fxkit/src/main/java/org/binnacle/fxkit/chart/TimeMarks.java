package org.binnacle.fxkit.chart;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Where times are written below a chart, in this workstation's zone.
final class TimeMarks {
  private static final double ROOM = 80;
  private static final long[] STEPS_S = {
    60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 21_600, 43_200, 86_400, 172_800, 604_800
  };
  private final ZoneId zone = ZoneId.systemDefault();
  private final DateTimeFormatter time = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private final DateTimeFormatter day = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
  private final DateTimeFormatter full =
      DateTimeFormatter.ofPattern("d MMM HH:mm:ss", Locale.ENGLISH);

  /// @param share of the width, 0 to 1
  record Mark(double share, String words) {}

  List<Mark> of(Instant from, Duration whole, double width) {
    double most = Math.max(1, width / ROOM);
    long step = STEPS_S[STEPS_S.length - 1];
    for (long candidate : STEPS_S) {
      if (whole.toSeconds() / (double) candidate <= most) {
        step = candidate;
        break;
      }
    }
    long offset = zone.getRules().getOffset(from).getTotalSeconds();
    long first = Math.ceilDiv(from.getEpochSecond() + offset, step) * step - offset;
    var marks = new ArrayList<Mark>();
    for (long at = first; at <= from.getEpochSecond() + whole.toSeconds(); at += step) {
      double share = (at - from.toEpochMilli() / 1e3) / (whole.toMillis() / 1e3);
      ZonedDateTime local = Instant.ofEpochSecond(at).atZone(zone);
      boolean midnight = local.getHour() == 0 && local.getMinute() == 0;
      if (share >= 0 && share <= 0.97) {
        marks.add(new Mark(share, (midnight || step >= 86_400 ? day : time).format(local)));
      }
    }
    return marks;
  }

  String full(Instant at) {
    return full.format(at.atZone(zone));
  }
}
