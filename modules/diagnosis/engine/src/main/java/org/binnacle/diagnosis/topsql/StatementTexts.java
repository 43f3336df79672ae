package org.binnacle.diagnosis.topsql;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.binnacle.mysql.Connections;
import org.binnacle.mysql.Server;

/// The words of one instance's statements, as far as they are known: from the server, from the
/// history, and where the server keeps no sample, from what we sent ourselves. From any thread;
/// asking blocks.
final class StatementTexts {
  private final Server server;
  private final Connections connections;
  private final DigestReader reader;
  private final DigestWatch.Sink sink;
  private final Map<StatementKey, StatementText> texts = new HashMap<>();

  StatementTexts(
      Server server, Connections connections, DigestReader reader, DigestWatch.Sink sink) {
    this.server = server;
    this.connections = connections;
    this.reader = reader;
    this.sink = sink;
  }

  synchronized StatementText of(StatementKey key) {
    return texts.getOrDefault(key, StatementText.UNKNOWN);
  }

  private synchronized List<StatementKey> missing(Collection<StatementKey> wanted) {
    return new ArrayList<>(wanted.stream().filter(key -> !texts.containsKey(key)).toList());
  }

  private synchronized void keep(Map<StatementKey, StatementText> found) {
    texts.putAll(found);
  }

  /// Those that neither we nor the history know, in their order. Blocks.
  List<StatementKey> unknown(Collection<StatementKey> wanted) {
    List<StatementKey> missing = missing(wanted);
    if (missing.isEmpty()) {
      return missing;
    }
    keep(withOwn(sink.known(missing)));
    return missing(missing);
  }

  /// Asks for the texts of some, {@link DigestReader#TEXTS} at most.
  ///
  /// @return how long the server took
  Duration ask(List<StatementKey> wanted) {
    long began = System.nanoTime();
    var read = connections.monitor(server, session -> reader.texts(session, wanted));
    long took = System.nanoTime() - began;
    Map<StatementKey, StatementText> found = withOwn(read);
    synchronized (this) {
      // What the server has forgotten is not asked for again.
      wanted.forEach(key -> texts.putIfAbsent(key, StatementText.UNKNOWN));
      texts.putAll(found);
    }
    sink.texts(server.ref(), found);
    return Duration.ofNanos(took);
  }

  private Map<StatementKey, StatementText> withOwn(Map<StatementKey, StatementText> found) {
    if (found.values().stream().noneMatch(text -> text.sample().isEmpty())) {
      return found;
    }
    boolean mariaDb = connections.monitor(server, session -> session.facts().mariaDb());
    var own = new OwnStatements(connections.asked(server), mariaDb);
    var all = new HashMap<>(found);
    all.replaceAll(
        (key, text) ->
            text.sample().isEmpty() ? own.sql(text).map(text::withSample).orElse(text) : text);
    return all;
  }

  /// Looks for one that ran in what the server remembers of each session, where its digest table
  /// keeps none.
  ///
  /// @return whether one is known now that was not before
  boolean seek(StatementKey key) {
    StatementText before = of(key);
    if (!before.sample().isEmpty() || key.others()) {
      return false;
    }
    Optional<String> sample = connections.monitor(server, session -> reader.sample(session, key));
    sample.ifPresent(
        sql -> {
          Map<StatementKey, StatementText> known = Map.of(key, before.withSample(sql));
          keep(known);
          sink.texts(server.ref(), known);
        });
    return sample.isPresent();
  }
}
