package org.binnacle.inventory.view;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.binnacle.fxkit.theme.Colours;
import org.binnacle.inventory.Environment;
import org.binnacle.inventory.Instance;
import org.binnacle.inventory.Inventory;
import org.binnacle.kernel.Safety;
import org.binnacle.kernel.Severity;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// A line of the navigator: stripe of the environment, shape of the role, name, state in words.
final class FleetCell extends TreeCell<FleetEntry> {
  /// About the width of a letter.
  private static final double LETTER = 7.5;

  private final Inventory inventory;
  private final FleetModel model;
  private final Region stripe = new Region();
  private final FontIcon icon = new FontIcon("mdi2d-database-outline");
  private final Label name = new Label();
  private final Label band = new Label();
  private final Label count = new Label();
  private final FontIcon sign = new FontIcon("mdi2a-alert-outline");
  private final Label state = new Label();
  private final HBox line = new HBox(stripe, icon, name, band, count, state);
  private final Tooltip tip = new Tooltip();

  /// What stands there of the entry besides itself.
  private @Nullable About drawn;

  /// What is known of an entry.
  ///
  /// @param state a mark, or the tally of a group
  private record About(Record state, Optional<Environment> environment) {}

  FleetCell(Inventory inventory, FleetModel model) {
    this.inventory = inventory;
    this.model = model;
    getStyleClass().add("fleet-cell");
    line.getStyleClass().add("fleet-line");
    line.setAlignment(Pos.CENTER_LEFT);
    stripe.getStyleClass().add("stripe");
    band.getStyleClass().add("band");
    band.setMinWidth(Region.USE_PREF_SIZE);
    count.getStyleClass().add("muted");
    count.setMinWidth(Region.USE_PREF_SIZE);
    state.getStyleClass().add("mark");
    name.setMaxWidth(Double.MAX_VALUE);
    name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    HBox.setHgrow(name, Priority.ALWAYS);
    for (Label label : new Label[] {band, count, state}) {
      label.managedProperty().bind(label.visibleProperty());
    }
    setPrefWidth(0);
  }

  /// Draws the same entry with what is known of it now, where that is something else.
  void again() {
    FleetEntry entry = getItem();
    if (entry != null && !isEmpty() && !about(entry).equals(drawn)) {
      updateItem(entry, false);
    }
  }

  private About about(FleetEntry entry) {
    return switch (entry) {
      case FleetEntry.Group group -> new About(model.tally(group), known(group.environment()));
      case FleetEntry.One one ->
          new About(model.mark(one.instance()), known(one.instance().environment()));
    };
  }

  @Override
  protected void updateItem(FleetEntry entry, boolean empty) {
    super.updateItem(entry, empty);
    if (empty || entry == null) {
      drawn = null;
      setGraphic(null);
      setTooltip(null);
      setAccessibleText("");
      return;
    }
    switch (entry) {
      case FleetEntry.Group group -> group(group);
      case FleetEntry.One one -> one(one);
    }
    drawn = about(entry);
    setGraphic(line);
    setTooltip(tip);
  }

  private void group(FleetEntry.Group group) {
    name.setText(group.title());
    classes(name, "label", group.name().isEmpty() ? "muted" : "name");
    shape(
        icon,
        switch (group.field()) {
          case "cluster" -> "mdi2s-server-network";
          case "business" -> "mdi2b-briefcase-outline";
          case "environment" -> "mdi2l-layers-outline";
          case "region" -> "mdi2e-earth";
          default -> "mdi2f-folder-outline";
        });
    String environment = group.environment();
    colour(environment);
    band(environment.equals(group.shared()) ? "" : environment, isStrict(environment));
    Tally tally = model.tally(group);
    count.setText(String.format(Locale.ROOT, "%,d", group.members().size()));
    count.setVisible(true);
    state(tally.severity(), tally.first());
    String words = tally.words().isEmpty() ? "all well" : tally.words();
    tip.setText(group.title() + ": " + group.members().size() + " instances, " + words);
    setAccessibleText(tip.getText() + (environment.isEmpty() ? "" : ", " + environment));
  }

