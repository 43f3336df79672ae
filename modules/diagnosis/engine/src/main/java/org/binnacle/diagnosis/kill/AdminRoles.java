package org.binnacle.diagnosis.kill;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.binnacle.mysql.Row;

/// Who administers a server by a role, or by a role that a role has, and so on; whether the role is
/// active does not count, since its account may take it at any time. Pure.
///
/// @param rows as {@link org.binnacle.mysql.Flavour#adminRoles} tells
record AdminRoles(List<Told> rows) {
  /// Roles of roles are followed so far; a ring ends earlier, each account being met once.
  private static final int DEPTH = 16;

  private static final String NAME = "(?:`([^`]*)`|'([^']*)'|\"([^\"]*)\"|([^\\s,@`'\"]+))";
  private static final Pattern MANDATORY = Pattern.compile(NAME + "(?:@" + NAME + ")?");

  /// MariaDB's name for everybody.
  private static final Account PUBLIC = new Account("PUBLIC", "");

  AdminRoles {
    rows = List.copyOf(rows);
  }

  record Account(String user, String host) {}

  record Told(String kind, Account role, Account member) {
    static Told read(Row row) {
      return new Told(
          row.text("kind", ""),
          new Account(row.text("role", ""), row.text("role_host", "")),
          new Account(row.text("member", ""), row.text("member_host", "")));
    }
  }

  /// A privilege and the roles that lead to it, the nearest first.
  private record Way(String privilege, List<String> roles) {
    Way by(String role) {
      var longer = new ArrayList<String>();
      longer.add(role);
      longer.addAll(roles);
      return new Way(privilege, longer);
    }

    String words() {
      return roles.isEmpty()
          ? privilege
          : privilege
              + " by role "
              + roles.getLast()
              + (roles.size() == 1
                  ? ""
                  : ", by way of " + String.join(", ", roles.subList(0, roles.size() - 1)));
    }
  }

  /// Those by a role besides the ones that are known.
  ///
  /// @param known accounts with a privilege of their own; with MySQL roles are among them
  List<AdminAccount> beyond(List<AdminAccount> known) {
    Map<Account, Way> ways = new LinkedHashMap<>();
    known.forEach(
        one -> ways.put(new Account(one.user(), one.host()), new Way(one.why(), List.of())));
    rows.stream()
        .filter(row -> !List.of("member", "mandatory", "blind").contains(row.kind()))
        .forEach(row -> ways.putIfAbsent(row.role(), new Way(row.kind(), List.of())));
    List<Account> own = List.copyOf(ways.keySet());
    follow(ways);
    var found = new ArrayList<AdminAccount>();
    ways.forEach(
        (account, way) -> {
          if (account.equals(PUBLIC)) {
            found.add(AdminAccount.everybody(way.words()));
          } else if (!own.contains(account) && !role(account)) {
            found.add(new AdminAccount(account.user(), account.host(), way.words()));
          }
        });
    mandatory(ways).map(AdminAccount::everybody).ifPresent(found::add);
    return List.copyOf(found);
  }

  /// Whether somebody has roles whose privileges may not be seen: an account that may read
  /// mysql.role_edges, but not the rest.
  boolean unknown() {
    return rows.stream().anyMatch(row -> row.kind().equals("blind"))
        && rows.stream()
            .anyMatch(
                row ->
                    row.kind().equals("member")
                        || (row.kind().equals("mandatory") && !row.role().user().isBlank()));
  }

  private void follow(Map<Account, Way> ways) {
    Map<Account, List<Account>> members = new LinkedHashMap<>();
    rows.stream()
        .filter(row -> row.kind().equals("member"))
        .forEach(
            row ->
                members.computeIfAbsent(row.role(), role -> new ArrayList<>()).add(row.member()));
    var next = new ArrayDeque<>(ways.keySet());
    while (!next.isEmpty()) {
      Account role = next.remove();
      Way way = Optional.ofNullable(ways.get(role)).orElseThrow();
      if (way.roles().size() < DEPTH) {
        for (Account member : members.getOrDefault(role, List.of())) {
          if (ways.putIfAbsent(member, way.by(role.user())) == null) {
            next.add(member);
          }
        }
      }
    }
  }

  /// With MariaDB a role has no host, and nobody logs in as one; an account of the same name is
  /// somebody else.
  private boolean role(Account account) {
    return account.host().isEmpty()
        && rows.stream()
            .anyMatch(row -> !row.kind().equals("mandatory") && row.role().equals(account));
  }

  /// How everybody administers, by roles that all have.
  private Optional<String> mandatory(Map<Account, Way> ways) {
    for (Told row : rows) {
      if (row.kind().equals("mandatory")) {
        Matcher each = MANDATORY.matcher(row.role().user());
        while (each.find()) {
          var role = new Account(part(each, 1, ""), part(each, 5, "%"));
          Optional<Way> way = Optional.ofNullable(ways.get(role));
          if (way.isPresent()) {
            return Optional.of(way.get().by(role.user()).words() + ", of mandatory_roles");
          }
        }
      }
    }
    return Optional.empty();
  }

  private static String part(Matcher found, int from, String otherwise) {
    for (int group = from; group < from + 4; group++) {
      if (found.start(group) >= 0) {
        return found.group(group);
      }
    }
    return otherwise;
  }
}
