package org.binnacle.testkit.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.Installation;
import org.binnacle.testkit.fetch.Host;

/// The options of our servers: reachable from this machine only, row-based binary log with GTID,
/// and no care for a power cut, since their data is thrown away.
final class ServerOptions {
  private final Installation installation;
  private final Host host;

  ServerOptions(Installation installation, Host host) {
    this.installation = installation;
    this.host = host;
  }

  /// What initialising wants.
  List<String> init() {
    var options = new ArrayList<>(careless());
    options.add("--skip-log-bin");
    return options;
  }

  List<String> start(int port, Path folder, Launch launch) {
    var options = new ArrayList<>(careless());
    options.addAll(
        List.of(
            "--port=" + port,
            "--bind-address=127.0.0.1",
            "--datadir=" + folder.resolve("data"),
            "--tmpdir=" + folder.resolve("tmp"),
            "--log-error=" + folder.resolve("error.log"),
            // Relative to the data folder: an absolute path may be too long for a socket.
            "--socket=mysqld.sock",
            "--pid-file=mysqld.pid",
            "--skip-name-resolve",
            "--server-id=" + launch.serverId(),
            "--log-bin=binlog",
            "--binlog-format=ROW",
            "--report-host=127.0.0.1",
            "--report-port=" + port,
            "--max-connections=200"));
    options.addAll(installation.mariadb() ? mariadb() : mysql());
    options.addAll(launch.options());
    return options;
  }

  private List<String> mysql() {
    var options =
        new ArrayList<>(
            List.of(
                "--gtid-mode=ON",
                "--enforce-gtid-consistency=ON",
                // Packaged builds have a system folder here that need not exist.
                "--secure-file-priv=NULL"));
    if (installation.distribution() == Distribution.MYSQL_5_7) {
      options.add("--log-slave-updates");
    } else {
      options.add("--mysqlx=OFF");
    }
    return options;
  }

  /// Without a certificate MariaDB 11.4 makes an RSA key at each start, which takes seconds.
  private static List<String> mariadb() {
    return List.of("--log-slave-updates", "--skip-ssl");
  }

  private List<String> careless() {
    var options =
        new ArrayList<>(
            List.of(
                "--innodb-buffer-pool-size=64M",
                "--innodb-flush-log-at-trx-commit=0",
                "--innodb-doublewrite=OFF",
                "--innodb-use-native-aio=OFF",
                "--innodb-buffer-pool-dump-at-shutdown=OFF",
                "--innodb-buffer-pool-load-at-startup=OFF",
                "--sync-binlog=0"));
    if (!host.windows() && !installation.mariadb()) {
      options.add("--innodb-flush-method=nosync");
    }
    if (host.root()) {
      options.add("--user=root");
    }
    return options;
  }
}
