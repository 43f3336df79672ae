package org.binnacle.diagnosis.watch;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.mysql.Asked;

/// The statements that were sent to watch instances, as a script with comments.
public final class SqlUsed {
  private SqlUsed() {}

  /// @param of what was asked of an instance
  public static String script(
      List<InstanceRef> instances, Function<InstanceRef, List<Asked>> of, ZoneId zone) {
    DateTimeFormatter time = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(zone);
    String all =
        instances.stream()
            .flatMap(
                one -> {
                  String name = instances.size() > 1 ? one.name() + ": " : "";
                  return of.apply(one).stream().map(asked -> name + line(asked, time));
                })
            .map(block -> "-- " + block)
            .collect(Collectors.joining("\n\n"));
    return all.isEmpty() ? "-- Nothing was asked yet." : all;
  }

  private static String line(Asked asked, DateTimeFormatter time) {
    return "%s, %,d times, last at %s\n%s;"
        .formatted(asked.mark(), asked.times(), time.format(asked.last()), asked.sql().strip());
  }
}
