package org.binnacle.inventory.reach;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.binnacle.kernel.Fault;
import org.binnacle.mysql.ServerFacts;
import org.binnacle.mysql.Session;

/// What one server says about those that it replicates from and to.
///
/// @param sources addresses of its sources, as its replica status has them
/// @param replicas addresses where its replicas may listen
/// @param notes why something could not be asked
record Neighbours(
    ServerFacts facts, List<Address> sources, List<Guess> replicas, List<String> notes) {

  record Address(String host, int port) {}

  /// Where a replica may listen.
  ///
  /// @param by in words: how it was found
  record Guess(Address address, String by) {}

  /// Dump threads say whence a replica connects, but not where it listens.
  private static final String DUMPS =
      """
      SELECT /* binnacle:discovery */ host FROM information_schema.processlist
      WHERE command IN ('Binlog Dump', 'Binlog Dump GTID') LIMIT 200""";

  static Neighbours ask(Session session, int ownPort) {
    var notes = new ArrayList<String>();
    var sources = new LinkedHashSet<Address>();
    attempt(
        notes,
        () ->
            session
                .query(
                    session.flavour().replicaStatus(),
                    row ->
                        new Address(
                            row.text("source_host").or(() -> row.text("master_host")).orElse(""),
                            port(row.number("source_port", 0), row.number("master_port", 0), 3306)))
                .stream()
                .filter(address -> !address.host().isEmpty())
                .forEach(sources::add));
    Set<Guess> replicas = new LinkedHashSet<>();
    attempt(notes, () -> replicas(session, ownPort, replicas));
    return new Neighbours(
        session.facts(), List.copyOf(sources), List.copyOf(replicas), List.copyOf(notes));
  }

  private static void replicas(Session session, int ownPort, Set<Guess> replicas) {
    List<Address> registered =
        session.query(
            session.flavour().replicas(),
            row -> new Address(row.text("host", ""), port(row.number("port", 0), 0, ownPort)));
    registered.stream()
        .filter(address -> !address.host().isEmpty())
        .forEach(address -> replicas.add(new Guess(address, "registered as a replica")));
    Set<Integer> ports = new LinkedHashSet<>();
    registered.stream()
        .filter(address -> address.host().isEmpty())
        .forEach(address -> ports.add(address.port()));
    if (ports.isEmpty() && !registered.isEmpty()) {
      return; // every replica has said where it is
    }
    if (ports.isEmpty()) {
      ports.add(ownPort);
    }
    // A replica without report_host registers its port alone: it listens on one of these ports at
    // one of the hosts that read the binlog. Wrong pairs are weeded out by who answers.
    for (String host : session.query(DUMPS, row -> row.text("host", ""))) {
      int colon = host.lastIndexOf(':');
      String name = colon > 0 ? host.substring(0, colon) : host;
      if (!name.isEmpty()) {
        ports.forEach(port -> replicas.add(new Guess(new Address(name, port), "reads the binlog")));
      }
    }
  }

  private static void attempt(List<String> notes, Runnable question) {
    try {
      question.run();
    } catch (Fault fault) {
      notes.add(fault.detail());
    }
  }

  private static int port(long one, long other, int otherwise) {
    long port = one > 0 ? one : other > 0 ? other : otherwise;
    return (int) Math.min(port, 65_535);
  }
}
