package org.binnacle.diagnosis;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.mysql.Ask;
import org.binnacle.mysql.Bounds;
import org.binnacle.mysql.Capability;
import org.binnacle.mysql.Connections;
import org.binnacle.mysql.Flavour;
import org.binnacle.mysql.Health;
import org.binnacle.mysql.Row;
import org.binnacle.mysql.RowReader;
import org.binnacle.mysql.Server;
import org.binnacle.mysql.ServerFacts;
import org.binnacle.mysql.Session;
import org.binnacle.mysql.Tls;

/// A server in memory behind the ports of module mysql: threads are maps from column to value. What
/// it is asked is what the flavour's method is called.
public final class FakeServer implements Connections {
  /// Threads by connection id.
  public final ConcurrentMap<Long, Map<String, Object>> threads = new ConcurrentHashMap<>();

  /// What KILL does; by default the thread goes.
  public volatile Function<String, Long> onExecute = this::kill;

  /// Runs before each query, to change the scene or to fail.
  public volatile Function<String, String> onQuery = sql -> sql;

  public final List<String> executed = new CopyOnWriteArrayList<>();
  public final AtomicInteger open = new AtomicInteger();
  private final Server server;

  public FakeServer(InstanceRef ref) {
    this.server = new Server(ref, "10.0.0.1", 3306, "binnacle", Tls.preferred(), Optional.empty());
  }

  public Server server() {
    return server;
  }

  public Map<String, Object> thread(long id, long event, String user, String command, String info) {
    Map<String, Object> columns = new LinkedHashMap<>();
    columns.put("id", id);
    columns.put("thread_id", id + 40);
    columns.put("event_id", event);
    columns.put("user", user);
    columns.put("host", "10.0.4.9:" + (5_000 + id));
    columns.put("db", "shop");
    columns.put("command", command);
    columns.put("time_s", 7L);
    columns.put("info", info);
    threads.put(id, columns);
    return columns;
  }

  private long kill(String sql) {
    threads.remove(Long.parseLong(sql.substring(sql.lastIndexOf(' ') + 1)));
    return 0;
  }

  @Override
  public <T> T monitor(Server to, Function<Session, T> work) {
    try (var session = new FakeSession()) {
      return work.apply(session);
    }
  }

  @Override
  public Session action(Server to, String role, Bounds bounds, boolean readOnly) {
    return new FakeSession();
  }

  @Override
  public Health health(Server of) {
    return new Health.Unknown();
  }

  @Override
  public void forget(Server gone) {}

  @Override
  public void close() {}

  private static final Flavour FLAVOUR =
      (Flavour)
          Proxy.newProxyInstance(
              FakeServer.class.getClassLoader(),
              new Class<?>[] {Flavour.class},
              (proxy, method, arguments) ->
                  switch (method.getName()) {
                    case "killQuery" -> "KILL QUERY " + arguments[1];
                    case "killConnection" -> "KILL CONNECTION " + arguments[1];
                    case "neededGrants" ->
                        List.of(
                            new Flavour.NeededGrant(
                                Capability.KILL,
                                "GRANT CONNECTION_ADMIN ON *.* TO " + arguments[0],
                                "to kill"));
                    default -> method.getName();
                  });

  private final class FakeSession implements Session {
    private FakeSession() {
      open.incrementAndGet();
    }

    @Override
    public Server server() {
      return server;
    }

    @Override
    public ServerFacts facts() {
      return new ServerFacts(
          "8.0.33",
          "",
          "uuid",
          "o'neil@10.%",
          false,
          true,
          Set.of(Capability.PROCESS, Capability.PERFORMANCE_SCHEMA),
          List.of());
    }

    @Override
    public Flavour flavour() {
      return FLAVOUR;
    }

    @Override
    public long connectionId() {
      return 1;
    }

    @Override
    public <T> List<T> query(String sql, RowReader<T> reader, Object... arguments) {
      String asked = onQuery.apply(sql);
      List<Map<String, Object>> found = new ArrayList<>();
      switch (asked) {
        case "processList" -> found.addAll(threads.values());
        case "identity", "fullStatement" ->
            Optional.ofNullable(threads.get((Long) arguments[0])).ifPresent(found::add);
        default -> {
          if (asked.contains("CURRENT_USER")) {
            found.add(Map.of("account", "o'neil@10.%"));
          }
        }
      }
      return found.stream().map(columns -> reader.read(new MapRow(columns))).toList();
    }

    @Override
    public void round(List<Ask<?>> asks) {
      asks.forEach(this::one);
    }

    private <T> void one(Ask<T> ask) {
      ask.answer().accept(query(ask.sql(), ask.reader()));
    }

    @Override
    public long execute(String sql, Object... arguments) {
      executed.add(sql);
      return onExecute.apply(sql);
    }

    @Override
    public void abort() {}

    @Override
    public void close() {
      open.decrementAndGet();
    }
  }

  private record MapRow(Map<String, Object> values) implements Row {
    @Override
    public Optional<String> text(String column) {
      return Optional.ofNullable(values.get(column)).map(String::valueOf);
    }

    @Override
    public OptionalLong number(String column) {
      return values.get(column) instanceof Number number
          ? OptionalLong.of(number.longValue())
          : OptionalLong.empty();
    }

    @Override
    public Optional<Double> decimal(String column) {
      return Optional.empty();
    }

    @Override
    public Optional<byte[]> bytes(String column) {
      return Optional.empty();
    }

    @Override
    public Optional<Instant> instant(String column) {
      return values.get(column) instanceof Instant instant
          ? Optional.of(instant)
          : Optional.empty();
    }

    @Override
    public List<String> columns() {
      return List.copyOf(values.keySet());
    }
  }
}
