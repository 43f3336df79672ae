package org.binnacle.diagnosis.view.instance;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import org.binnacle.diagnosis.tape.RecordLimits;
import org.binnacle.diagnosis.tape.Recorder;
import org.binnacle.diagnosis.tape.Recorders;
import org.binnacle.diagnosis.tape.Tape;
import org.binnacle.diagnosis.view.Kit;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.Icons;
import org.binnacle.fxkit.Ticker;
import org.binnacle.fxkit.sheet.Sheet;
import org.binnacle.fxkit.sheet.Toasts;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Outcome;
import org.binnacle.kernel.Severity;
import org.binnacle.kernel.Words;

/// The button that begins a record of the panel's instances; while one is being made it is red and
/// tells how long and how large it is, and ends it.
final class RecordMark extends HBox implements AutoCloseable {
  private static final String IDLE = "mdi2r-record-circle-outline";

  private final Kit kit;
  private final String title;
  private final List<InstanceRef> instances;
  private final Button button;
  private final Ticker clock = new Ticker(Duration.ofSeconds(1), this::show);
  private final Runnable deaf;

  RecordMark(Kit kit, String title, List<InstanceRef> instances) {
    this.kit = kit;
    this.title = title;
    this.instances = List.copyOf(instances);
    getStyleClass().add("record-mark");
    setAlignment(Pos.CENTER_RIGHT);
    setMinWidth(USE_PREF_SIZE);
    button = Icons.button(IDLE, "Record", "", this::press);
    button.setId("record");
    button.setFocusTraversable(false);
    button.setMinWidth(USE_PREF_SIZE);
    getChildren().add(button);
    boolean possible = kit.recorders().isPresent() && kit.recorded().isEmpty();
    setVisible(possible);
    setManaged(possible);
    Runnable changed = () -> FxThread.later(this::show);
    deaf = kit.recorders().map(all -> all.onChange(changed)).orElse(() -> {});
    show();
  }

  private Optional<Recorder> running() {
    return kit.recorders().stream()
        .flatMap(all -> instances.stream().flatMap(one -> all.of(one).stream()))
        .findFirst();
  }

  private void show() {
    FxThread.check();
    Optional<Recorder.State> state = running().map(Recorder::state);
    button.getStyleClass().removeAll("recording");
    if (state.isEmpty()) {
      clock.stop();
      button.setText("");
      button.setTooltip(new Tooltip("Record these instances (Shift+R)"));
      return;
    }
    Tape tape = state.get().tape();
    button.getStyleClass().add("recording");
    button.setText(words(state.get()));
    button.setTooltip(
        new Tooltip(
            "%s is being recorded: %,d looks. It ends by itself in %s, or at %s. Press to end it now (Shift+R)."
                .formatted(
                    tape.title(),
                    tape.looks(),
                    Tape.words(state.get().left()),
                    Tape.size(state.get().limits().mostBytes()))));
    clock.play();
  }

  /// `REC 1 min 03 s 0.4 MB`.
  private static String words(Recorder.State state) {
    return "REC %s  %s".formatted(Tape.words(state.length()), Tape.size(state.tape().bytes()));
  }

  /// Asks how far a record may go and begins it, or ends the one that is being made.
  void press() {
    FxThread.check();
    if (!isVisible()) {
      return;
    }
    Optional<Recorder> present = running();
    if (present.isPresent()) {
      end(present.get());
    } else {
      ask(kit.recorders().orElseThrow());
    }
  }

  private void end(Recorder recorder) {
    recorder.stop();
    kit.tasks()
        .start(
            "Write the record of " + title,
            (progress, stop) -> recorder.await(Duration.ofSeconds(10)),
            outcome -> {
              Tape tape = recorder.state().tape();
              Toasts.show(
                  this,
                  Severity.OK,
                  "Kept among the incidents: " + tape.words(),
                  "Open",
                  () -> kit.doors().incident(tape.id()));
            });
  }

  private void ask(Recorders recorders) {
    RecordLimits usual = RecordLimits.of(kit.settings());
    var minutes = field("record-minutes", usual.atMost().toMinutes());
    var megabytes = field("record-megabytes", usual.mostBytes() / 1_000_000);
    var grid = new GridPane();
    grid.getStyleClass().add("record-form");
    grid.addRow(0, new Label("Ends after"), minutes, new Label("minutes, a day at most"));
    grid.addRow(1, new Label("or at"), megabytes, new Label("MB, 2,000 at most"));
    var about =
        new Label(
            "Sessions are looked at each second, locks each two, transactions each five; what is"
                + " opened is not asked for twice. The record stands among the incidents and holds"
                + " statements with their values.");
    about.setWrapText(true);
    about.getStyleClass().add("muted");
    Sheet.titled("Record " + title)
        .naming(instances.getFirst())
        .body(about, grid)
        .act("Record", Sheet.Kind.USUAL, sheet -> begin(recorders, minutes, megabytes, sheet))
        .open(this);
  }

  private static TextField field(String id, long value) {
    var field = new TextField(String.valueOf(value));
    field.setId(id);
    field.setPrefColumnCount(6);
    return field;
  }

  private void begin(Recorders recorders, TextField minutes, TextField megabytes, Sheet sheet) {
    if (!number(minutes) || !number(megabytes)) {
      sheet.message().show(Severity.WARNING, "Both limits are whole numbers above nought.");
      return;
    }
    var limits =
        new RecordLimits(
            Duration.ofMinutes(Long.parseLong(minutes.getText().strip())),
            Long.parseLong(megabytes.getText().strip()) * 1_000_000,
            Duration.ofSeconds(1));
    limits.keep(kit.settings());
    kit.tasks()
        .start(
            "Begin a record of " + title,
            (progress, stop) -> recorders.start(title, instances, limits),
            outcome -> {
              switch (outcome) {
                case Outcome.Ok<Recorder>(Recorder begun) -> sheet.close();
                case Outcome.Failed<Recorder>(var fault) -> {
                  Words.Told told = kit.words().of(fault);
                  sheet.message().show(Severity.WARNING, told.happened() + "  " + told.next());
                }
              }
            });
  }

  private static boolean number(TextField field) {
    return field.getText().strip().matches("[1-9][0-9]{0,5}");
  }

  @Override
  public void close() {
    deaf.run();
    clock.stop();
  }
}
