package org.binnacle.diagnosis.lock;

import java.util.ArrayList;
import java.util.List;
import org.binnacle.mysql.Accounts;
import org.binnacle.mysql.Capability;
import org.binnacle.mysql.Session;

/// What an account may not see, and the statement that would allow it.
///
/// @param what such as `row locks and transactions (PROCESS)`
/// @param grant the whole statement
public record Denied(String what, String grant) {

  /// `denied: row locks; allowed by: GRANT ...`.
  public String line() {
    return "denied: " + what + "; allowed by: " + grant;
  }

  /// What of locks and transactions is kept from this session's account.
  public static List<Denied> of(Session session) {
    var facts = session.facts();
    var denied = new ArrayList<Denied>();
    for (var needed : session.flavour().neededGrants(Accounts.quote(facts.account()))) {
      if (facts.can(needed.capability())) {
        continue;
      }
      if (needed.capability() == Capability.PROCESS) {
        denied.add(new Denied("row locks, transactions and the sessions of others", needed.sql()));
      } else if (needed.capability() == Capability.PERFORMANCE_SCHEMA
          && facts.performanceSchema()) {
        denied.add(new Denied("who holds a lock, and past statements", needed.sql()));
      }
    }
    return denied;
  }
}
