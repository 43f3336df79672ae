package org.binnacle.diagnosis.innodb;

import java.util.OptionalDouble;
import org.binnacle.kernel.Severity;

/// Internal temporary tables, those on disk, and sorts that did not fit into memory.
final class TemporaryTables implements Section {

  @Override
  public void tell(Between looks, Telling to) {
    to.group("Temporary tables");
    OptionalDouble all = looks.perS("created_tmp_tables");
    OptionalDouble onDisk = looks.perS("created_tmp_disk_tables");
    to.rate("tmp.tables", "Made", looks.status("created_tmp_tables"), all);
    boolean much = onDisk.orElse(0) > 1 && onDisk.orElse(0) > all.orElse(0) / 4;
    to.rate(
        "tmp.disk",
        "Of them on disk",
        looks.status("created_tmp_disk_tables"),
        onDisk,
        much ? Severity.NOTICE : Severity.OK,
        much
            ? "A quarter or more go to the disk: large results, or columns that memory tables cannot"
                + " hold. Top SQL tells which statements."
            : "");
    OptionalDouble merges = looks.perS("sort_merge_passes");
    to.rate(
        "tmp.merges",
        "Sorts merged on disk",
        looks.status("sort_merge_passes"),
        merges,
        merges.orElse(0) > 1 ? Severity.NOTICE : Severity.OK,
        merges.orElse(0) > 1 ? "Sorts do not fit into sort_buffer_size." : "");
  }
}
