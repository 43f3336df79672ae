package org.binnacle.inventory.reach;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.binnacle.inventory.TlsMode;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Words;
import org.binnacle.mysql.Bounds;
import org.binnacle.mysql.ConnectFaults;
import org.binnacle.mysql.Connections;
import org.binnacle.mysql.Flavour;
import org.binnacle.mysql.Secret;
import org.binnacle.mysql.Secrets;
import org.binnacle.mysql.Server;
import org.binnacle.mysql.Session;
import org.binnacle.mysql.Tls;
import org.binnacle.mysql.Tunnel;

/// Tries to reach a server step by step: name, port, tunnel, TLS, login, privileges. Says where it
/// ends and what to do. Blocks; not for the FX thread.
///
/// The port is tried by a connection of its own before the login. A server counts that as one
/// broken handshake against this host until the next good login; a single one blocks nobody
/// (max_connect_errors is 100 unless set otherwise).
public final class ConnectionTest {
  private static final Duration TCP_LIMIT = Duration.ofSeconds(5);
  private final Function<Secrets, Connections> opener;
  private final Secrets kept;
  private final Words words = new Words();

  /// @param opener makes connections that know the given secrets only; closed after each run
  /// @param kept where passwords come from that are not typed
  public ConnectionTest(Function<Secrets, Connections> opener, Secrets kept) {
    this.opener = opener;
    this.kept = kept;
  }

  /// Runs the steps; each is told when it has ended. All have been told when this returns.
  ///
  /// @param typed the password that stands in the form, which nothing keeps yet
  /// @throws Fault with {@link Fault#CANCELLED} where a stop was asked for
  public List<Step> run(
      Server server, Optional<Secret> typed, Cancel cancel, Consumer<Step> progress) {
    return new Run(
            server, typed.isPresent() ? new Typed(typed.get(), kept) : kept, cancel, progress)
        .steps();
  }

  private record Typed(Secret secret, Secrets kept) implements Secrets {
    @Override
    public Optional<Secret> password(Server server) {
      return Optional.of(new Secret(secret.reveal()));
    }

    @Override
    public Optional<Secret> tunnel(Server server) {
      return kept.tunnel(server);
    }
  }

  private final class Run {
    private final Server server;
    private final Secrets secrets;
    private final Cancel cancel;
    private final Consumer<Step> progress;
    private final List<Step> steps = new ArrayList<>();
    private long from = System.nanoTime();

    Run(Server server, Secrets secrets, Cancel cancel, Consumer<Step> progress) {
      this.server = server;
      this.secrets = secrets;
      this.cancel = cancel;
      this.progress = progress;
    }

    List<Step> steps() {
      String host = server.tunnel().map(Tunnel::host).orElse(server.host());
      int port = server.tunnel().map(Tunnel::port).orElse(server.port());
      if (dns(host).flatMap(address -> tcp(address, port)).isPresent()) {
        if (server.tunnel().isEmpty()) {
          skipped(Step.Name.TUNNEL);
        }
        login();
      }
      for (Step.Name name : Step.Name.values()) {
        if (steps.stream().noneMatch(step -> step.name() == name)) {
          skipped(name);
        }
      }
      return List.copyOf(steps);
    }

    private void skipped(Step.Name name) {
      boolean none = name == Step.Name.TUNNEL && server.tunnel().isEmpty();
      tell(
          new Step(
              name,
              Step.Status.SKIPPED,
              Duration.ZERO,
              none ? "No tunnel is asked for." : "Not tried, since an earlier step failed.",
              "",
              List.of(),
              Optional.empty()));
    }

    private Optional<InetAddress> dns(String host) {
      begin();
      try {
        InetAddress address = InetAddress.getByName(host);
        boolean literal = address.getHostAddress().equals(host);
        ok(
            Step.Name.DNS,
            literal ? host + " is an address." : host + " is " + address.getHostAddress() + ".");
        return Optional.of(address);
      } catch (UnknownHostException e) {
        failed(Step.Name.DNS, new Fault(ConnectFaults.UNKNOWN_HOST, host, e));
        return Optional.empty();
      }
    }

    private Optional<InetAddress> tcp(InetAddress address, int port) {
      begin();
      try (var socket = new Socket()) {
        cancel.onAsk(() -> close(socket));
        socket.connect(new InetSocketAddress(address, port), (int) TCP_LIMIT.toMillis());
        ok(Step.Name.TCP, "Port " + port + " answers.");
        return Optional.of(address);
      } catch (SocketTimeoutException e) {
        failed(Step.Name.TCP, new Fault(ConnectFaults.TIMEOUT, at(address, port), e));
      } catch (IOException e) {
        cancel.check();
        failed(Step.Name.TCP, new Fault(ConnectFaults.REFUSED, at(address, port), e));
      }
      return Optional.empty();
    }

