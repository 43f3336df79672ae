package org.binnacle.inventory.view;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.sheet.Sheet;
import org.binnacle.fxkit.sheet.Toasts;
import org.binnacle.fxkit.task.Questions;
import org.binnacle.inventory.Field;
import org.binnacle.inventory.Instance;
import org.binnacle.inventory.reach.Step;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Outcome;
import org.binnacle.kernel.Severity;

/// The editor over a window: checks, tests, saves, keeps the password.
final class EditorSheet {
  private final FleetSheets.Ports ports;
  private final Node anywhere;
  private final EditorModel model;
  private final InstanceEditor editor;
  private final Questions questions = new Questions("connection test");
  private final Questions vault = new Questions("vault");
  private final Work work = new Work();
  private final Sheet sheet;
  private Cancel stop = new Cancel();

  private EditorSheet(
      FleetSheets.Ports ports, Node anywhere, Optional<Instance> original, Runnable environments) {
    this.ports = ports;
    this.anywhere = anywhere;
    this.model = new EditorModel(original, ports.inventory()::check, ports.words());
    this.editor = new InstanceEditor(ports.inventory(), model, ports.choosers(), environments);
    String title = original.map(instance -> "Edit " + instance.name()).orElse("Add an instance");
    this.sheet =
        Sheet.titled(title)
            .wide()
            .body(editor.node())
            .onClose(this::close)
            .act("Test connection", Sheet.Kind.OTHER, opened -> test())
            .act(
                original.map(instance -> "Save " + instance.name()).orElse("Add instance"),
                Sheet.Kind.USUAL,
                opened -> save())
            .open(anywhere);
    editor.focus(Field.HOST);
    promptForPassword();
  }

  static EditorSheet open(
      FleetSheets.Ports ports, Node anywhere, Optional<Instance> original, Runnable environments) {
    return new EditorSheet(ports, anywhere, original, environments);
  }

  private void promptForPassword() {
    String reference = model.original().map(Instance::credential).orElse("");
    vault.ask(
        () ->
            !reference.isEmpty() && ports.passwords().has(reference)
                ? "kept in " + ports.passwords().place() + " — type to replace it"
                : "will be kept in " + ports.passwords().place(),
        outcome -> {
          if (outcome instanceof Outcome.Ok<String> ok) {
            editor.password().setPromptText(ok.value());
          }
        });
  }

  private boolean isRight() {
    Optional<Field> wrong = model.leaveAll();
    wrong.ifPresent(editor::focus);
    return wrong.isEmpty();
  }

  void test() {
    if (!isRight()) {
      return;
    }
    Instance instance = model.build();
    Optional<char[]> typed = typed();
    editor.steps().begin();
    Consumer<Step> told = step -> FxThread.later(() -> editor.steps().step(step));
    stop.ask();
    var cancel = new Cancel();
    stop = cancel;
    questions.ask(
        () -> {
          ports.tester().test(instance, typed, cancel, told);
          return true;
        },
        outcome -> {
          typed.ifPresent(password -> Arrays.fill(password, '\0'));
          switch (outcome) {
            case Outcome.Ok<Boolean> ok -> {
              if (editor.steps().failed()) {
                sheet.message().clear();
              } else if (editor.steps().warned()) {
                sheet
                    .message()
                    .show(Severity.WARNING, "The connection works, but not all can be seen.");
              } else {
                sheet.message().show(Severity.OK, "The connection works.");
              }
            }
            case Outcome.Failed<Boolean> failed -> sheet.failed(failed.fault(), ports.words());
          }
        });
  }

  private Optional<char[]> typed() {
    String text = editor.password().getText();
    return text.isEmpty() ? Optional.empty() : Optional.of(text.toCharArray());
  }

  private void save() {
    if (!isRight()) {
      return;
    }
    Instance instance = model.build();
    Optional<char[]> typed = typed();
    Optional<Instance> original = model.original();
    sheet.busy(true);
    work.run(
        () -> {
          keep(instance, original, typed);
          return original.isPresent()
              ? ports.inventory().edit(instance)
              : ports.inventory().add(instance);
        },
        outcome -> {
          switch (outcome) {
            case Outcome.Ok<Instance> ok -> {
              sheet.close();
              String verb = original.isPresent() ? "Saved " : "Added ";
              Toasts.show(anywhere, Severity.OK, verb + ok.value().name());
            }
            case Outcome.Failed<Instance> failed -> sheet.failed(failed.fault(), ports.words());
          }
        });
  }

  /// The password first: where the vault refuses, nothing is half saved.
  private void keep(Instance instance, Optional<Instance> original, Optional<char[]> typed) {
    if (typed.isPresent()) {
      ports.passwords().keep(instance.credential(), typed.get());
      Arrays.fill(typed.get(), '\0');
      return;
    }
    original
        .map(Instance::credential)
        .filter(before -> !before.equals(instance.credential()))
        .filter(ports.passwords()::has)
        .ifPresent(before -> ports.passwords().copy(before, instance.credential()));
  }

  private void close() {
    stop.ask();
    editor.password().clear();
    questions.close();
    vault.close();
    work.close();
  }
}
