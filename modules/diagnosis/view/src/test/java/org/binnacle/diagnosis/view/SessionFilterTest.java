package org.binnacle.diagnosis.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.binnacle.diagnosis.Diagnosis;
import org.binnacle.diagnosis.Records;
import org.binnacle.diagnosis.kill.Protection;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.fxkit.Panel;
import org.binnacle.fxkit.query.Completer.Completion;
import org.binnacle.fxkit.sheet.Layer;
import org.binnacle.fxkit.task.Tasks;
import org.binnacle.fxkit.theme.Themes;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Safety;
import org.binnacle.kernel.Words;
import org.binnacle.mysql.Server;
import org.binnacle.mysql.Tls;
import org.binnacle.testkit.MemorySettings;
import org.binnacle.testkit.Screen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway")
@Tag("screen")
class SessionFilterTest {
  private final MemorySettings settings = new MemorySettings();
  private final InstanceRef shop =
      new InstanceRef("b", "shop", "b:3306", "test", "grey", Safety.RELAXED, "");
  private Diagnosis diagnosis;
  private Tasks tasks;
  private Themes themes;
  private Stage window;
  private Panel panel;

  @BeforeEach
  void open() {
    Screen.start();
    var server = new Server(shop, "b", 3306, "u", Tls.preferred(), Optional.empty());
    diagnosis =
        new Diagnosis(
            new BusyServer(server, 60),
            () -> List.of(server),
            new Records(new MemoryAudit(), settings),
            Protection.standard(),
            "anna",
            Clock.systemUTC());
    tasks = Screen.get(Tasks::new);
    themes = Screen.get(() -> new Themes(settings));
    show();
  }

  @AfterEach
  void close() {
    leave();
    diagnosis.close();
    Screen.run(
        () -> {
          tasks.close();
          themes.close();
        });
  }

  private void show() {
    window =
        Screen.get(
            () -> {
              var kit = new Kit(diagnosis, settings, new Words(), tasks, new Theatre.Saves());
              panel = new DiagnosisPanels(kit).sessions("shop", List.of(shop));
              var stage = new Stage();
              stage.setScene(new Scene(new Layer(panel.node()), 1200, 600));
              themes.dress(stage.getScene());
              stage.show();
              return stage;
            });
    Screen.until("rows", () -> !rows().isEmpty());
  }

  private void leave() {
    Screen.run(panel::close);
    Screen.close(window);
  }

  @Test
  void theFilterOfAnInstanceIsThereAgainAfterARestart() {
    Screen.run(() -> query().setText("user:app3"));
    leave();
    show();
    assertThat(Screen.get(() -> query().getText())).isEqualTo("user:app3");
    Screen.until("filtered", () -> rows().stream().allMatch(row -> row.user().equals("app3")));
    Screen.run(query()::clear);
    leave();
    show();
    assertThat(Screen.get(() -> query().getText())).isEmpty();
  }

  @Test
  void theBarOffersTheValuesThatRowsHaveNow() {
    Screen.run(
        () -> {
          query().requestFocus();
          query().setText("user:");
          query().end();
        });
    Screen.until("values", () -> offered().contains("app3"));
    Screen.run(
        () -> {
          query().setText("state:upd");
          query().end();
        });
    Screen.until("those that fit", () -> offered().equals(List.of("updating")));
  }

  @SuppressWarnings("unchecked")
  private List<ProcessRow> rows() {
    return ((TableView<ProcessRow>) panel.node().lookup(".live-table")).getItems();
  }

  private TextField query() {
    return panel.node().lookupAll(".text-field").stream()
        .map(TextField.class::cast)
        .filter(field -> "sessions.query".equals(field.getId()))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> offered() {
    return Window.getWindows().stream()
        .flatMap(one -> one.getScene().getRoot().lookupAll(".offers").stream())
        .flatMap(list -> ((ListView<?>) list).getItems().stream())
        .map(one -> ((Completion) one).insert())
        .toList();
  }
}
