package org.binnacle.app.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.binnacle.app.cli.Table.Cell;
import org.binnacle.app.cli.Table.Column;
import org.binnacle.app.cli.Terminal.Tone;
import org.binnacle.inventory.Environment;
import org.binnacle.inventory.Field;
import org.binnacle.inventory.Instance;
import org.binnacle.inventory.Inventory;
import org.binnacle.kernel.Safety;

/// Instances as the command line shows them.
final class Instances {
  private Instances() {}

  static Table table(Inventory inventory, List<Instance> instances) {
    var table =
        new Table(
            Column.text("NAME"),
            Column.text("ADDRESS"),
            Column.text("USER"),
            Column.text("ENVIRONMENT"),
            Column.text("CLUSTER"),
            Column.text("ROLE"),
            Column.text("TLS"),
            Column.elastic("TAGS"));
    for (Instance instance : instances) {
      Environment environment = inventory.environment(instance);
      table.row(
          new Cell(instance.name(), Tone.STRONG),
          instance.address(),
          instance.user(),
          new Cell(
              instance.environment(),
              environment.safety() == Safety.STRICT ? Tone.RED : Tone.PLAIN),
          instance.cluster(),
          instance.role(),
          Field.TLS.of(instance).toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
          String.join(" ", instance.tags()));
    }
    return table;
  }

  /// `id`, then every field under its key with `_` for `-`; the port is a number, public-key
  /// retrieval a truth value, tags a list, everything else text.
  static Map<String, Object> document(Instance instance) {
    var document = new LinkedHashMap<String, Object>();
    document.put("id", instance.id().toString());
    for (Field field : Field.values()) {
      document.put(
          field.key().replace('-', '_'),
          switch (field) {
            case PORT -> instance.port();
            case PUBLIC_KEY_RETRIEVAL -> instance.publicKeyRetrieval();
            case TAGS -> instance.tags();
            default -> field.of(instance);
          });
    }
    return document;
  }
}
