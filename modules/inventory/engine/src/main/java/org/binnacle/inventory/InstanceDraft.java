package org.binnacle.inventory;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.binnacle.kernel.Fault;

/// An instance being written: every field as the text that a form, a file or a command gives. Not
/// for several threads.
public final class InstanceDraft {
  private static final String DEFAULT_PORT = "3306";
  private final UUID id;
  private final Map<Field, String> texts = new EnumMap<>(Field.class);

  /// An empty draft of a new instance.
  public InstanceDraft() {
    this.id = UUID.randomUUID();
  }

  InstanceDraft(Instance instance) {
    this(instance.id(), instance);
  }

  InstanceDraft(UUID id, Instance instance) {
    this.id = id;
    for (Field field : Field.values()) {
      set(field, field.of(instance));
    }
  }

  public UUID id() {
    return id;
  }

  /// Sets a field; surrounding blanks are dropped, and brackets around an IPv6 host.
  public InstanceDraft set(Field field, String text) {
    String value = text.strip();
    if ((field == Field.HOST || field == Field.TUNNEL_HOST)
        && value.startsWith("[")
        && value.endsWith("]")) {
      value = value.substring(1, value.length() - 1);
    }
    texts.put(field, value);
    return this;
  }

  public String get(Field field) {
    return texts.getOrDefault(field, "");
  }

  /// The instance that these texts make.
  ///
  /// @throws Fault of the first field whose text cannot be read ({@link #unreadable()} has all)
  public Instance build() {
    unreadable()
        .values()
        .forEach(
            fault -> {
              throw fault;
            });
    String host = get(Field.HOST);
    int port = Integer.parseInt(or(Field.PORT, DEFAULT_PORT));
    String user = get(Field.USER);
    return new Instance(
        id,
        get(Field.NAME),
        host,
        port,
        user,
        or(Field.CREDENTIAL, Instance.defaultCredential(user, host, port)),
        mode(get(Field.TLS)).orElse(TlsMode.PREFERRED),
        get(Field.CA),
        get(Field.PUBLIC_KEY_RETRIEVAL).equalsIgnoreCase("true"),
        tunnel(),
        get(Field.ENVIRONMENT),
        get(Field.CLUSTER),
        get(Field.BUSINESS),
        get(Field.REGION),
        get(Field.ROLE),
        List.of(get(Field.TAGS).split("[,\n]")),
        get(Field.NOTE));
  }

  /// Fields whose text is no value of the field's kind at all, such as a port `abc`.
  public Map<Field, Fault> unreadable() {
    var faults = new EnumMap<Field, Fault>(Field.class);
    if (!number(or(Field.PORT, DEFAULT_PORT))) {
      faults.put(Field.PORT, new Fault(InventoryFaults.PORT, get(Field.PORT)));
    }
    if (mode(get(Field.TLS)).isEmpty()) {
      faults.put(Field.TLS, new Fault(InventoryFaults.TLS, get(Field.TLS)));
    }
    if (!List.of("", "true", "false")
        .contains(get(Field.PUBLIC_KEY_RETRIEVAL).toLowerCase(Locale.ROOT))) {
      faults.put(
          Field.PUBLIC_KEY_RETRIEVAL,
          new Fault(
              InventoryFaults.TEXT,
              Field.PUBLIC_KEY_RETRIEVAL.key()
                  + " is true or false, not "
                  + get(Field.PUBLIC_KEY_RETRIEVAL)));
    }
    if (!number(or(Field.TUNNEL_PORT, "22"))) {
      faults.put(
          Field.TUNNEL_PORT, new Fault(InventoryFaults.TUNNEL, "port " + get(Field.TUNNEL_PORT)));
    }
    return faults;
  }

  private Optional<SshTunnel> tunnel() {
    if (get(Field.TUNNEL_HOST).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new SshTunnel(
            get(Field.TUNNEL_HOST),
            Integer.parseInt(or(Field.TUNNEL_PORT, "22")),
            get(Field.TUNNEL_USER),
            get(Field.TUNNEL_KEY),
            get(Field.TUNNEL_KNOWN_HOSTS)));
  }

  private String or(Field field, String otherwise) {
    return get(field).isEmpty() ? otherwise : get(field);
  }

  private static boolean number(String text) {
    return text.matches("-?[0-9]{1,9}");
  }

  private static Optional<TlsMode> mode(String text) {
    String name = text.isEmpty() ? "PREFERRED" : text.toUpperCase(Locale.ROOT).replace('-', '_');
    return Arrays.stream(TlsMode.values()).filter(mode -> mode.name().equals(name)).findFirst();
  }
}
