package org.binnacle.mysql.pool;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.binnacle.kernel.Fault;
import org.binnacle.mysql.ConnectFaults;
import org.binnacle.mysql.Server;
import org.binnacle.mysql.jdbc.Link;

/// Whether a server was out of connections a short while ago: one that we hold then is gold, and we
/// take no further one that can wait.
final class Scarcity {
  private static final Duration LASTS = Duration.ofMinutes(10);

  /// A server that is full now and has room a moment later may be full again the next.
  private static final Duration ASKED_AFTER = Duration.ofMinutes(1);

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

  private final Server server;
  private final InstantSource clock;
  private volatile Optional<Refusal> refusal = Optional.empty();

  /// @param since the first of those that came within ten minutes of each other
  private record Refusal(Instant since, Instant last, String words) {}

  Scarcity(Server server, InstantSource clock) {
    this.server = server;
    this.clock = clock;
  }

  void note(Fault fault) {
    if (fault.code().equals(ConnectFaults.TOO_MANY)) {
      note(words(fault));
    }
  }

  /// The server's own number and words; that of an account's limit is another one.
  private static String words(Fault fault) {
    for (Throwable at = fault.getCause(); at != null; at = at.getCause()) {
      if (at instanceof SQLException told && told.getErrorCode() > 0) {
        return told.getErrorCode() + ": " + told.getMessage();
      }
    }
    return fault.detail();
  }

  /// A side door is used only where the usual one is shut.
  void note(Link opened) {
    if (aside(opened)) {
      note("1040 at port " + server.port());
    }
  }

  private synchronized void note(String words) {
    Instant now = clock.instant();
    Instant since = present().map(Refusal::since).orElse(now);
    refusal = Optional.of(new Refusal(since, now, words));
  }

  private Optional<Refusal> present() {
    return refusal.filter(known -> known.last().isAfter(clock.instant().minus(LASTS)));
  }

  boolean aside(Link opened) {
    return opened.server().port() != server.port() || !opened.server().host().equals(server.host());
  }

  /// Why a connection that can wait is not opened now.
  Optional<Fault> refusesMore() {
    return present()
        .map(
            known ->
                new Fault(
                    ConnectFaults.KEPT_FREE,
                    "%s refuses connections since %s (%s); try again in %s"
                        .formatted(
                            server.ref().name(),
                            TIME.format(known.since()),
                            known.words(),
                            wait(known))));
  }

  private String wait(Refusal known) {
    long seconds =
        Math.max(1, Duration.between(clock.instant(), known.last().plus(LASTS)).toSeconds());
    return seconds < 100 ? seconds + " s" : (seconds + 59) / 60 + " min";
  }

  /// Whether the last refusal is long enough ago to ask the server if it has room again.
  boolean mayBeOver() {
    return present()
        .filter(known -> known.last().isBefore(clock.instant().minus(ASKED_AFTER)))
        .isPresent();
  }

  /// It has room again.
  void over() {
    refusal = Optional.empty();
  }

  /// A pool does not let its connection go while there are none to be had.
  ///
  /// @param usual after how long it lets an idle one go
  void keep(HikariDataSource open, Duration usual) {
    long idle = present().isPresent() ? 0 : usual.toMillis();
    if (open.getIdleTimeout() != idle) {
      open.getHikariConfigMXBean().setIdleTimeout(idle);
    }
  }
}
