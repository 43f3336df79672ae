package org.binnacle.inventory.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.binnacle.inventory.Field;
import org.binnacle.inventory.Instance;
import org.binnacle.inventory.Inventory;
import org.binnacle.inventory.MemoryStore;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Progress;
import org.binnacle.mysql.Secret;
import org.binnacle.mysql.Secrets;
import org.binnacle.mysql.Server;
import org.binnacle.mysql.pool.PooledConnections;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.junit.TestAccount;
import org.binnacle.testkit.junit.TestServers;
import org.binnacle.testkit.server.Launch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("server")
class ReachTest {
  private final Inventory inventory = new Inventory(new MemoryStore());

  @Test
  void aGoodConnectionIsOkStepByStep() {
    RunningServer server = TestServers.shared(Distribution.MYSQL_8_0);
    List<Step> steps =
        test(server.host(), server.port(), server.user(), server.password(), "PREFERRED");
    assertThat(told(steps))
        .containsExactly(
            "DNS OK", "TCP OK", "TUNNEL SKIPPED", "TLS OK", "AUTHENTICATION OK", "PRIVILEGES OK");
  }

  @Test
  void missingPrivilegesAreTheExactGrants() throws SQLException {
    RunningServer server = TestServers.shared(Distribution.MYSQL_8_0);
    try (var account = TestAccount.on(server)) {
      Step last =
          step(
              test(server.host(), server.port(), account.user(), account.password(), "PREFERRED"),
              Step.Name.PRIVILEGES);
      assertThat(last.status()).isEqualTo(Step.Status.WARNING);
      assertThat(last.statements()).isNotEmpty().allMatch(sql -> sql.contains(account.name()));
      try (Connection connection = server.connect();
          Statement statement = connection.createStatement()) {
        for (String sql : last.statements()) {
          statement.execute(sql);
        }
      }
      assertThat(
              step(
                      test(
                          server.host(),
                          server.port(),
                          account.user(),
                          account.password(),
                          "PREFERRED"),
                      Step.Name.PRIVILEGES)
                  .status())
          .isEqualTo(Step.Status.OK);
    }
  }