  private void one(FleetEntry.One one) {
    Instance instance = one.instance();
    Mark mark = model.mark(instance);
    name.setText(instance.name());
    classes(name, "label");
    shape(icon, shape(mark.role()));
    colour(instance.environment());
    boolean said = one.shared().equals(instance.environment());
    band(said ? "" : instance.environment(), isStrict(instance.environment()));
    count.setVisible(false);
    String words = words(mark);
    state(mark.severity(), words);
    tip.setText(
        instance.name()
            + "\n"
            + instance.address()
            + (instance.environment().isEmpty() ? "" : "\n" + instance.environment())
            + "\n"
            + (mark.severity() == Severity.UNKNOWN ? "not heard of yet" : words)
            + (instance.note().isEmpty() ? "" : "\n" + instance.note()));
    setAccessibleText(tip.getText().replace('\n', ','));
  }

  private static String words(Mark mark) {
    String role = mark.role().words();
    if (mark.severity() == Severity.UNKNOWN) {
      return mark.words().isEmpty() ? "?" : mark.words();
    }
    if (mark.words().isEmpty()
        || (mark.role() == Mark.Role.SOURCE && mark.severity() == Severity.OK)) {
      return mark.words().isEmpty() || mark.words().equals(role) ? role : role + " " + mark.words();
    }
    return mark.words();
  }

  private static String shape(Mark.Role role) {
    return switch (role) {
      case SOURCE -> "mdi2d-database";
      case REPLICA -> "mdi2d-database-outline";
      case RELAY -> "mdi2d-database-sync-outline";
      case ALONE -> "mdi2d-database-lock-outline";
      case UNKNOWN -> "mdi2d-database-off-outline";
    };
  }

  private void state(Severity severity, String words) {
    // Both give way to each other, and neither altogether; a short name not at all.
    boolean signed = severity.compareTo(Severity.NOTICE) <= 0 && severity != Severity.UNKNOWN;
    name.setMinWidth(Math.min(120, name.getText().length() * LETTER + 4));
    state.setMinWidth(signed ? Math.min(86, words.length() * LETTER + 30) : USE_PREF_SIZE);
    state.setText(words);
    state.setVisible(!words.isEmpty());
    classes(state, "label", "mark", severity.name().toLowerCase(Locale.ROOT));
    switch (severity) {
      case CRITICAL -> sign("mdi2a-alert-octagon-outline");
      case WARNING -> sign("mdi2a-alert-outline");
      case NOTICE -> sign("mdi2i-information-outline");
      case OK, UNKNOWN -> state.setGraphic(null);
    }
  }

  private void sign(String literal) {
    shape(sign, literal);
    state.setGraphic(sign);
  }

  /// The sheets are gone through again for each change of a class, even to the same.
  private static void classes(Node node, String... wanted) {
    if (!node.getStyleClass().equals(List.of(wanted))) {
      node.getStyleClass().setAll(wanted);
    }
  }

  private static void shape(FontIcon icon, String literal) {
    if (!literal.equals(icon.getIconLiteral())) {
      icon.setIconLiteral(literal);
    }
  }

  private void band(String environment, boolean strict) {
    String text = environment.length() > 7 ? environment.substring(0, 4) : environment;
    band.setText(strict ? text.toUpperCase(Locale.ROOT) : text);
    if (!band.getStyleClass().contains(strict ? "band" : "pill")) {
      band.getStyleClass().setAll("label", strict ? "band" : "pill");
    }
    band.setVisible(!environment.isEmpty());
    Colours.put(
        band,
        environment.isEmpty() ? "" : known(environment).map(Environment::colour).orElse("grey"));
  }

  private void colour(String environment) {
    Colours.put(stripe, known(environment).map(Environment::colour).orElse(""));
  }

  private boolean isStrict(String environment) {
    return known(environment).filter(known -> known.safety() == Safety.STRICT).isPresent();
  }

  private Optional<Environment> known(String environment) {
    return inventory.environments().stream()
        .filter(known -> known.name().equalsIgnoreCase(environment))
        .findFirst();
  }
}