    private void login() {
      begin();
      try (Connections connections = opener.apply(secrets)) {
        cancel.onAsk(connections::close);
        try (Session session = connections.action(server, "test", Bounds.action(), true)) {
          if (server.tunnel().isPresent()) {
            ok(Step.Name.TUNNEL, "The tunnel stands.");
          }
          tls(session);
          ok(
              Step.Name.AUTHENTICATION,
              "Logged in as " + server.user() + " to " + session.facts().version() + ".");
          privileges(session);
        }
      } catch (Fault fault) {
        cancel.check();
        refused(fault);
      }
    }

    private void tls(Session session) {
      String cipher =
          session
              .query(
                  "SHOW SESSION STATUS LIKE 'Ssl_cipher'",
                  row -> row.text(row.columns().getLast(), ""))
              .stream()
              .findFirst()
              .orElse("");
      if (!cipher.isEmpty()) {
        ok(Step.Name.TLS, "Encrypted with " + cipher + trust());
      } else if (server.tls().mode() == Tls.Mode.DISABLED) {
        step(Step.Name.TLS, Step.Status.SKIPPED, "Switched off.", "", List.of());
      } else {
        step(
            Step.Name.TLS,
            Step.Status.WARNING,
            "The server offers no TLS; the connection is not encrypted.",
            "Switch TLS on at the server, or reach it through a tunnel.",
            List.of());
      }
    }

    private String trust() {
      return switch (server.tls().mode()) {
        case VERIFY_CA -> "; the certificate's authority was checked.";
        case VERIFY_IDENTITY -> "; the server's identity was checked.";
        case DISABLED, PREFERRED, REQUIRED ->
            "; who the server is was not checked (" + TlsMode.VERIFY_IDENTITY + " does).";
      };
    }

    private void privileges(Session session) {
      begin();
      List<Flavour.NeededGrant> missing = session.flavour().missingGrants(session);
      if (missing.isEmpty()) {
        ok(Step.Name.PRIVILEGES, "The account may see all that Binnacle shows.");
        return;
      }
      step(
          Step.Name.PRIVILEGES,
          Step.Status.WARNING,
          "Some views will be empty: "
              + String.join(
                  "; ", missing.stream().map(Flavour.NeededGrant::why).distinct().toList()),
          "Have an administrator run these statements, as far as you want to use them.",
          missing.stream().map(Flavour.NeededGrant::sql).distinct().toList());
    }

    /// The step that a failure of the login belongs to; those before it went well.
    private void refused(Fault fault) {
      Step.Name at = place(fault);
      for (Step.Name name : List.of(Step.Name.TUNNEL, Step.Name.TLS, Step.Name.AUTHENTICATION)) {
        boolean told = steps.stream().anyMatch(step -> step.name() == name);
        if (name == at || told) {
          continue;
        }
        if (name.compareTo(at) < 0 && (name != Step.Name.TUNNEL || server.tunnel().isPresent())) {
          if (name == Step.Name.TLS && server.tls().mode() == Tls.Mode.DISABLED) {
            step(name, Step.Status.SKIPPED, "Switched off.", "", List.of());
          } else {
            step(name, Step.Status.OK, "Nothing went wrong here.", "", List.of());
          }
        }
      }
      failed(at, fault);
    }

    private Step.Name place(Fault fault) {
      boolean loggedIn =
          steps.stream()
              .anyMatch(
                  step ->
                      step.name() == Step.Name.AUTHENTICATION && step.status() == Step.Status.OK);
      if (loggedIn) {
        return Step.Name.PRIVILEGES;
      }
      if (fault.code().equals(ConnectFaults.TUNNEL)) {
        return Step.Name.TUNNEL;
      }
      if (fault.code().equals(ConnectFaults.TLS)) {
        return Step.Name.TLS;
      }
      // Behind a tunnel it is the SSH host that finds the server's port closed.
      boolean network =
          fault.code().equals(ConnectFaults.REFUSED)
              || fault.code().equals(ConnectFaults.UNKNOWN_HOST);
      return network && server.tunnel().isPresent() ? Step.Name.TUNNEL : Step.Name.AUTHENTICATION;
    }

    private void begin() {
      cancel.check();
      from = System.nanoTime();
    }

    private void ok(Step.Name name, String happened) {
      step(name, Step.Status.OK, happened, "", List.of());
    }

    private void failed(Step.Name name, Fault fault) {
      Words.Told told = words.of(fault);
      tell(
          new Step(
              name,
              Step.Status.FAILED,
              took(),
              told.happened(),
              told.next(),
              List.of(),
              Optional.of(fault)));
    }

    private void step(
        Step.Name name, Step.Status status, String happened, String next, List<String> statements) {
      tell(new Step(name, status, took(), happened, next, statements, Optional.empty()));
    }

    /// Time since the last step ended.
    private Duration took() {
      long now = System.nanoTime();
      Duration took = Duration.ofNanos(now - from);
      from = now;
      return took;
    }

    private void tell(Step step) {
      steps.add(step);
      progress.accept(step);
    }

    private static String at(InetAddress address, int port) {
      return address.getHostAddress() + " port " + port;
    }

    private static void close(Socket socket) {
      try {
        socket.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
