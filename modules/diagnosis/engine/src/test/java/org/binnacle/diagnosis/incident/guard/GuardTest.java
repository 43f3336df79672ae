package org.binnacle.diagnosis.incident.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.binnacle.diagnosis.health.Health;
import org.binnacle.diagnosis.health.Signs;
import org.binnacle.diagnosis.health.Vitals;
import org.binnacle.diagnosis.incident.IncidentFaults;
import org.binnacle.diagnosis.incident.Incidents;
import org.binnacle.diagnosis.incident.MemoryIncidents;
import org.binnacle.diagnosis.incident.Release;
import org.binnacle.diagnosis.pulse.Beat;
import org.binnacle.diagnosis.query.SavedFilters;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Outcome;
import org.binnacle.kernel.Safety;
import org.binnacle.mysql.Secret;
import org.binnacle.mysql.Secrets;
import org.binnacle.mysql.Server;
import org.binnacle.mysql.Tls;
import org.binnacle.mysql.pool.PooledConnections;
import org.binnacle.testkit.MemorySettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Rules against looks; the captures go to a port where nobody is, and are kept all the same.
@SuppressWarnings("NullAway")
class GuardTest {
  private final MemorySettings settings = new MemorySettings();
  private final MemoryIncidents store = new MemoryIncidents();
  private final LinkedBlockingQueue<Guard.Fired> fired = new LinkedBlockingQueue<>();
  private final List<Server> servers = List.of(server("shop-1"), server("shop-2"));
  private final PooledConnections connections = new PooledConnections(new NoSecrets());
  private final Guard guard = guard();

  private static final class NoSecrets implements Secrets {
    @Override
    public Optional<Secret> password(Server server) {
      return Optional.empty();
    }

    @Override
    public Optional<Secret> tunnel(Server server) {
      return Optional.empty();
    }
  }

  private static Server server(String name) {
    var ref = new InstanceRef(name, name, "127.0.0.1:1", "", "grey", Safety.RELAXED, "shop");
    return new Server(
        ref,
        "127.0.0.1",
        1,
        "x",
        new Tls(Tls.Mode.PREFERRED, Optional.empty(), false),
        Optional.empty());
  }

  private Guard guard() {
    var made =
        new Guard(
            settings,
            connections,
            () -> servers,
            new Incidents(connections, () -> servers, store, Clock.systemUTC()),
            Clock.systemUTC());
    made.onFired(fired::add);
    return made;
  }

  @AfterEach
  void close() {
    guard.close();
    connections.close();
  }

  private static TriggerRule rule(String where, String condition, int cycles, int mostADay) {
    return new TriggerRule("r1", true, where, condition, cycles, Duration.ofMinutes(10), mostADay);
  }

  private void look(String name, long second, String variable, long value) {
    Vitals signs = new Signs().at(second).vitals();
    Map<String, Long> status = new HashMap<>(signs.status());
    status.put(variable, value);
    var vitals =
        new Vitals(
            signs.at(),
            signs.version(),
            signs.load(),
            signs.active(),
            signs.lockWaits(),
            signs.busy(),
            signs.longest(),
            signs.open(),
            signs.replication(),
            signs.history(),
            signs.rates(),
            signs.events(),
            signs.uptime(),
            signs.took(),
            signs.throttled(),
            signs.denied(),
            status);
    beat(name, Optional.of(vitals), Optional.empty());
  }

  private void beat(String name, Optional<Vitals> vitals, Optional<Fault> fault) {
    InstanceRef ref =
        servers.stream().map(Server::ref).filter(one -> one.name().equals(name)).findFirst().get();
    guard.look(new Beat(ref, vitals, Health.UNKNOWN, fault, 1, "", Duration.ofSeconds(5)));
  }

  private Guard.Fired taken() throws InterruptedException {
    Guard.Fired one = fired.poll(20, TimeUnit.SECONDS);
    assertThat(one).as("nothing fired").isNotNull();
    return one;
  }

  @Test
  void itFiresAfterItsCyclesOnThatInstanceAndThenIsQuiet() throws Exception {
    guard.keep(rule("", "Threads_running>25", 3, 10));
    look("shop-1", 0, "threads_running", 41);
    look("shop-1", 5, "threads_running", 41);
    look("shop-2", 5, "threads_running", 41);
    look("shop-1", 10, "threads_running", 4);
    look("shop-1", 15, "threads_running", 41);
    look("shop-1", 20, "threads_running", 41);
    assertThat(fired.poll(300, TimeUnit.MILLISECONDS)).isNull();
    look("shop-1", 25, "threads_running", 42);
    Guard.Fired one = taken();
    assertThat(one.instance().name()).isEqualTo("shop-1");
    assertThat(one.outcome()).isInstanceOf(Outcome.Ok.class);
    assertThat(store.list("", 10))
        .singleElement()
        .satisfies(
            head ->
                assertThat(head.trigger())
                    .isEqualTo("shop-1: Threads_running>25 at 3 looks in a row (is 42)"));
    assertThat(guard.takenToday(guard.rules().getFirst())).isEqualTo(1);
    for (int second = 30; second < 60; second += 5) {
      look("shop-1", second, "threads_running", 50);
    }
    assertThat(fired.poll(300, TimeUnit.MILLISECONDS)).isNull();
  }

