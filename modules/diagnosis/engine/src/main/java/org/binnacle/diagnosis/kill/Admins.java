package org.binnacle.diagnosis.kill;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.binnacle.kernel.Fault;
import org.binnacle.mysql.Session;

/// The accounts that administer each server, as far as the watching account may see them (all with
/// SELECT on mysql.*, else its own only), by roles too: asked once, and again after ten minutes.
/// From any thread.
final class Admins {
  private static final String UNKNOWN = "who administers this server by a role is unknown (%s)";
  private static final Duration HOLDS = Duration.ofMinutes(10);

  private final Map<String, Known> known = new ConcurrentHashMap<>();
  private final Clock clock;

  private record Known(Instant at, Seen seen) {}

  /// @param unsure what is not known of them, and why; empty where all is
  record Seen(List<AdminAccount> accounts, String unsure) {
    Seen {
      accounts = List.copyOf(accounts);
    }
  }

  Admins(Clock clock) {
    this.clock = clock;
  }

  /// Asks where nothing is known. Without an answer in time there are the usual names only.
  Seen of(Session session) {
    String id = session.server().id();
    Optional<Known> fresh =
        Optional.ofNullable(known.get(id))
            .filter(one -> one.at().isAfter(clock.instant().minus(HOLDS)));
    if (fresh.isPresent()) {
      return fresh.get().seen();
    }
    Seen told = ask(session);
    known.put(id, new Known(clock.instant(), told));
    return told;
  }

  private static Seen ask(Session session) {
    List<AdminAccount> own = own(session);
    Optional<String> sql = session.flavour().adminRoles();
    if (sql.isEmpty()) {
      return new Seen(own, "");
    }
    try {
      var roles = new AdminRoles(session.query(sql.get(), AdminRoles.Told::read));
      var all = new ArrayList<>(own);
      all.addAll(roles.beyond(own));
      return new Seen(
          all, roles.unknown() ? UNKNOWN.formatted("SELECT on mysql.* is missing") : "");
    } catch (Fault fault) {
      refuseUnanswered(fault);
      return new Seen(own, UNKNOWN.formatted(fault.detail()));
    }
  }

  private static List<AdminAccount> own(Session session) {
    Map<String, AdminAccount> byAccount = new LinkedHashMap<>();
    try {
      session
          .query(
              session.flavour().admins(),
              row -> AdminAccount.of(row.text("grantee", ""), row.text("privilege", "")))
          .forEach(
              one ->
                  one.ifPresent(
                      account ->
                          byAccount.putIfAbsent(account.user() + "@" + account.host(), account)));
    } catch (Fault fault) {
      refuseUnanswered(fault);
    }
    return List.copyOf(byAccount.values());
  }

  private static void refuseUnanswered(Fault fault) {
    if (fault.code().id().startsWith("connect.")) {
      throw fault;
    }
  }
}
