package org.binnacle.diagnosis.replication;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.binnacle.kernel.Fault;
import org.binnacle.mysql.Session;

/// Group Replication or Galera in one line, where the server takes part in one. Only read.
final class ClusterState {
  private static final List<String> GALERA =
      List.of(
          "wsrep_cluster_size",
          "wsrep_cluster_status",
          "wsrep_local_state_comment",
          "wsrep_flow_control_paused",
          "wsrep_local_recv_queue");

  private ClusterState() {}

  /// A member of a group.
  record Member(String id, String state, String role) {}

  /// Empty where the server is in no group, or the account may not see it.
  static Optional<String> of(Session session) {
    try {
      return session.facts().mariaDb() ? galera(session) : group(session);
    } catch (Fault fault) {
      if (fault.code().id().startsWith("connect.")) {
        throw fault;
      }
      return Optional.empty();
    }
  }

  private static Optional<String> group(Session session) {
    Optional<String> sql = session.flavour().incident().groupMembers(session.facts());
    return sql.isEmpty()
        ? Optional.empty()
        : group(
            session.facts().uuid(),
            session.query(
                sql.get(),
                row ->
                    new Member(
                        row.text("MEMBER_ID", ""),
                        row.text("MEMBER_STATE", ""),
                        row.text("MEMBER_ROLE", ""))));
  }

  static Optional<String> group(String uuid, List<Member> members) {
    return members.stream()
        .filter(member -> member.id().equalsIgnoreCase(uuid) && !member.state().isEmpty())
        .findFirst()
        .map(
            own ->
                "Group Replication: this member is %s%s; %d of %d members are ONLINE."
                    .formatted(
                        own.state(),
                        own.role().isEmpty() ? "" : ", " + own.role(),
                        members.stream().filter(one -> one.state().equals("ONLINE")).count(),
                        members.size()));
  }

  private static Optional<String> galera(Session session) {
    Map<String, String> status = new HashMap<>();
    session.query(
        session.flavour().engine().status(GALERA),
        row -> status.put(row.text("name", "").toLowerCase(Locale.ROOT), row.text("value", "")));
    return galera(status);
  }

  static Optional<String> galera(Map<String, String> status) {
    String size = status.getOrDefault("wsrep_cluster_size", "0");
    return size.equals("0") || size.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Galera: this node is %s in a %s component of %s; flow control paused it %s of the time."
                .formatted(
                    status.getOrDefault("wsrep_local_state_comment", "?"),
                    status.getOrDefault("wsrep_cluster_status", "?"),
                    size,
                    percent(status.getOrDefault("wsrep_flow_control_paused", ""))));
  }

  private static String percent(String share) {
    try {
      return String.format(Locale.ROOT, "%.1f %%", 100 * Double.parseDouble(share));
    } catch (NumberFormatException e) {
      return "an unknown part";
    }
  }
}
