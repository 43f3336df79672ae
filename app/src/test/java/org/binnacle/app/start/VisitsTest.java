package org.binnacle.app.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.stage.Stage;
import org.binnacle.app.house.Asking;
import org.binnacle.app.house.House;
import org.binnacle.fxkit.sheet.Layer;
import org.binnacle.inventory.Field;
import org.binnacle.inventory.Instance;
import org.binnacle.inventory.InstanceDraft;
import org.binnacle.mysql.Health;
import org.binnacle.mysql.Server;
import org.binnacle.state.StateFolder;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.Screen;
import org.binnacle.testkit.junit.TestAccount;
import org.binnacle.testkit.junit.TestServers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("screen")
@Tag("server")
class VisitsTest {
  @TempDir Path folder;

  @BeforeAll
  static void start() {
    Screen.start();
  }

  @Test
  void aRefusedLoginIsAskedForAnewWhenTheUserGoesThereAgain() throws Exception {
    RunningServer running = TestServers.shared(Distribution.MYSQL_8_0);
    var asking = new WindowAsking();
    Stage stage = Screen.show(() -> new Layer(new Label("window")), 800, 500);
    var layer = (Layer) stage.getScene().getRoot();
    var how = new Asking(Optional.of(asking), asking.master());
    try (TestAccount account = TestAccount.on(running, "PROCESS ON *.*");
        House house = House.open(StateFolder.at(folder.resolve("s")), Map.of(), how, false)) {
      Screen.run(() -> asking.stands(layer, "memory"));
      Instance instance = house.inventory().add(draft(running, account));
      Server server = house.inventory().server(instance);
      var visits = new Visits(house, asking);

      visits.to(instance);
      FutureTask<String> first = worker(() -> user(house, server));
      answer(layer, "a wrong one");
      assertThatThrownBy(() -> first.get(20, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class)
          .hasMessageContaining("connect.denied");
      assertThat(house.connections().health(server)).isInstanceOf(Health.Down.class);

      visits.to(instance);
      Screen.until("forgotten", () -> !(house.connections().health(server) instanceof Health.Down));
      FutureTask<String> second = worker(() -> user(house, server));
      answer(layer, account.password());
      assertThat(second.get(20, TimeUnit.SECONDS)).startsWith(account.user() + "@");
    } finally {
      asking.closed();
      Screen.close(stage);
    }
  }

  private static Instance draft(RunningServer running, TestAccount account) {
    return new InstanceDraft()
        .set(Field.NAME, "shop-db-1")
        .set(Field.HOST, running.host())
        .set(Field.PORT, String.valueOf(running.port()))
        .set(Field.USER, account.user())
        .build();
  }

  private static String user(House house, Server server) {
    return house
        .connections()
        .monitor(
            server,
            session ->
                session.query("SELECT USER() AS u", row -> row.text("u").orElse("")).getFirst());
  }

  private static void answer(Layer layer, String password) {
    Screen.until("asked", () -> layer.lookup("#login-password") != null);
    Screen.run(() -> ((PasswordField) layer.lookup("#login-password")).setText(password));
    Screen.run(() -> logIn(layer).fire());
    Screen.until("closed", () -> !layer.covered());
  }

  private static Button logIn(Layer layer) {
    return layer.lookupAll(".button").stream()
        .filter(node -> ((Button) node).getText().equals("Log in"))
        .map(Button.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static <T> FutureTask<T> worker(Callable<T> work) {
    var task = new FutureTask<T>(work);
    Thread.ofVirtual().start(task);
    return task;
  }
}
