package org.binnacle.diagnosis.innodb;

/// Rows read and written.
final class RowWork implements Section {

  @Override
  public void tell(Between looks, Telling to) {
    to.group("Rows");
    rows(looks, to, "rows.read", "Read", "innodb_rows_read", "dml_reads", "handler_read_next");
    rows(looks, to, "rows.inserted", "Inserted", "innodb_rows_inserted", "dml_inserts", "");
    rows(looks, to, "rows.updated", "Updated", "innodb_rows_updated", "dml_updates", "");
    rows(looks, to, "rows.deleted", "Deleted", "innodb_rows_deleted", "dml_deletes", "");
    to.rate(
        "rows.scanned",
        "Read by scanning a table",
        looks.status("handler_read_rnd_next"),
        looks.perS("handler_read_rnd_next"));
  }

  /// MariaDB 11 has no counters of its own for InnoDB any more; those of the handler stand in.
  private static void rows(
      Between looks,
      Telling to,
      String key,
      String name,
      String status,
      String metric,
      String otherwise) {
    String handler =
        otherwise.isEmpty()
            ? switch (metric) {
              case "dml_inserts" -> "handler_write";
              case "dml_updates" -> "handler_update";
              default -> "handler_delete";
            }
            : otherwise;
    if (looks.status(status).isPresent()) {
      to.rate(key, name, looks.status(status), looks.perS(status));
    } else if (looks.metric(metric).orElse(0) > 0) {
      to.rate(key, name, looks.metric(metric), looks.metricPerS(metric));
    } else {
      to.rate(key, name + " (all engines)", looks.status(handler), looks.perS(handler));
    }
  }
}
