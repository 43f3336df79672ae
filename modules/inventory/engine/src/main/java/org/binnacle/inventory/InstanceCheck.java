package org.binnacle.inventory;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.binnacle.kernel.Fault;

/// The rules that an instance keeps by itself; uniqueness of the name is the inventory's.
final class InstanceCheck {
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_NOTE = 20_000;
  private static final List<Field> ONE_LINE =
      List.of(
          Field.USER,
          Field.CREDENTIAL,
          Field.CA,
          Field.TUNNEL_USER,
          Field.TUNNEL_KEY,
          Field.TUNNEL_KNOWN_HOSTS,
          Field.CLUSTER,
          Field.BUSINESS,
          Field.REGION,
          Field.ROLE);

  private InstanceCheck() {}

  /// The first fault of each field.
  ///
  /// @param environments the names of the known environments, in lower case
  static Map<Field, Fault> check(Instance instance, Collection<String> environments) {
    var faults = new EnumMap<Field, Fault>(Field.class);
    texts(instance, faults);
    name(instance.name(), faults);
    if (!HostShape.fits(instance.host())) {
      put(faults, Field.HOST, new Fault(InventoryFaults.HOST, instance.host()));
    }
    if (instance.port() < 1 || instance.port() > 65_535) {
      put(faults, Field.PORT, new Fault(InventoryFaults.PORT, String.valueOf(instance.port())));
    }
    if (instance.user().isEmpty()) {
      put(faults, Field.USER, new Fault(InventoryFaults.USER, instance.name()));
    }
    tls(instance, faults);
    instance.tunnel().ifPresent(tunnel -> tunnel(tunnel, faults));
    if (!instance.environment().isEmpty()
        && !environments.contains(Snapshot.key(instance.environment()))) {
      put(
          faults,
          Field.ENVIRONMENT,
          new Fault(InventoryFaults.ENVIRONMENT, instance.environment()));
    }
    for (String tag : instance.tags()) {
      if (tag.length() > LONGEST_NAME || !tag.matches("[^\\s,=]+(=[^\\s,]*)?")) {
        put(faults, Field.TAGS, new Fault(InventoryFaults.TAG, tag));
      }
    }
    return faults;
  }

  private static void name(String name, Map<Field, Fault> faults) {
    if (name.isBlank()) {
      put(faults, Field.NAME, new Fault(InventoryFaults.NAME_EMPTY, ""));
    } else if (name.length() > LONGEST_NAME
        || name.contains("://")
        || name.codePoints().anyMatch(Character::isISOControl)) {
      put(faults, Field.NAME, new Fault(InventoryFaults.NAME_SHAPE, name));
    }
  }

  private static void texts(Instance instance, Map<Field, Fault> faults) {
    for (Field field : ONE_LINE) {
      String text = field.of(instance);
      if (text.length() > 1_000 || text.codePoints().anyMatch(Character::isISOControl)) {
        put(faults, field, new Fault(InventoryFaults.TEXT, field.key() + " of " + instance.name()));
      }
    }
    if (instance.note().length() > LONGEST_NOTE) {
      put(faults, Field.NOTE, new Fault(InventoryFaults.TEXT, "note of " + instance.name()));
    }
  }

  private static void tls(Instance instance, Map<Field, Fault> faults) {
    boolean verifies =
        instance.tls() == TlsMode.VERIFY_CA || instance.tls() == TlsMode.VERIFY_IDENTITY;
    if (instance.tls() == TlsMode.VERIFY_CA && instance.ca().isEmpty()) {
      put(faults, Field.CA, new Fault(InventoryFaults.CA_MISSING, instance.name()));
    }
    if (!verifies && !instance.ca().isEmpty()) {
      put(faults, Field.CA, new Fault(InventoryFaults.CA_UNUSED, instance.tls().name()));
    }
    if (verifies && instance.publicKeyRetrieval()) {
      put(
          faults,
          Field.PUBLIC_KEY_RETRIEVAL,
          new Fault(InventoryFaults.KEY_RETRIEVAL, instance.tls().name()));
    }
  }

  private static void tunnel(SshTunnel tunnel, Map<Field, Fault> faults) {
    if (!HostShape.fits(tunnel.host())) {
      put(faults, Field.TUNNEL_HOST, new Fault(InventoryFaults.TUNNEL, "host " + tunnel.host()));
    }
    if (tunnel.port() < 1 || tunnel.port() > 65_535) {
      put(faults, Field.TUNNEL_PORT, new Fault(InventoryFaults.TUNNEL, "port " + tunnel.port()));
    }
  }

  private static void put(Map<Field, Fault> faults, Field field, Fault fault) {
    faults.putIfAbsent(field, fault);
  }
}
