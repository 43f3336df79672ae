package org.binnacle.diagnosis.view;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
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

/// A server in memory with many sessions whose times grow and a tenth of which is new at each look.
final class BusyServer implements Connections {
  private static final String[] STATES = {"updating", "Sending data", "statistics", "executing"};
  private static final Flavour FLAVOUR =
      (Flavour)
          Proxy.newProxyInstance(
              BusyServer.class.getClassLoader(),
              new Class<?>[] {Flavour.class},
              (proxy, method, arguments) -> method.getName());
  private final Random random = new Random(7);
  private final long[] ids;
  private final Server server;
  private long next = 10_000;

  BusyServer(Server server, int sessions) {
    this.server = server;
    ids = IntStream.range(0, sessions).mapToLong(i -> next++).toArray();
  }

  @Override
  public synchronized <T> T monitor(Server of, Function<Session, T> work) {
    for (int i = 0; i < ids.length / 10; i++) {
      ids[random.nextInt(ids.length)] = next++;
    }
    return work.apply(new Talk());
  }

  private Map<String, Object> row(long id) {
    long time = (next - id) * 37_000_000_000L + 12_345_678_000L;
    Map<String, Object> row = new HashMap<>();
    row.put("id", id);
    row.put("thread_id", id + 40);
    row.put("user", "app" + id % 9);
    row.put("host", "10.0." + id % 200 + ".7:" + (30_000 + id % 9_999));
    row.put("db", "shop" + id % 4);
    row.put("command", id % 7 == 0 ? "Sleep" : "Query");
    row.put("state", STATES[(int) (id % STATES.length)]);
    row.put("time_s", time / 1_000_000_000_000L);
    row.put("timer_wait_ps", time);
    row.put("event_id", id * 3);
    row.put("digest", Long.toHexString(id * 0x9E3779B97F4A7C15L));
    row.put("rows_examined", id * 17 % 100_000);
    row.put("info", "UPDATE stock SET qty = qty - 1 WHERE sku = 'A-" + id + "' AND qty > 0");
    if (id % 7 == 0) {
      row.put("trx_started", Instant.EPOCH);
      row.put("trx_age_s", time / 1_000_000_000_000L);
      row.put("trx_rows_modified", id % 50);
    }
    return row;
  }

  @Override
  public Session action(Server of, String role, Bounds bounds, boolean readOnly) {
    return new Talk();
  }

  @Override
  public Health health(Server of) {
    return new Health.Unknown();
  }

  @Override
  public void forget(Server of) {}

  @Override
  public void close() {}

  private final class Talk implements Session {
    @Override
    public Server server() {
      return server;
    }

    @Override
    public ServerFacts facts() {
      return new ServerFacts("8.0.33", "", "u", false, true, Set.of(Capability.values()));
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
      return sql.equals("processList")
          ? IntStream.range(0, ids.length)
              .mapToObj(i -> reader.read(new Cells(row(ids[i]))))
              .toList()
          : List.of();
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
      throw new UnsupportedOperationException(sql);
    }

    @Override
    public void abort() {}

    @Override
    public void close() {}
  }

  private record Cells(Map<String, Object> values) implements Row {
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
      return values.get(column) instanceof Instant at ? Optional.of(at) : Optional.empty();
    }

    @Override
    public List<String> columns() {
      return List.copyOf(values.keySet());
    }
  }
}