  @Test
  void aLookThatFailsBreaksTheRow() throws Exception {
    guard.keep(rule("", "Threads_running>25", 2, 10));
    look("shop-1", 0, "threads_running", 41);
    beat("shop-1", Optional.empty(), Optional.of(new Fault(IncidentFaults.FILE, "lost")));
    look("shop-1", 10, "threads_running", 41);
    assertThat(fired.poll(300, TimeUnit.MILLISECONDS)).isNull();
    look("shop-1", 15, "threads_running", 41);
    assertThat(taken().instance().name()).isEqualTo("shop-1");
  }

  @Test
  void growthIsThatOfASecond() throws Exception {
    guard.keep(rule("shop-2", "Slow_queries/s>5", 1, 10));
    look("shop-2", 0, "slow_queries", 100);
    look("shop-2", 5, "slow_queries", 120);
    // It began anew.
    look("shop-2", 10, "slow_queries", 0);
    assertThat(fired.poll(300, TimeUnit.MILLISECONDS)).isNull();
    look("shop-2", 15, "slow_queries", 30);
    assertThat(store.list("", 1)).isEmpty();
    assertThat(taken().outcome()).isInstanceOf(Outcome.Ok.class);
    assertThat(store.list("", 1).getFirst().trigger()).contains("(is 6)");
  }

  @Test
  void aDayHasOnlySoManyAndOtherInstancesAreLeftOut() throws Exception {
    guard.keep(rule("shop", "Threads_running>25", 1, 1));
    look("shop-1", 0, "threads_running", 41);
    assertThat(taken().instance().name()).isEqualTo("shop-1");
    look("shop-2", 0, "threads_running", 41);
    assertThat(fired.poll(300, TimeUnit.MILLISECONDS)).isNull();
    guard.keep(rule("shop-2", "Threads_running>25", 1, 5));
    look("shop-1", 5, "threads_running", 41);
    assertThat(fired.poll(300, TimeUnit.MILLISECONDS)).isNull();
    look("shop-2", 5, "threads_running", 41);
    assertThat(taken().instance().name()).isEqualTo("shop-2");
  }

  @Test
  void rulesAreKeptSwitchedOffAndRemoved() {
    TriggerRule one = rule("shop-1", "sessions(state~lock)>10", 5, 10);
    guard.keep(one);
    assertThat(new TriggerRules(settings).list()).containsExactly(one);
    guard.keep(one.switched(false));
    assertThat(guard.rules()).containsExactly(one.switched(false));
    look("shop-1", 0, "threads_running", 99);
    guard.remove(one);
    assertThat(guard.rules()).isEmpty();
    assertThat(settings.under("incident.")).isEmpty();
  }

  @Test
  void theReleaseValueIsKeptAndTheUsualOneComesFromTheSettings() throws Exception {
    guard.keep(
        new TriggerRule(
            "r1",
            true,
            "",
            "Threads_running>25",
            1,
            Duration.ofSeconds(10),
            Release.of("5"),
            10,
            false));
    assertThat(guard.rules().getFirst().release()).isEqualTo(new Release.At(5));
    look("shop-1", 0, "threads_running", 41);
    taken();
    assertThat(settings.under("incident.trigger.").values())
        .singleElement()
        .satisfies(text -> assertThat(text).contains("\"release\":\"5\""));
    settings.put(Release.SETTING, "0.5");
    TriggerRule usual = rule("", "Threads_running>25", 1, 10);
    assertThat(guard.trigger(usual).releaseWords()).isEqualTo("again once it is 12.5 or less");
  }

  @Test
  void aRuleWhoseSavedFilterIsGoneStaysAndSaysSo() {
    TriggerRule busy = rule("", "@busy>3", 1, 10);
    assertThat(catchThrowableOfType(Fault.class, () -> guard.keep(busy)).detail())
        .contains("no saved filter @busy");
    var saved = new SavedFilters(settings);
    saved.keep("busy", "time>5");
    guard.keep(busy);
    assertThat(guard.missing(busy)).isEmpty();
    saved.remove("busy");
    assertThat(guard.rules()).containsExactly(busy);
    assertThat(guard.missing(busy)).hasValueSatisfying(why -> assertThat(why).contains("@busy"));
    guard.keep(busy.switched(false));
    assertThat(guard.rules()).containsExactly(busy.switched(false));
  }

  @Test
  void whatMakesNoSenseIsRefusedInWords() {
    for (String condition : List.of("", "Threads_running", "Threads_running>", "a b>3")) {
      assertThat(catchThrowableOfType(Fault.class, () -> rule("", condition, 1, 1)).code())
          .isEqualTo(IncidentFaults.TRIGGER);
    }
    assertThat(catchThrowableOfType(Fault.class, () -> rule("", "Uptime>1", 0, 1)).detail())
        .contains("cycles");
    assertThat(catchThrowableOfType(Fault.class, () -> rule("", "Uptime>1", 1, 0)).detail())
        .contains("day");
    settings.put("incident.trigger.bad", "{\"condition\":\"; DROP\"}");
    settings.put("incident.trigger.worse", "nonsense");
    assertThat(guard.rules()).isEmpty();
  }
}
