package org.binnacle.diagnosis.kill;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.binnacle.diagnosis.query.BoundedRegex;

/// An account that administers a server.
///
/// @param host as in the account's name: a pattern with `%` and `_`, a network, or a name
/// @param why the privilege that tells so, such as SUPER; empty for a usual name
/// @param everybody it stands for whoever is on the server, by a role that all have
record AdminAccount(String user, String host, String why, boolean everybody) {
  private static final Pattern GRANTEE = Pattern.compile("'(.*)'@'(.*)'", Pattern.DOTALL);
  private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "::1");

  AdminAccount(String user, String host, String why) {
    this(user, host, why, false);
  }

  static AdminAccount everybody(String why) {
    return new AdminAccount("", "%", why, true);
  }

  /// Of `'app'@'10.0.%'`, as information_schema writes it; empty for what is no account.
  static Optional<AdminAccount> of(String grantee, String privilege) {
    Matcher parts = GRANTEE.matcher(grantee);
    return parts.matches()
        ? Optional.of(new AdminAccount(parts.group(1), parts.group(2), privilege))
        : Optional.empty();
  }

  /// Whether a session may be of this account. Where a name stands against an address nobody here
  /// can tell, and it is taken for one.
  ///
  /// @param from the address or name that the session comes from
  boolean is(String name, String from) {
    if (everybody) {
      return true;
    }
    if (!user.equals(name)) {
      return false;
    }
    String low = host.toLowerCase(Locale.ROOT);
    String client = from.toLowerCase(Locale.ROOT);
    if (low.isEmpty() || low.equals("%") || low.equals(client)) {
      return true;
    }
    if (LOCAL.contains(low)) {
      return LOCAL.contains(client) || client.isEmpty();
    }
    if (low.contains("/")) {
      return true;
    }
    return numeric(low) == numeric(client) ? fits(low, client) : !LOCAL.contains(client);
  }

  private static boolean numeric(String host) {
    return host.matches("[0-9.%_]+") || host.contains(":");
  }

  /// What a server sends must not stall us, so the work is bounded.
  private static boolean fits(String pattern, String client) {
    var regex = new StringBuilder("^");
    for (int i = 0; i < pattern.length(); i++) {
      char each = pattern.charAt(i);
      switch (each) {
        case '%' -> regex.append(".*");
        case '_' -> regex.append('.');
        default -> regex.append(Pattern.quote(String.valueOf(each)));
      }
    }
    return BoundedRegex.of(regex.append('$').toString()).in(client);
  }

  /// Why a session of it is left alone.
  String words() {
    if (why.isEmpty()) {
      return user + "@" + host + " usually administers a server; the word admins takes it too";
    }
    return (everybody ? "every account" : user + "@" + host)
        + " administers this server ("
        + why
        + "); the word admins takes it too";
  }
}
