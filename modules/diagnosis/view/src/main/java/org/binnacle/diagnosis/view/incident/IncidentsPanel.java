package org.binnacle.diagnosis.view.incident;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.binnacle.diagnosis.incident.Incident;
import org.binnacle.diagnosis.incident.IncidentFaults;
import org.binnacle.diagnosis.incident.Incidents;
import org.binnacle.diagnosis.incident.guard.TriggerRule;
import org.binnacle.diagnosis.view.Kit;
import org.binnacle.fxkit.Choosers;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.Icons;
import org.binnacle.fxkit.Panel;
import org.binnacle.fxkit.sheet.MessageBar;
import org.binnacle.fxkit.sheet.Sheet;
import org.binnacle.fxkit.sheet.Toasts;
import org.binnacle.fxkit.table.LiveTable;
import org.binnacle.fxkit.table.Placeholder;
import org.binnacle.fxkit.task.Questions;
import org.binnacle.fxkit.theme.Themes;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Outcome;
import org.binnacle.kernel.Severity;

/// The incidents that are kept: search, open, compare, note, import, remove.
public final class IncidentsPanel implements Panel {
  private static final int MOST = 1_000;

  private final Kit kit;
  private final Questions questions = new Questions("incidents");
  private final Questions acts = new Questions("act on incidents");
  private final LiveTable<Incident.Head, String> table;
  private final TextField search = new TextField();
  private final MessageBar message = new MessageBar();
  private final BorderPane root = new BorderPane();
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("Incidents");
  private final InvalidationListener typed = seen -> ask();
  private final Button triggers =
      Icons.button(
          "mdi2b-bell-outline", "Triggers...", "Captures by themselves", this::openTriggers);
  private Runnable deaf = () -> {};

