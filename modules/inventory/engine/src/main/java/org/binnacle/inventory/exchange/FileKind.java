package org.binnacle.inventory.exchange;

import java.nio.file.Path;
import java.util.Locale;
import org.binnacle.kernel.Fault;

/// The kinds of files that connections are imported from.
public enum FileKind {
  YAML,
  CSV,
  JSON,
  /// Option files of the MySQL clients: `~/.my.cnf`.
  MY_CNF,
  /// Written by mysql_config_editor: `~/.mylogin.cnf`.
  LOGIN_PATH,
  /// MySQL Workbench: `connections.xml`.
  WORKBENCH,
  /// DBeaver: `data-sources.json`.
  DBEAVER;

  /// Such as `my-cnf`.
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// @throws Fault with {@link ExchangeFaults#KIND}
  public static FileKind of(String key) {
    for (FileKind kind : values()) {
      if (kind.key().equalsIgnoreCase(key)) {
        return kind;
      }
    }
    throw new Fault(ExchangeFaults.KIND, key);
  }

  /// By the file's name.
  ///
  /// @throws Fault with {@link ExchangeFaults#KIND}
  public static FileKind of(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (name.endsWith("mylogin.cnf")) {
      return LOGIN_PATH;
    }
    if (name.startsWith("data-sources") && name.endsWith(".json")) {
      return DBEAVER;
    }
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "yaml", "yml" -> YAML;
      case "csv" -> CSV;
      case "json" -> JSON;
      case "cnf", "ini" -> MY_CNF;
      case "xml" -> WORKBENCH;
      default -> throw new Fault(ExchangeFaults.KIND, file.toString());
    };
  }

  Reading read(Path file) {
    return switch (this) {
      case YAML -> TreeFile.yaml().read(file);
      case JSON -> TreeFile.json().read(file);
      case CSV -> CsvFile.read(file);
      case MY_CNF -> MyCnf.read(file);
      case LOGIN_PATH -> LoginPath.read(file);
      case WORKBENCH -> Workbench.read(file);
      case DBEAVER -> DBeaver.read(file);
    };
  }
}
