package org.binnacle.diagnosis.kill;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.binnacle.diagnosis.query.Glob;
import org.binnacle.diagnosis.session.Kind;
import org.binnacle.diagnosis.session.ProcessRow;

/// Whom we never kill, and whom a rule does not take.
///
/// @param users patterns with `*` of user names, ignoring case
/// @param admins accounts that a rule leaves alone where it does not say otherwise
/// @param unsure what is not known of those of a server; empty where all is, or nobody asked
public record Protection(List<String> users, List<AdminAccount> admins, String unsure) {
  /// Where privileges are not to be seen, names that usually administer a server.
  private static final List<AdminAccount> USUAL =
      List.of(new AdminAccount("root", "localhost", ""));

  public Protection {
    users = List.copyOf(users);
    admins = List.copyOf(admins);
  }

  public Protection(List<String> users) {
    this(users, USUAL, "");
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
            "cloudsqlagent",
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
    var all = new ArrayList<>(users);
    patterns.stream().map(String::strip).filter(one -> !one.isEmpty()).forEach(all::add);
    return new Protection(all, admins, unsure);
  }

  /// With the accounts that administer a server; first those, since they say by which privilege.
  Protection knowing(Admins.Seen seen) {
    var all = new ArrayList<>(seen.accounts());
    all.addAll(admins);
    return new Protection(users, all, seen.unsure());
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

  /// Why a rule leaves this session alone, if it does. Somebody who names one session means it; a
  /// rule takes whoever fits, and in an incident the administrators are at work.
  ///
  /// @param withAdmins the rule takes administrators too
  Optional<String> againstRule(ProcessRow row, boolean withAdmins) {
    Optional<String> never = against(row.kind(), row.user());
    if (never.isPresent() || withAdmins) {
      return never;
    }
    return admins.stream()
        .filter(account -> account.is(row.user(), row.client().ip()))
        .findFirst()
        .map(AdminAccount::words);
  }
}
