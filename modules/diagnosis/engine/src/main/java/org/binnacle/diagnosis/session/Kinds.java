package org.binnacle.diagnosis.session;

import java.util.Locale;

/// Tells what a thread is by its user, command and state, in the words of all server families.
final class Kinds {
  private Kinds() {}

  static Kind of(String user, String command, String state, boolean inTransaction) {
    String low = command.toLowerCase(Locale.ROOT);
    if (low.startsWith("binlog dump")) {
      return Kind.BINLOG_DUMP;
    }
    if (low.startsWith("slave") || low.startsWith("replica") || isReplica(user, low)) {
      return waits(state) && !inTransaction ? Kind.REPLICATION_IDLE : Kind.REPLICATION;
    }
    if (low.equals("daemon") || user.equals("event_scheduler") || user.equals("system user")) {
      return Kind.DAEMON;
    }
    if (low.equals("sleep")) {
      return inTransaction ? Kind.IDLE_IN_TRX : Kind.SLEEPING;
    }
    return Kind.ACTIVE;
  }

  // MySQL runs receiver, coordinator and workers as "system user" with Connect or Query.
  private static boolean isReplica(String user, String command) {
    return user.equals("system user") && !command.equals("daemon") && !command.isEmpty();
  }

  private static boolean waits(String state) {
    String low = state.toLowerCase(Locale.ROOT);
    return low.isEmpty()
        || low.startsWith("waiting for an event from coordinator")
        || low.startsWith("waiting for work from")
        || low.startsWith("waiting for source to send event")
        || low.startsWith("waiting for master to send event")
        || low.startsWith("waiting for prior transaction to start commit")
        || low.contains("has read all relay log")
        || low.startsWith("replica has read all")
        || low.startsWith("slave has read all");
  }
}
