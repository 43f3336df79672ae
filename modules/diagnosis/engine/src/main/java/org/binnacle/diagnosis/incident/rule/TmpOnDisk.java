package org.binnacle.diagnosis.incident.rule;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.binnacle.diagnosis.incident.Finding;
import org.binnacle.kernel.Severity;

/// Many internal temporary tables on disk.
final class TmpOnDisk implements Rule {
  @Override
  public String id() {
    return "disk.temporary-tables";
  }

  @Override
  public Optional<Finding> look(Evidence evidence) {
    double perS = evidence.perS("created_tmp_disk_tables");
    if (perS < 20) {
      return Optional.empty();
    }
    String top =
        evidence.recorded().grid("top-sql", "top-sql").lines().stream()
            .filter(line -> line.number("tmp_disk", 0) > 0)
            .map(line -> Evidence.sql(line.text("statement")))
            .findFirst()
            .orElse("top SQL does not tell which statement");
    return Optional.of(
        evidence.finding(
            this,
            Severity.WARNING,
            String.format(Locale.ROOT, "%.0f temporary tables a second go to disk.", perS),
            List.of(top),
            "Look at GROUP BY, ORDER BY and BLOB columns of that statement; then at tmp_table_size"
                + " and temptable_max_ram."));
  }
}