  @Test
  void theStepThatFailedIsNamedAndSaysWhatToDo() throws Exception {
    RunningServer server = TestServers.shared(Distribution.MYSQL_8_0);
    assertThat(told(test("no-such-host.invalid", 3306, "u", "p", "PREFERRED")).getFirst())
        .isEqualTo("DNS FAILED");
    int free;
    try (var socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    assertThat(told(test("127.0.0.1", free, "u", "p", "PREFERRED")))
        .startsWith("DNS OK", "TCP FAILED")
        .contains("AUTHENTICATION SKIPPED");
    List<Step> denied = test(server.host(), server.port(), server.user(), "wrong", "PREFERRED");
    assertThat(told(denied)).contains("TLS OK", "AUTHENTICATION FAILED", "PRIVILEGES SKIPPED");
    assertThat(step(denied, Step.Name.AUTHENTICATION).next()).isNotEmpty();
    assertThat(
            told(
                test(
                    server.host(),
                    server.port(),
                    server.user(),
                    server.password(),
                    "VERIFY_IDENTITY")))
        .contains("TLS FAILED", "AUTHENTICATION SKIPPED");
  }

  @Test
  @SuppressWarnings("try") // one replica is stopped in the middle of the scene
  void sourcesAndReplicasAreFoundFromEitherEndOnceEach() throws Exception {
    try (RunningServer source = TestServers.start(Distribution.MYSQL_8_0, Launch.plain().id(11));
        RunningServer one = TestServers.start(Distribution.MYSQL_8_0, Launch.plain().id(12));
        RunningServer two =
            TestServers.start(
                Distribution.MYSQL_8_0, Launch.plain().id(13).with("--report-host="))) {
      replicate(source, one, "127.0.0.1");
      replicate(source, two, "localhost"); // the same server under another name
      Instance seed = inventory.add(instance(source));
      // The third is told without a host: only its dump thread says where it is.
      List<Discovered> down = discover(seed, source);
      assertThat(ports(down)).containsExactlyInAnyOrder(source.port(), one.port(), two.port());
      assertThat(down).extracting(Discovered::uuid).doesNotHaveDuplicates().doesNotContain("");
      assertThat(down.getFirst().known()).isTrue();
      assertThat(down).filteredOn(found -> found.instance().role().equals("replica")).hasSize(2);
      assertThat(inventory.instances()).hasSize(1);

      var other = new Inventory(new MemoryStore());
      Instance leaf = other.add(instance(two));
      List<Discovered> up = discovery(other, two).from(leaf, Progress.silent(), Cancel.never());
      assertThat(up).filteredOn(Discovered::reached).hasSize(3);
      assertThat(up.stream().flatMap(found -> found.otherNames().stream()))
          .anyMatch(name -> name.endsWith(":" + source.port()));

      assertThat(discovery(inventory, source).add(down)).isEqualTo(2);
      assertThat(inventory.undoWords()).contains("Discovered 2 instances");
      assertThat(discover(seed, source)).allMatch(Discovered::known);

      one.close();
      List<Discovered> broken = discovery(other, two).from(leaf, Progress.silent(), Cancel.never());
      assertThat(broken).filteredOn(Discovered::reached).hasSize(2);

      var cancel = new Cancel();
      assertThatThrownBy(
              () ->
                  discovery(inventory, source)
                      .from(seed, (what, done, all) -> cancel.ask(), cancel))
          .isInstanceOfSatisfying(
              Fault.class, fault -> assertThat(fault.code()).isEqualTo(Fault.CANCELLED));
    }
  }

  private List<Discovered> discover(Instance seed, RunningServer server) {
    return discovery(inventory, server).from(seed, Progress.silent(), Cancel.never());
  }

  private static Discovery discovery(Inventory in, RunningServer server) {
    return new Discovery(in, PooledConnections::new, secrets(server.password()));
  }

  private List<Step> test(String host, int port, String user, String password, String tls) {
    Instance instance = Instance.at("x", host, port, user).draft().set(Field.TLS, tls).build();
    var told = new ArrayList<Step>();
    List<Step> steps =
        new ConnectionTest(PooledConnections::new, secrets("not this one"))
            .run(
                inventory.server(instance),
                Optional.of(new Secret(password.toCharArray())),
                Cancel.never(),
                told::add);
    assertThat(told).isEqualTo(steps);
    return steps;
  }

  private static Instance instance(RunningServer server) {
    return Instance.at("seed", server.host(), server.port(), server.user());
  }

  private static void replicate(RunningServer source, RunningServer replica, String host)
      throws SQLException {
    try (Connection connection = replica.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CHANGE REPLICATION SOURCE TO SOURCE_HOST='%s', SOURCE_PORT=%d, SOURCE_USER='%s', SOURCE_PASSWORD='%s', SOURCE_AUTO_POSITION=1, GET_SOURCE_PUBLIC_KEY=1, SOURCE_CONNECT_RETRY=1"
              .formatted(host, source.port(), source.user(), source.password()));
      statement.execute("START REPLICA");
      long end = System.nanoTime() + 30_000_000_000L;
      while (System.nanoTime() < end) {
        try (var status = statement.executeQuery("SHOW REPLICA STATUS")) {
          if (status.next() && "Yes".equals(status.getString("Replica_IO_Running"))) {
            return;
          }
        }
      }
      throw new AssertionError("the replica does not start");
    }
  }

  private static Secrets secrets(String password) {
    return new Secrets() {
      @Override
      public Optional<Secret> password(Server server) {
        return Optional.of(new Secret(password.toCharArray()));
      }

      @Override
      public Optional<Secret> tunnel(Server server) {
        return Optional.empty();
      }
    };
  }

  private static List<Integer> ports(List<Discovered> found) {
    return found.stream().map(each -> each.instance().port()).toList();
  }

  private static List<String> told(List<Step> steps) {
    return steps.stream().map(step -> step.name() + " " + step.status()).toList();
  }

  private static Step step(List<Step> steps, Step.Name name) {
    return steps.stream().filter(step -> step.name() == name).findFirst().orElseThrow();
  }
}