  public IncidentsPanel(Kit kit) {
    FxThread.check();
    this.kit = kit;
    table =
        new LiveTable<>(
            "incidents.table", Incident.Head::id, IncidentColumns.all(), kit.settings());
    table.states(IncidentColumns::states);
    table.sortFirst("at", true);
    table.onOpen(head -> kit.doors().incident(head.id()));
    table.menu(this::menu);
    table.whenEmpty(
        Placeholder.of(
            "mdi2c-camera-outline",
            "No incidents yet",
            "Press I on an instance, a cluster or a row of the board: what it does is recorded in"
                + " a few seconds and kept here. An exported one can be dropped here."));
    search.setPromptText("Search in instance, title, note, trigger and summary");
    search.textProperty().addListener(typed);
    HBox.setHgrow(search, Priority.ALWAYS);
    var bar =
        new HBox(
            search,
            Icons.button(
                "mdi2c-compare", "Compare", "Compare two selected incidents", this::compare),
            Icons.button("mdi2i-import", "Import...", "Read an exported incident", this::importOne),
            triggers,
            Icons.button("mdi2r-refresh", "Read again", this::ask));
    triggers.setVisible(kit.guard().isPresent());
    triggers.setManaged(kit.guard().isPresent());
    showTriggers();
    kit.guard().ifPresent(guard -> deaf = guard.onFired(fired -> FxThread.later(this::ask)));
    bar.getStyleClass().add("session-bar");
    bar.setAlignment(Pos.CENTER_LEFT);
    root.setTop(new VBox(bar, message));
    root.setCenter(table.view());
    root.getStylesheets().addAll(Themes.css("sessions"), Themes.css("incident"));
    root.setOnDragOver(
        event -> {
          if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
          }
        });
    root.setOnDragDropped(
        event -> event.getDragboard().getFiles().forEach(file -> read(file.toPath())));
    ask();
  }

  private List<MenuItem> menu(List<Incident.Head> heads) {
    return heads.isEmpty()
        ? List.of()
        : heads.size() == 1
            ? List.of(
                item("Open   (Enter)", () -> kit.doors().incident(heads.getFirst().id())),
                item("Write a note...", () -> note(heads.getFirst())),
                item("Remove", () -> removeAsked(heads)))
            : List.of(
                item("Compare", this::compare),
                item("Remove " + heads.size(), () -> removeAsked(heads)));
  }

  private static MenuItem item(String words, Runnable action) {
    var item = new MenuItem(words);
    item.setMnemonicParsing(false);
    item.setOnAction(event -> action.run());
    return item;
  }

  private Incidents incidents() {
    return kit.incidents()
        .orElseThrow(() -> new Fault(IncidentFaults.FILE, "no incidents are kept in this run"));
  }

  private void openTriggers() {
    TriggersSheet.open(kit, this::showTriggers, root);
  }

  private void showTriggers() {
    long on =
        kit.guard().stream()
            .flatMap(guard -> guard.rules().stream())
            .filter(TriggerRule::on)
            .count();
    triggers.setText(on == 0 ? "Triggers..." : "Triggers (" + on + " on)...");
  }

  private void ask() {
    String text = search.getText().strip();
    questions.ask(
        () -> incidents().list(text, MOST),
        outcome -> {
          switch (outcome) {
            case Outcome.Ok<List<Incident.Head>>(List<Incident.Head> heads) -> table.rows(heads);
            case Outcome.Failed<List<Incident.Head>>(Fault fault) ->
                message.show(fault, kit.words());
          }
        });
  }

  private void compare() {
    List<Incident.Head> two =
        table.selection().get().stream().sorted(Comparator.comparing(Incident.Head::at)).toList();
    if (two.size() == 2) {
      message.clear();
      kit.doors().compare(two.getFirst().id(), two.getLast().id());
    } else {
      message.show(Severity.NOTICE, "Select two incidents to compare (Ctrl+click the second).");
    }
  }

  private void note(Incident.Head head) {
    var text = new TextField(head.note());
    text.setPromptText("What happened, which ticket");
    Sheet.titled("Note on the incident of " + head.title())
        .body(text)
        .act(
            "Write the note",
            Sheet.Kind.USUAL,
            sheet ->
                done(
                    () -> {
                      incidents().note(head.id(), text.getText().strip());
                      return true;
                    },
                    sheet::close))
        .open(root);
  }

  private void done(Callable<Boolean> work, Runnable then) {
    acts.ask(
        work,
        outcome -> {
          if (outcome instanceof Outcome.Failed<Boolean>(Fault fault)) {
            message.show(fault, kit.words());
          } else {
            message.clear();
            then.run();
            ask();
          }
        });
  }

  /// A capture comes back by "Undo"; a record does not, so it is asked for first.
  private void removeAsked(List<Incident.Head> heads) {
    List<Incident.Head> records =
        heads.stream().filter(head -> head.trigger().equals(Incident.RECORD)).toList();
    if (records.isEmpty()) {
      remove(heads);
      return;
    }
    var words =
        new Label(
            "%s A removed record cannot be brought back."
                .formatted(
                    records.size() == 1 ? "It is a record." : "There are records among them."));
    words.setWrapText(true);
    Sheet.titled("Remove " + (heads.size() == 1 ? heads.getFirst().summary() : heads.size() + ""))
        .body(words)
        .act(
            heads.size() == 1 ? "Remove the record" : "Remove " + heads.size(),
            Sheet.Kind.DANGER,
            sheet -> {
              sheet.close();
              remove(heads);
            })
        .open(root);
  }

  private void remove(List<Incident.Head> heads) {
    var gone = new CopyOnWriteArrayList<Incident>();
    done(
        () -> {
          heads.forEach(head -> incidents().remove(head.id()).ifPresent(gone::add));
          return true;
        },
        () ->
            Toasts.show(
                root,
                Severity.OK,
                heads.size() + (heads.size() == 1 ? " incident" : " incidents") + " removed",
                "Undo",
                () ->
                    done(
                        () -> {
                          gone.forEach(incidents()::keep);
                          return true;
                        },
                        () -> {})));
  }

  private void importOne() {
    Optional<Path> file =
        kit.choosers()
            .open(
                root.getScene().getWindow(),
                "Import an incident",
                List.of(Choosers.Kind.of("Incidents", "*.html", "*.json")));
    file.ifPresent(this::read);
  }

  private void read(Path file) {
    done(
        () -> {
          Incident read = incidents().importFile(file);
          FxThread.later(() -> kit.doors().incident(read.id()));
          return true;
        },
        () -> {});
  }

  @Override
  public String id() {
    return "incidents";
  }

  @Override
  public ObservableValue<String> title() {
    return title.getReadOnlyProperty();
  }

  @Override
  public String icon() {
    return "mdi2c-camera-outline";
  }

  @Override
  public String help() {
    return "incidents";
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void shown() {
    ask();
  }

  @Override
  public void focus() {
    table.view().requestFocus();
  }

  @Override
  public void close() {
    FxThread.check();
    deaf.run();
    search.textProperty().removeListener(typed);
    questions.close();
    acts.close();
    table.close();
  }
}
