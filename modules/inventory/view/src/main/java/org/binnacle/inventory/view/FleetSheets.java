package org.binnacle.inventory.view;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import org.binnacle.fxkit.Choosers;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.task.Tasks;
import org.binnacle.inventory.Instance;
import org.binnacle.inventory.Inventory;
import org.binnacle.kernel.Words;

/// Opens the sheets of this module over the window that shows a node: editor, connection test,
/// import, export, discovery, environments. On the FX thread.
public final class FleetSheets {

  /// What the sheets work with.
  ///
  /// @param home the user's home folder, where files of other programs are looked for
  public record Ports(
      Inventory inventory,
      Passwords passwords,
      ConnectionTester tester,
      Discoverer discoverer,
      Choosers choosers,
      Tasks tasks,
      Words words,
      Path home) {}

  private final Ports ports;

  public FleetSheets(Ports ports) {
    this.ports = ports;
  }

  public void add(Node anywhere) {
    FxThread.check();
    EditorSheet.open(ports, anywhere, Optional.empty(), () -> environments(anywhere));
  }

  public void edit(Node anywhere, Instance instance) {
    FxThread.check();
    EditorSheet.open(ports, anywhere, Optional.of(instance), () -> environments(anywhere));
  }

  /// Opens the editor and tests at once.
  public void test(Node anywhere, Instance instance) {
    FxThread.check();
    EditorSheet.open(ports, anywhere, Optional.of(instance), () -> environments(anywhere)).test();
  }

  public void importFiles(Node anywhere) {
    FxThread.check();
    ImportSheet.open(ports, anywhere);
  }

  /// Asks where to and writes the instances as YAML, CSV or JSON, as the file's name says.
  public void export(Node anywhere, List<Instance> instances) {
    FxThread.check();
    ExportAct.run(ports, anywhere, instances);
  }

  /// Looks for the sources and replicas of an instance.
  public void discover(Node anywhere, Instance instance) {
    FxThread.check();
    DiscoverySheet.open(ports, anywhere, instance);
  }

  public void environments(Node anywhere) {
    FxThread.check();
    EnvironmentsSheet.open(ports, anywhere);
  }
}
