package org.binnacle.testkit.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.binnacle.testkit.Installation;

/// The statements that make MariaDB's system tables: it has no `--initialize`, its server reads
/// them from standard input.
final class Bootstrap {
  private static final List<String> SCRIPTS =
      List.of(
          "mariadb_system_tables.sql",
          "mariadb_performance_tables.sql",
          "mariadb_system_tables_data.sql",
          "maria_add_gis_sp_bootstrap.sql",
          "mariadb_sys_schema.sql");

  private Bootstrap() {}

  /// Builds before 11.0 have their scripts under their old names.
  private static String oldName(String script) {
    return script.replace("mariadb_sys_schema", "mysql_sys_schema").replace("mariadb_", "mysql_");
  }

  static void write(Installation installation, Path file) throws IOException {
    var text = new StringBuilder("create database if not exists mysql;\nuse mysql;\n");
    text.append("SET @auth_root_socket=NULL;\n");
    for (String script : SCRIPTS) {
      text.append(Files.readString(find(installation.home(), script))).append('\n');
    }
    // The bootstrap reader ends a statement at the end of a line.
    Accounts.sql(installation).forEach(sql -> text.append(sql).append('\n'));
    Files.writeString(file, text);
  }

  private static Path find(Path home, String script) throws IOException {
    List<String> names = List.of(script, oldName(script));
    var found = new ArrayList<Path>();
    try (Stream<Path> files = Files.walk(home)) {
      files.filter(file -> names.contains(file.getFileName().toString())).forEach(found::add);
    }
    if (found.isEmpty()) {
      throw new IOException(script + " is missing below " + home);
    }
    return found.getFirst();
  }
}
