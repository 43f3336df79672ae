package org.binnacle.review.history;

import java.time.Instant;
import java.util.UUID;
import org.binnacle.review.report.FileReport;

/// A run that was kept: the files of one project that were reviewed together.
///
/// @param project name of the folder that git calls the top level, or as typed; empty for none
/// @param ruleSetHash the same where rules, levels, parameters and overrides were
/// @param server the version that was aimed at
public record KeptRun(
    UUID id,
    Instant at,
    String project,
    Origin origin,
    String ruleSet,
    String ruleSetHash,
    String server,
    Totals totals) {

  /// Where it was asked for.
  public enum Origin {
    COMMAND,
    WINDOW
  }

  /// @param errors findings that count, by level
  /// @param suppressed by comments
  /// @param known to the baseline
  public record Totals(
      int files, int statements, int errors, int warnings, int notices, int suppressed, int known) {
    public static final Totals NONE = new Totals(0, 0, 0, 0, 0, 0, 0);

    /// This and one file more.
    @SuppressWarnings("EnumOrdinal")
    Totals and(FileReport file) {
      int[] levels = new int[3];
      int hushed = 0;
      int old = 0;
      for (var told : file.all().toList()) {
        switch (told.state()) {
          case OPEN -> levels[told.level().ordinal()]++;
          case SUPPRESSED -> hushed++;
          case KNOWN -> old++;
        }
      }
      return new Totals(
          files + 1,
          statements + file.statements().size(),
          errors + levels[0],
          warnings + levels[1],
          notices + levels[2],
          suppressed + hushed,
          known + old);
    }

    public int findings() {
      return errors + warnings + notices;
    }
  }
}
