package org.binnacle.diagnosis.kill;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.binnacle.diagnosis.query.Glob;
import org.binnacle.diagnosis.session.Kind;

/// Whom we never kill.
///
/// @param users patterns with `*` of user names, ignoring case
public record Protection(List<String> users) {

  public Protection {
    users = List.copyOf(users);
  }

  /// Accounts of the server itself and of cloud providers.
  public static Protection standard() {
    return new Protection(
        List.of(
            "mysql.*",
            "mariadb.sys",
            "event_scheduler",
            "rdsadmin",
            "rdsrepladmin",
            "azure_superuser*",
            "cloudsqladmin*",
            "cloudsqlimport",
            "aurora*"));
  }

  /// Where the user's own patterns are kept: with `*`, between commas or blanks.
  public static final String SETTING = "kill.protected";

  /// With the patterns of that setting.
  public Protection and(String setting) {
    return and(List.of(setting.split("[,\\s]+")));
  }

  /// With more patterns of users; empty ones are left out.
  public Protection and(List<String> patterns) {
    var all = new java.util.ArrayList<>(users);
    patterns.stream().map(String::strip).filter(one -> !one.isEmpty()).forEach(all::add);
    return new Protection(all);
  }

  /// Why this thread is protected, if it is.
  Optional<String> against(Kind kind, String user) {
    String reason =
        switch (kind) {
          case OWN -> "a connection of Binnacle";
          case REPLICATION, REPLICATION_IDLE -> "a replica's thread; use STOP REPLICA";
          case BINLOG_DUMP -> "sends the binlog to a replica";
          case DAEMON -> "a thread of the server itself";
          case ACTIVE, IDLE_IN_TRX, SLEEPING -> "";
        };
    if (!reason.isEmpty()) {
      return Optional.of(reason);
    }
    if (user.equals("system user") || user.equals("unauthenticated user")) {
      return Optional.of("a thread of the server itself");
    }
    String low = user.toLowerCase(Locale.ROOT);
    return users.stream()
        .filter(pattern -> Glob.matches(pattern.toLowerCase(Locale.ROOT), low))
        .findFirst()
        .map(pattern -> "the user matches the protected pattern " + pattern);
  }
}
