package org.binnacle.inventory.view;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.binnacle.fxkit.FxThread;
import org.binnacle.inventory.Field;
import org.binnacle.inventory.Instance;
import org.binnacle.inventory.InstanceDraft;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Words;

/// The texts of the form and what is wrong with them. A fault shows once its field was left, or
/// once saving was tried. On the FX thread.
final class EditorModel {
  private static final Set<Field> TUNNEL =
      EnumSet.of(
          Field.TUNNEL_HOST,
          Field.TUNNEL_PORT,
          Field.TUNNEL_USER,
          Field.TUNNEL_KEY,
          Field.TUNNEL_KNOWN_HOSTS);

  private final Optional<Instance> original;
  private final InstanceDraft draft;
  private final Function<InstanceDraft, Map<Field, Fault>> check;
  private final Words words;
  private final Map<Field, StringProperty> texts = new EnumMap<>(Field.class);
  private final Map<Field, ReadOnlyStringWrapper> problems = new EnumMap<>(Field.class);
  private final Set<Field> left = EnumSet.noneOf(Field.class);
  private final BooleanProperty tunnel = new SimpleBooleanProperty();
  private boolean ownName;
  private boolean mirroring;

  EditorModel(
      Optional<Instance> original, Function<InstanceDraft, Map<Field, Fault>> check, Words words) {
    FxThread.check();
    this.original = original;
    this.check = check;
    this.words = words;
    this.draft = original.map(Instance::draft).orElseGet(InstanceDraft::new);
    this.ownName = original.isPresent();
    for (Field field : Field.values()) {
      String value = original.map(field::of).orElse("");
      texts.put(field, new SimpleStringProperty(value));
      problems.put(field, new ReadOnlyStringWrapper(""));
    }
    original
        .filter(instance -> instance.credential().equals(defaultCredential(instance)))
        .ifPresent(instance -> text(Field.CREDENTIAL).set(""));
    if (original.isEmpty()) {
      text(Field.TLS).set("PREFERRED");
      text(Field.PORT).set("3306");
      text(Field.TUNNEL_PORT).set("22");
    }
    tunnel.set(!text(Field.TUNNEL_HOST).get().isEmpty());
    if (text(Field.TUNNEL_PORT).get().isEmpty()) {
      text(Field.TUNNEL_PORT).set("22");
    }
    texts.forEach((field, text) -> text.addListener((seen, was, is) -> changed(field)));
    tunnel.addListener((seen, was, is) -> show());
  }

  private static String defaultCredential(Instance instance) {
    return Instance.defaultCredential(instance.user(), instance.host(), instance.port());
  }

  Optional<Instance> original() {
    return original;
  }

  StringProperty text(Field field) {
    return java.util.Objects.requireNonNull(texts.get(field));
  }

  /// What is wrong with the field, as the user may see it by now; empty where nothing is.
  ReadOnlyStringProperty problem(Field field) {
    return java.util.Objects.requireNonNull(problems.get(field)).getReadOnlyProperty();
  }

  /// Whether the connection goes through SSH.
  BooleanProperty tunnel() {
    return tunnel;
  }

  /// The user has left the field: its fault may show.
  void leave(Field field) {
    left.add(field);
    show();
  }

  /// Shows all faults.
  ///
  /// @return the first field that is wrong, in the order of the form
  Optional<Field> leaveAll() {
    left.addAll(EnumSet.allOf(Field.class));
    show();
    return faults().keySet().stream().sorted().findFirst();
  }

  /// @throws Fault where something is wrong
  Instance build() {
    return draft().build();
  }

  /// Takes over what a pasted text says.
  void fill(ConnectText pasted) {
    pasted.fields().forEach((field, value) -> text(field).set(value));
  }

  private InstanceDraft draft() {
    texts.forEach(
        (field, text) ->
            draft.set(field, TUNNEL.contains(field) && !tunnel.get() ? "" : text.get()));
    return draft;
  }

  private Map<Field, Fault> faults() {
    return check.apply(draft());
  }

  private void changed(Field field) {
    if (field == Field.NAME && !mirroring) {
      ownName = !text(Field.NAME).get().isEmpty();
    } else if ((field == Field.HOST || field == Field.PORT) && !ownName) {
      mirroring = true;
      String port = text(Field.PORT).get();
      String host = text(Field.HOST).get().strip();
      boolean usual = port.isEmpty() || port.equals("3306") || host.isEmpty();
      text(Field.NAME).set(usual ? host : host + ":" + port);
      mirroring = false;
    }
    show();
  }

  private void show() {
    Map<Field, Fault> faults = left.isEmpty() ? Map.of() : faults();
    problems.forEach(
        (field, problem) ->
            problem.set(
                left.contains(field) && faults.containsKey(field)
                    ? told(java.util.Objects.requireNonNull(faults.get(field)))
                    : ""));
  }

  private String told(Fault fault) {
    Words.Told told = words.of(fault);
    String end = told.happened().endsWith(".") ? " " : ". ";
    return told.next().isEmpty() ? told.happened() : told.happened() + end + told.next();
  }
}
