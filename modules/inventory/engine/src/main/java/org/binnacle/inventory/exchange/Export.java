package org.binnacle.inventory.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.binnacle.inventory.Environment;
import org.binnacle.inventory.Instance;
import org.binnacle.kernel.Fault;

/// Gives instances out as YAML, CSV or JSON: stable shapes, described in the module's README. No
/// password is in them, since none is in an instance.
public final class Export {
  private Export() {}

  /// @param kind YAML, CSV or JSON
  /// @throws Fault with {@link ExchangeFaults#KIND} for another
  public static String text(
      FileKind kind, List<Instance> instances, List<Environment> environments) {
    return switch (kind) {
      case YAML -> TreeFile.yaml().write(instances, environments);
      case JSON -> TreeFile.json().write(instances, environments);
      case CSV -> CsvFile.write(instances);
      case MY_CNF, LOGIN_PATH, WORKBENCH, DBEAVER ->
          throw new Fault(ExchangeFaults.KIND, kind.key() + " can only be imported");
    };
  }

  public static void write(
      FileKind kind, Path file, List<Instance> instances, List<Environment> environments) {
    try {
      Files.writeString(file, text(kind, instances, environments));
    } catch (IOException e) {
      throw new Fault(ExchangeFaults.FILE, String.valueOf(e.getMessage()), e);
    }
  }
}
