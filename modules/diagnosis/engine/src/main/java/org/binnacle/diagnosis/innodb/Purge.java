package org.binnacle.diagnosis.innodb;

import java.util.OptionalLong;
import org.binnacle.diagnosis.health.Thresholds;
import org.binnacle.kernel.Severity;

/// Old row versions that wait to be purged.
final class Purge implements Section {

  @Override
  public void tell(Between looks, Telling to) {
    to.group("Purge");
    OptionalLong length = history(looks.now());
    if (length.isEmpty()) {
      to.lacks("history list");
    } else {
      long now = length.getAsLong();
      Severity severity = Thresholds.standard().history().of(now, Severity.OK);
      to.figure(
          "purge.history",
          "History list",
          "%,d".formatted(now),
          now,
          severity,
          severity == Severity.OK
              ? ""
              : "Old row versions are kept for the oldest transaction, and reads have to step over"
                  + " them: see Transactions.");
    }
    looks
        .number("innodb_max_purge_lag")
        .ifPresent(
            limit -> {
              if (limit > 0) {
                to.figure("purge.limit", "innodb_max_purge_lag", "%,d".formatted(limit), limit);
              }
            });
    looks
        .metric("purge_dml_delay_usec")
        .ifPresent(
            us -> {
              if (us > 0) {
                to.figure(
                    "purge.delay",
                    "Delay of writes",
                    us + " µs",
                    us,
                    Severity.WARNING,
                    "Writes are held back because purge lags (innodb_max_purge_lag).");
              }
            });
    looks
        .status("innodb_undo_tablespaces_active")
        .ifPresent(some -> to.figure("purge.undo", "Undo tablespaces", String.valueOf(some), some));
  }

  /// Undo logs that are not purged yet.
  static OptionalLong history(InnoDbLook look) {
    Long metric = look.metrics().get("trx_rseg_history_len");
    Long status = look.status().get("innodb_history_list_length");
    Long value = metric == null ? status : metric;
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }
}
