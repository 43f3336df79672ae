package org.binnacle.sql.parse;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.binnacle.sql.Dialect;
import org.binnacle.sql.SqlModes;

/// The server that a script is meant for.
///
/// @param version as servers number it in version comments: 8.0.36 is 80036, 5.7.29 is 50729
/// @param sqlMode the value of `sql_mode`, `DEFAULT` for the version's own
public record Target(int version, String sqlMode, Dialect dialect) {
  private static final Pattern NUMBERS =
      Pattern.compile("(?:mysql|mariadb)?[- ]?(\\d{1,2})\\.(\\d{1,2})(?:\\.(\\d{1,2}))?.*");

  /// MySQL 8.0 as it is most often met.
  public static final Target DEFAULT = new Target(80036, "DEFAULT", Dialect.MYSQL);

  /// @param version such as `8.0.36`, `8.4`, `5.7.44-log`, `10.11.6-MariaDB`
  /// @return nothing where that is no version
  public static Optional<Target> of(String version, String sqlMode) {
    String lower = version.strip().toLowerCase(Locale.ROOT);
    Matcher m = NUMBERS.matcher(lower);
    if (!m.matches()) {
      return Optional.empty();
    }
    int patch =
        m.group(3) == null ? unspoken(m.group(1), m.group(2)) : Integer.parseInt(m.group(3));
    int number = Integer.parseInt(m.group(1)) * 10_000 + Integer.parseInt(m.group(2)) * 100 + patch;
    var dialect = lower.contains("maria") || number >= 100_000 ? Dialect.MARIADB : Dialect.MYSQL;
    return Optional.of(new Target(number, sqlMode, dialect));
  }

  /// `8.0` alone means a late one of that line.
  private static int unspoken(String major, String minor) {
    return major.equals("8") && minor.equals("0") ? 36 : major.equals("5") ? 40 : 0;
  }

  public SqlModes modes() {
    return sqlMode.equals("DEFAULT") ? SqlModes.DEFAULT : SqlModes.of(sqlMode);
  }

  /// Whether a mode such as `NO_ZERO_DATE` is on; `DEFAULT` stands for what the version starts with
  /// (MySQL 8.4 manual, 7.1.11).
  public boolean isOn(String mode) {
    String all = sqlMode.toUpperCase(Locale.ROOT);
    if (all.equals("DEFAULT")) {
      all =
          "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,"
              + "ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION";
    }
    return ("," + all.replace(" ", "") + ",").contains("," + mode + ",");
  }

  public boolean isStrict() {
    return isOn("STRICT_TRANS_TABLES") || isOn("STRICT_ALL_TABLES") || isOn("TRADITIONAL");
  }

  public boolean isAtLeast(int version) {
    return this.version >= version;
  }

  /// `8.0.36`
  public String name() {
    return "%d.%d.%d".formatted(version / 10_000, version / 100 % 100, version % 100);
  }
}
