package org.binnacle.testkit.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Fault;
import org.binnacle.testkit.Installation;
import org.binnacle.testkit.fetch.Host;

/// Makes the data folder of a fresh server.
final class Initialising {
  private static final long LIMIT_S = 180;

  private static final List<String> BOOTSTRAP =
      List.of("--bootstrap", "--skip-ssl", "--enforce-storage-engine=", "--max-allowed-packet=8M");

  private final Installation installation;
  private final ServerOptions options;

  Initialising(Installation installation, Host host) {
    this.installation = installation;
    this.options = new ServerOptions(installation, host);
  }

  /// All that the result depends on, apart from the build.
  List<String> recipe() {
    var all = new ArrayList<>(options.init());
    all.addAll(Accounts.sql(installation));
    return all;
  }

  /// @param folder does not exist yet
  void into(Path folder, Cancel cancel) throws IOException {
    Path work = folder.resolveSibling(folder.getFileName() + ".init");
    Files.createDirectories(work);
    var command = new ArrayList<>(installation.command());
    command.addAll(options.init());
    command.add("--datadir=" + folder);
    command.add("--log-error=" + work.resolve("error.log"));
    Path statements = work.resolve("statements.sql");
    if (installation.mariadb()) {
      Files.createDirectories(folder);
      Bootstrap.write(installation, statements);
      command.addAll(BOOTSTRAP);
    } else {
      Files.write(statements, Accounts.sql(installation));
      command.add("--initialize-insecure");
      command.add("--init-file=" + statements);
    }
    try {
      run(command, work, cancel);
    } finally {
      org.binnacle.testkit.fetch.Cache.delete(work);
    }
  }

  private void run(List<String> command, Path work, Cancel cancel) throws IOException {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(installation.environment());
    if (installation.mariadb()) {
      builder.redirectInput(work.resolve("statements.sql").toFile());
    }
    builder.redirectOutput(work.resolve("console.log").toFile());
    Process process = builder.start();
    cancel.onAsk(process::destroyForcibly);
    try {
      boolean ended = process.waitFor(LIMIT_S, TimeUnit.SECONDS);
      cancel.check();
      if (!ended || process.exitValue() != 0) {
        String words = ErrorLog.tail(work.resolve("error.log"), work.resolve("console.log"));
        throw new Fault(ServerFaults.INIT, installation.version() + ": " + words);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Fault(Fault.CANCELLED, "interrupted while a server was initialised", e);
    } finally {
      process.destroyForcibly();
    }
  }
}
