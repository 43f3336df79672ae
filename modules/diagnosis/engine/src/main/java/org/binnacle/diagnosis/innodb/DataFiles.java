package org.binnacle.diagnosis.innodb;

import java.util.OptionalLong;
import org.binnacle.kernel.Severity;

/// Reads, writes and fsyncs of data files, and what of them is under way.
final class DataFiles implements Section {
  private static final int SLOW_DISK = 4;

  @Override
  public void tell(Between looks, Telling to) {
    to.group("Files");
    rate(looks, to, "files.reads", "Reads", "innodb_data_reads");
    bytes(looks, to, "files.read", "Bytes read", "innodb_data_read");
    rate(looks, to, "files.writes", "Writes", "innodb_data_writes");
    bytes(looks, to, "files.written", "Bytes written", "innodb_data_written");
    rate(looks, to, "files.fsyncs", "Fsyncs", "innodb_data_fsyncs");
    rate(looks, to, "files.doublewrite", "Pages doublewritten", "innodb_dblwr_pages_written");
    pending(looks, to, "files.pending-reads", "Reads under way", "innodb_data_pending_reads", 64);
    pending(
        looks, to, "files.pending-writes", "Writes under way", "innodb_data_pending_writes", 64);
    pending(
        looks,
        to,
        "files.pending-fsyncs",
        "Fsyncs under way",
        "innodb_data_pending_fsyncs",
        SLOW_DISK);
    pending(
        looks,
        to,
        "files.pending-log-fsyncs",
        "Fsyncs of the log under way",
        "innodb_os_log_pending_fsyncs",
        SLOW_DISK);
  }

  private static void rate(Between looks, Telling to, String key, String name, String counter) {
    to.rate(key, name, looks.status(counter), looks.perS(counter));
  }

  private static void bytes(Between looks, Telling to, String key, String name, String counter) {
    to.bytesPerS(key, name, looks.status(counter), looks.perS(counter));
  }

  private static void pending(
      Between looks, Telling to, String key, String name, String counter, int many) {
    OptionalLong now = looks.status(counter);
    if (now.isPresent()) {
      boolean much = now.getAsLong() >= many;
      to.figure(
          key,
          name,
          String.valueOf(now.getAsLong()),
          now.getAsLong(),
          much ? Severity.WARNING : Severity.OK,
          much ? "The disk does not keep up." : "");
    }
  }
}
