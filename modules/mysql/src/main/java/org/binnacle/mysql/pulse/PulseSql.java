package org.binnacle.mysql.pulse;

import java.util.Optional;

/// The statements of a pulse in a server's own words. Each is fixed text with a comment
/// `binnacle:<set>`; one that the account may not run is left out.
///
/// @param figures one row: room (bytes that GROUP_CONCAT may fill), max_connections, read_only (0
///   or more), and told: lines of name, tab, value, those of {@link Figure}
/// @param withClients the same, and in told lines of what busy clients do, their fields parted by
///   tabs: `doing` (how many, seconds of the longest, command, state), with binlog dumps, 13 at
///   most; and `longest` (id, seconds, user, state, statement), the three statements that run
///   longest
/// @param transactions one row: oldest_s, oldest_id, idle_s, idle_id, idle_user, wait_s; NULL where
///   there is none
/// @param blockers one row at most: id, user, age_s (of its transaction), many (that wait for it)
/// @param engine columns name, value: history, deadlocks
/// @param variables one row, column hash: changes where a global variable has changed
public record PulseSql(
    String figures,
    Optional<String> withClients,
    Optional<String> transactions,
    Optional<String> blockers,
    Optional<String> engine,
    String variables) {

  /// Stands in a text that holds numbers of the moment: the server shall not keep it.
  public static final String VARIES = "/* varies */";

  /// Room that the figures need, in bytes: what GROUP_CONCAT has on every server unless somebody
  /// lowered it.
  static final long ROOM = 1024;

  /// Where there is less.
  static final String MAKE_ROOM = "SET SESSION group_concat_max_len=" + ROOM;
}
