package org.binnacle.mysql.flavour;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.binnacle.mysql.Locking;
import org.binnacle.mysql.pulse.PulseScope;
import org.binnacle.mysql.pulse.PulseSql;

/// What clients do, as more lines of a pulse's text: a server sends each statement's answer by
/// itself, which would wake the client three times a look. What a client can name itself comes
/// last, or without tabs, and nothing of it with an end of line.
final class ClientWords {
  private ClientWords() {}

  /// Of performance_schema.threads.
  static String threads(PulseScope scope) {
    return lines(threadsDoing(scope), threadsLongest(scope));
  }

  /// Of information_schema.PROCESSLIST p.
  ///
  /// @param time an expression for the seconds
  static String processes(String time, PulseScope scope) {
    return lines(doing(time, scope), longest(time, scope));
  }

  /// Where there is not room for all, the last line is cut, in a state or a statement.
  private static String lines(String doing, String longest) {
    return """
        ,
        (SELECT GROUP_CONCAT('doing\t',many,'\t',COALESCE(longest_s,0),'\t',command,'\t',
            COALESCE(state,'') SEPARATOR '\n')
          FROM (%s) d),
        (SELECT GROUP_CONCAT('longest\t',id,'\t',COALESCE(time_s,0),'\t',
            %s,'\t',%s,'\t',REPLACE(COALESCE(info,''),'\n',' ') SEPARATOR '\n')
          FROM (%s) l)"""
        .formatted(doing, word("user"), word("state"), longest);
  }

  private static String word(String column) {
    return "REPLACE(REPLACE(COALESCE(" + column + ",''),'\t',' '),'\n',' ')";
  }

  /// A GROUP BY keeps the rows few however many sessions there are.
  private static String threadsDoing(PulseScope scope) {
    return """
        SELECT PROCESSLIST_COMMAND AS command,
          LEFT(PROCESSLIST_STATE,48) AS state, COUNT(*) AS many, MAX(PROCESSLIST_TIME) AS longest_s
          FROM performance_schema.threads
          WHERE PROCESSLIST_ID IS NOT NULL AND %s
          AND PROCESSLIST_COMMAND NOT IN ('Sleep','Daemon') AND %s
          AND COALESCE(PROCESSLIST_STATE,'') NOT LIKE 'Group replication%%'
          GROUP BY 1,2 ORDER BY INSTR(command,'Binlog Dump') DESC, many DESC LIMIT 13"""
        .formatted(notOurs("PROCESSLIST_ID", scope), notReplica("NAME"));
  }

  private static String threadsLongest(PulseScope scope) {
    return """
        SELECT PROCESSLIST_ID AS id, PROCESSLIST_USER AS user, PROCESSLIST_TIME AS time_s,
          LEFT(PROCESSLIST_STATE,48) AS state, LEFT(PROCESSLIST_INFO,120) AS info
          FROM performance_schema.threads
          WHERE PROCESSLIST_ID IS NOT NULL AND PROCESSLIST_ID<>CONNECTION_ID()
          AND PROCESSLIST_COMMAND IN ('Query','Execute') AND %s%s
          ORDER BY PROCESSLIST_TIME DESC LIMIT 3"""
        .formatted(notReplica("NAME"), notExempt("PROCESSLIST_USER", scope));
  }

  /// Our own connections are no clients. Which there are changes now and then, and the text with
  /// it.
  private static String notOurs(String id, PulseScope scope) {
    String asking = id + "<>CONNECTION_ID()";
    return scope.own().isEmpty()
        ? asking
        : "%s AND %s NOT IN (%s %s)"
            .formatted(asking, id, PulseSql.VARIES, Locking.numbers(new TreeSet<>(scope.own())));
  }

  /// Users whose statements may run long would take the three places from others.
  private static String notExempt(String user, PulseScope scope) {
    List<String> patterns =
        scope.exempt().stream().filter(ClientWords::sayable).map(ClientWords::like).toList();
    return patterns.isEmpty()
        ? ""
        : patterns.stream()
            .map(pattern -> " AND COALESCE(%s,'') NOT LIKE %s".formatted(user, pattern))
            .collect(Collectors.joining());
  }

  /// A backslash means something else in each sql_mode, and no account is named by one.
  private static boolean sayable(String pattern) {
    return pattern.indexOf('\\') < 0 && pattern.chars().noneMatch(c -> c < ' ' || c > 0xFFFF);
  }

  private static String like(String pattern) {
    String text =
        pattern
            .replace("|", "||")
            .replace("%", "|%")
            .replace("_", "|_")
            .replace("*", "%")
            .replace("'", "''");
    return "'" + text + "' ESCAPE '|'";
  }

  /// performance_schema gives the account that ran START REPLICA for a replica's threads; only the
  /// thread's name tells.
  static String notReplica(String name) {
    return "SUBSTRING_INDEX(SUBSTRING_INDEX(" + name + ",'/',-1),'_',1) NOT IN ('replica','slave')";
  }

  private static String doing(String time, PulseScope scope) {
    return """
        SELECT p.COMMAND AS command, LEFT(p.STATE,48) AS state,
          COUNT(*) AS many, MAX(%s) AS longest_s
          FROM information_schema.PROCESSLIST p
          WHERE %s AND p.COMMAND NOT IN ('Sleep','Daemon')
          AND p.USER NOT IN ('system user','event_scheduler')
          AND COALESCE(p.STATE,'') NOT LIKE 'Group replication%%'
          GROUP BY 1,2 ORDER BY INSTR(command,'Binlog Dump') DESC, many DESC LIMIT 13"""
        .formatted(time, notOurs("p.ID", scope));
  }

  private static String longest(String time, PulseScope scope) {
    return """
        SELECT p.ID AS id, p.USER AS user, %1$s AS time_s,
          LEFT(p.STATE,48) AS state, LEFT(p.INFO,120) AS info
          FROM information_schema.PROCESSLIST p
          WHERE p.ID<>CONNECTION_ID() AND p.COMMAND IN ('Query','Execute')
          AND p.USER NOT IN ('system user','event_scheduler')%2$s
          ORDER BY %1$s DESC LIMIT 3"""
        .formatted(time, notExempt("p.USER", scope));
  }
}
