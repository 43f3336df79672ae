package org.binnacle.diagnosis.view.audit;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.binnacle.diagnosis.export.Audit;
import org.binnacle.diagnosis.export.Rows;
import org.binnacle.diagnosis.view.Kit;
import org.binnacle.fxkit.Choosers;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.Icons;
import org.binnacle.fxkit.Panel;
import org.binnacle.fxkit.sheet.MessageBar;
import org.binnacle.fxkit.sheet.Toasts;
import org.binnacle.fxkit.table.LiveTable;
import org.binnacle.fxkit.table.Placeholder;
import org.binnacle.fxkit.theme.Themes;
import org.binnacle.kernel.AuditEntry;
import org.binnacle.kernel.Outcome;
import org.binnacle.kernel.Severity;

/// What was done to servers from this workstation: search, range, detail, copy, export.
public final class AuditPanel implements Panel {
  private final Kit kit;
  private final AuditModel model;
  private final LiveTable<AuditEntry, AuditEntry> table;
  private final TextField search = new TextField();
  private final ChoiceBox<AuditModel.Range> range = new ChoiceBox<>();
  private final Label count = new Label();
  private final MessageBar message = new MessageBar();
  private final AuditDetail detail = new AuditDetail();
  private final SplitPane split = new SplitPane();
  private final BorderPane root = new BorderPane();
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("Audit log");
  private final InvalidationListener found = seen -> showEntries();
  private final InvalidationListener picked = seen -> showPicked();

  public AuditPanel(Kit kit) {
    FxThread.check();
    this.kit = kit;
    model = new AuditModel(kit.diagnosis().audit(), Clock.systemUTC());
    table = new LiveTable<>("audit.table", entry -> entry, AuditColumns.all(), kit.settings());
    table.states(AuditColumns::states);
    table.sortFirst("at", true);
    table.whenEmpty(
        Placeholder.of(
            "mdi2c-clipboard-text-clock-outline",
            "Nothing was done in this time",
            "Every kill and every other change that Binnacle makes on a server is kept here."));
    search.setId("audit-search");
    search.setPromptText("Search in instance, act, target, SQL, reason and detail");
    search.textProperty().bindBidirectional(model.search());
    HBox.setHgrow(search, Priority.ALWAYS);
    range.setId("audit-range");
    range.getItems().addAll(AuditModel.Range.values());
    range.valueProperty().bindBidirectional(model.range());
    count.getStyleClass().add("muted");
    count.setMinWidth(Region.USE_PREF_SIZE);
    var bar =
        new HBox(
            search,
            count,
            range,
            Icons.button("mdi2r-refresh", "Read again", model::ask),
            Icons.button("mdi2e-export-variant", "Export the rows", this::export));
    bar.getStyleClass().add("session-bar");
    bar.setAlignment(Pos.CENTER_LEFT);
    split.setOrientation(Orientation.VERTICAL);
    split.getItems().add(table.view());
    root.setTop(new VBox(bar, message));
    root.setCenter(split);
    root.getStyleClass().add("audit-panel");
    root.getStylesheets().add(Themes.css("sessions"));
    model.entries().addListener(found);
    model.fault().addListener(found);
    table.summary().addListener(found);
    table.selection().addListener(picked);
    showEntries();
  }

  private void showEntries() {
    table.rows(model.entries().get());
    int many = model.entries().get().size();
    count.setText(
        many < AuditModel.MOST
            ? "%,d entries".formatted(many)
            : "the newest %,d entries".formatted(many));
    model.fault().get().ifPresentOrElse(fault -> message.show(fault, kit.words()), message::clear);
  }

  private void showPicked() {
    List<AuditEntry> selected = table.selection().get();
    boolean one = selected.size() == 1;
    if (one) {
      detail.show(selected.getFirst());
    }
    if (one && split.getItems().size() == 1) {
      split.getItems().add(detail);
      split.setDividerPositions(0.68);
    } else if (!one && split.getItems().size() > 1) {
      split.getItems().remove(1);
    }
  }

  private void export() {
    List<AuditEntry> entries = List.copyOf(table.marked());
    kit.choosers()
        .save(
            root.getScene().getWindow(),
            "Export %,d audit entries".formatted(entries.size()),
            "audit.csv",
            List.of(
                Choosers.Kind.of("CSV files", "*.csv"),
                Choosers.Kind.of("JSON files", "*.json"),
                Choosers.Kind.of("Markdown files", "*.md")))
        .ifPresent(to -> write(entries, to));
  }

  private void write(List<AuditEntry> entries, Path to) {
    Rows.Format format = Rows.Format.of(to.getFileName().toString());
    kit.tasks()
        .start(
            "Export %,d audit entries to %s".formatted(entries.size(), to.getFileName()),
            (progress, cancel) ->
                Files.writeString(
                    to, Audit.text(format, entries, progress, cancel), StandardCharsets.UTF_8),
            outcome -> {
              if (outcome instanceof Outcome.Ok<Path>(Path written)) {
                Toasts.show(
                    root,
                    Severity.OK,
                    "%,d audit entries written to %s".formatted(entries.size(), written));
              }
            });
  }

  @Override
  public String id() {
    return "audit";
  }

  @Override
  public ObservableValue<String> title() {
    return title.getReadOnlyProperty();
  }

  @Override
  public String icon() {
    return "mdi2c-clipboard-text-clock-outline";
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void shown() {
    model.ask();
  }

  @Override
  public void focus() {
    search.requestFocus();
  }

  @Override
  public void close() {
    FxThread.check();
    model.entries().removeListener(found);
    model.fault().removeListener(found);
    table.summary().removeListener(found);
    table.selection().removeListener(picked);
    search.textProperty().unbindBidirectional(model.search());
    range.valueProperty().unbindBidirectional(model.range());
    model.close();
    detail.close();
    table.close();
  }
}
