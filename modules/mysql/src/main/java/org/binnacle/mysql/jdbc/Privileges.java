package org.binnacle.mysql.jdbc;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The global privileges in SHOW GRANTS, which also tells what active roles give. Not asked of
/// information_schema, which leaves roles out (MySQL 8.4 manual, 28.3.49).
final class Privileges {
  private static final Pattern GLOBAL =
      Pattern.compile("^GRANT (.+) ON \\*\\.\\* TO ", Pattern.CASE_INSENSITIVE);
  private final Set<String> held = new HashSet<>();

  Privileges(List<String> grants) {
    for (String grant : grants) {
      Matcher global = GLOBAL.matcher(grant);
      if (global.find()) {
        for (String privilege : global.group(1).split(",")) {
          held.add(privilege.strip().toUpperCase(Locale.ROOT));
        }
      }
    }
  }

  boolean any(String... wanted) {
    return held.contains("ALL PRIVILEGES") || List.of(wanted).stream().anyMatch(held::contains);
  }
}
