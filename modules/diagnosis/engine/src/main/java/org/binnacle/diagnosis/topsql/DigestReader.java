package org.binnacle.diagnosis.topsql;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.binnacle.kernel.Fault;
import org.binnacle.mysql.Ask;
import org.binnacle.mysql.Capability;
import org.binnacle.mysql.Row;
import org.binnacle.mysql.ServerFacts;
import org.binnacle.mysql.Session;
import org.binnacle.mysql.SqlFaults;

/// Reads the digest table of any flavour in one round trip, and the texts of a few digests.
public final class DigestReader {
  /// Statements whose texts are asked for at once.
  public static final int TEXTS = 20;

  private static final String STATUS =
      """
      SHOW /* binnacle:digest-status */ GLOBAL STATUS WHERE Variable_name IN \
      ('Uptime', 'Performance_schema_digest_lost')""";
  private static final String CONSUMER =
      """
      SELECT /* binnacle:digest-consumer */ ENABLED AS enabled,
       @@GLOBAL.performance_schema_digests_size AS size
       FROM performance_schema.setup_consumers WHERE NAME = 'statements_digest'""";

  private final Clock clock;

  public DigestReader(Clock clock) {
    this.clock = clock;
  }

  /// @param seenWithinS only what ran in the last so many seconds; negative for all
  public Digests read(Session session, long seenWithinS) {
    ServerFacts facts = session.facts();
    Optional<Missing> missing = missing(session);
    var rows = new HashMap<StatementKey, DigestRow>();
    Map<String, Long> status = new HashMap<>();
    var consumer = new ArrayList<Missing>();
    long began = System.nanoTime();
    var asked = clock.instant();
    if (missing.isEmpty()) {
      try {
        session.round(
            List.of(
                new Ask<>(
                    session.flavour().digests(facts, seenWithinS),
                    row -> rows.put(key(row), row(row)),
                    ignored -> {}),
                new Ask<>(
                    STATUS,
                    row ->
                        status.put(
                            row.text("Variable_name", "").toLowerCase(Locale.ROOT),
                            row.number("Value", 0)),
                    ignored -> {}),
                new Ask<>(CONSUMER, DigestReader::consumer, found -> consumer.addAll(off(found)))));
      } catch (Fault fault) {
        if (!fault.code().equals(SqlFaults.PRIVILEGE)) {
          throw fault;
        }
        missing = Optional.of(denied(session));
      }
    }
    long took = System.nanoTime() - began;
    return new Digests(
        asked.plusNanos(took / 2),
        began + took / 2,
        status.getOrDefault("uptime", 0L),
        status.getOrDefault("performance_schema_digest_lost", 0L),
        rows,
        seenWithinS < 0,
        Duration.ofNanos(took),
        missing.or(() -> consumer.stream().findFirst()));
  }

  private static Optional<Missing> missing(Session session) {
    if (!session.facts().performanceSchema()) {
      return Optional.of(
          new Missing(
              "performance_schema is off on this server, so it counts no statements.",
              "Set performance_schema=ON in its configuration and restart it. Until then the"
                  + " sampled analysis shows what runs now."));
    }
    return session.facts().can(Capability.PERFORMANCE_SCHEMA)
        ? Optional.empty()
        : Optional.of(denied(session));
  }

  private static Missing denied(Session session) {
    return new Missing(
        "denied: this account may not read performance_schema.",
        session.flavour().missingGrants(session).stream()
            .filter(grant -> grant.capability() == Capability.PERFORMANCE_SCHEMA)
            .map(grant -> grant.sql())
            .findFirst()
            .orElse("GRANT SELECT ON performance_schema.* TO this account"));
  }

  private static Optional<Missing> consumer(Row row) {
    if (!row.text("enabled", "YES").equals("YES")) {
      return Optional.of(
          new Missing(
              "The consumer statements_digest is off on this server.",
              "UPDATE performance_schema.setup_consumers SET ENABLED='YES'"
                  + " WHERE NAME='statements_digest'"));
    }
    return row.number("size", 1) == 0
        ? Optional.of(
            new Missing(
                "The digest table has no room at all on this server.",
                "Set performance_schema_digests_size=10000 in its configuration and restart it."))
        : Optional.empty();
  }

  private static List<Missing> off(List<Optional<Missing>> found) {
    return found.stream().flatMap(Optional::stream).toList();
  }

  private static StatementKey key(Row row) {
    return new StatementKey(row.text("schema_name", ""), row.text("digest", ""));
  }

  private static DigestRow row(Row row) {
    return new DigestRow(
        new Counters(
            row.number("n", 0),
            row.number("time_us", 0),
            row.number("lock_us", 0),
            row.number("cpu_us", 0),
            row.number("errors", 0),
            row.number("warnings", 0),
            row.number("affected", 0),
            row.number("sent", 0),
            row.number("examined", 0),
            row.number("tmp", 0),
            row.number("tmp_disk", 0),
            row.number("no_index", 0)),
        row.instant("first_seen"),
        row.instant("last_seen"),
        row.number("max_us", 0),
        row.number("p95_us", -1),
        row.number("p99_us", -1));
  }

  /// The texts of at most {@link #TEXTS} statements; those that the server has forgotten are
  /// absent.
  public Map<StatementKey, StatementText> texts(Session session, List<StatementKey> keys) {
    List<StatementKey> wanted =
        keys.stream().filter(key -> !key.others()).distinct().limit(TEXTS).toList();
    if (wanted.isEmpty()) {
      return Map.of();
    }
    var arguments = new ArrayList<Object>();
    wanted.forEach(
        key -> {
          arguments.add(key.schema());
          arguments.add(key.digest());
        });
    var found = new HashMap<StatementKey, StatementText>();
    session.query(
        session.flavour().digestTexts(session.facts(), wanted.size()),
        row -> found.put(key(row), new StatementText(row.text("text", ""), row.text("sample", ""))),
        arguments.toArray());
    return found;
  }

  /// One that ran lately or runs, with its values; empty where no session remembers one.
  public Optional<String> sample(Session session, StatementKey key) {
    var found = new ArrayList<String>();
    session.query(
        session.flavour().digestSample(),
        row -> found.add(row.text("sample", "")),
        key.digest(),
        key.schema(),
        key.digest(),
        key.schema());
    return found.stream().filter(sql -> !sql.isBlank()).findFirst();
  }
}
