package org.binnacle.diagnosis.health;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.binnacle.diagnosis.session.Load;

/// Vital signs for tests: those of a healthy server, changed one by one.
public final class Signs {
  public static final Instant START = Instant.parse("2026-01-05T10:00:00Z");

  private Instant at = START;
  private Load load = new Load(50, 5, 500);
  private long active = 5;
  private long waits;
  private List<Vitals.Busy> busy = List.of(new Vitals.Busy("Query", "executing", 5, 1));
  private List<Vitals.Running> longest = List.of();
  private Vitals.Open open = new Vitals.Open(-1, 0, -1, 0, "", -1);
  private Replication replication = new Replication(Role.ALONE, false, List.of(), 0);
  private long history = 100;
  private Rates rates = new Rates(1000, 100, 0, 0, 0, 1e6);
  private Events events = Events.NONE;
  private Duration uptime = Duration.ofDays(30);
  private Duration took = Duration.ofMillis(3);
  private boolean throttled;

  public Signs at(long seconds) {
    at = START.plusSeconds(seconds);
    return this;
  }

  public Signs load(long connected, long max) {
    load = new Load(connected, 5, max);
    return this;
  }

  public Signs active(long many) {
    active = many;
    return this;
  }

  public Signs waits(long many, long oldestS) {
    waits = many;
    open = new Vitals.Open(400, 7, open.idleS(), open.idleId(), open.idleUser(), oldestS);
    return this;
  }

  public Signs idle(long seconds, long id, String user) {
    open = new Vitals.Open(seconds, id, seconds, id, user, open.waitS());
    return this;
  }

  public Signs blocker(long seconds, long id, String user, long many) {
    open =
        new Vitals.Open(
            open.oldestS(),
            open.oldestId(),
            open.idleS(),
            open.idleId(),
            open.idleUser(),
            open.waitS(),
            Optional.of(new Vitals.Blocker(id, user, seconds, many)));
    return this;
  }

  public Signs rising(long lagS, long roseS) {
    var channel = new Replication.Channel("", true, true, OptionalLong.of(lagS), roseS, "");
    replication = new Replication(Role.REPLICA, true, List.of(channel), 0);
    return this;
  }

  public Signs galera(long state, boolean primary, boolean ready) {
    replication =
        new Replication(
            Role.ALONE,
            false,
            List.of(),
            0,
            Optional.of(new Replication.Galera(state, primary, ready)));
    return this;
  }

  public Signs busy(String state, long many) {
    busy = List.of(new Vitals.Busy("Query", state, many, 10));
    return this;
  }

  public Signs running(String user, long seconds, String sql) {
    longest = List.of(new Vitals.Running(9, user, seconds, "executing", sql));
    return this;
  }

  public Signs channel(boolean receiving, boolean applying, long lagS, String error) {
    replication =
        new Replication(
            Role.REPLICA,
            true,
            List.of(
                new Replication.Channel(
                    "",
                    receiving,
                    applying,
                    lagS < 0 ? OptionalLong.empty() : OptionalLong.of(lagS),
                    error)),
            0);
    return this;
  }

  public Signs replication(Replication told) {
    replication = told;
    return this;
  }

  public Signs group(long state) {
    replication = new Replication(Role.SOURCE, false, List.of(), state);
    return this;
  }

  public Signs history(long length) {
    history = length;
    return this;
  }

  public Signs rates(double qps, double refused, double aborted, double tmpDisk) {
    rates = new Rates(qps, 100, aborted, refused, tmpDisk, 1e6);
    return this;
  }

  public Signs gap() {
    rates = Rates.GAP;
    return this;
  }

  public Signs events(Events seen) {
    events = seen;
    return this;
  }

  public Signs uptime(long seconds) {
    uptime = Duration.ofSeconds(seconds);
    return this;
  }

  public Signs took(long ms, boolean slowed) {
    took = Duration.ofMillis(ms);
    throttled = slowed;
    return this;
  }

  public Vitals vitals() {
    return new Vitals(
        at,
        "8.0.33",
        load,
        active,
        waits,
        busy,
        longest,
        Optional.of(open),
        replication,
        OptionalLong.of(history),
        rates,
        events,
        uptime,
        took,
        throttled,
        List.of(),
        java.util.Map.of());
  }
}
