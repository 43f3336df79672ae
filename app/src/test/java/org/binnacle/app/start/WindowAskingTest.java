package org.binnacle.app.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.binnacle.fxkit.sheet.Layer;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Safety;
import org.binnacle.mysql.Secret;
import org.binnacle.mysql.Server;
import org.binnacle.mysql.Tls;
import org.binnacle.state.vault.FileVault;
import org.binnacle.state.vault.MemoryVault;
import org.binnacle.state.vault.VaultSecrets;
import org.binnacle.testkit.Screen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("screen")
class WindowAskingTest {
  private static final Server SERVER =
      new Server(
          new InstanceRef("1", "shop-db-3", "db:3306", "production", "red", Safety.STRICT, ""),
          "db",
          3306,
          "ops",
          Tls.preferred(),
          Optional.empty());
  private final WindowAsking asking = new WindowAsking();
  private final MemoryVault vault = new MemoryVault();
  private final VaultSecrets secrets =
      new VaultSecrets(vault, Server::id, Map.of(), Optional.of(asking));
  private Stage stage;

  @BeforeAll
  static void start() {
    Screen.start();
  }

  @BeforeEach
  void open() {
    stage = Screen.show(() -> new Layer(new Label("window")), 800, 500);
  }

  @AfterEach
  void close() {
    asking.closed();
    Screen.close(stage);
  }

  @Test
  void aTypedPasswordReachesTheCallerAndTheVaultOnceTheWindowStands() throws Exception {
    asking.want(SERVER);
    FutureTask<Optional<Secret>> found = worker(() -> secrets.password(SERVER));
    stands();
    type("#login-password", "open sesame");
    Screen.run(() -> ((CheckBox) find("#login-keep")).setSelected(true));
    press("Log in");
    assertThat(text(found)).isEqualTo("open sesame");
    assertThat(vault.find("1").orElseThrow().reveal()).containsExactly("open sesame".toCharArray());
    Screen.until("closed", () -> !layer().covered());
  }

  @Test
  void escGivesNoneAndTheInstanceIsLeftAloneUntilTheUserGoesThereAgain() {
    stands();
    asking.want(SERVER);
    FutureTask<Optional<Secret>> found = worker(() -> secrets.password(SERVER));
    Screen.until("asked", () -> find("#login-password") != null);
    esc();
    assertThatThrownBy(() -> text(found)).hasMessageContaining("vault.not-given");
    assertThatThrownBy(() -> secrets.password(SERVER)).hasMessageContaining("vault.not-given");
    assertThat(Screen.get(() -> layer().covered())).isFalse();
    asking.want(SERVER);
    FutureTask<Optional<Secret>> again = worker(() -> secrets.password(SERVER));
    type("#login-password", "now");
    press("Log in");
    assertThat(found.isDone()).isTrue();
    Screen.until("answered", again::isDone);
  }

  @Test
  void nobodyIsAskedForAnInstanceThatIsOnlyWatched() {
    stands();
    assertThat(secrets.password(SERVER)).isEmpty();
  }

  @Test
  void closingTheWindowAnswersNone() {
    stands();
    asking.want(SERVER);
    FutureTask<Optional<Secret>> found = worker(() -> secrets.password(SERVER));
    Screen.until("asked", () -> find("#login-password") != null);
    asking.closed();
    assertThatThrownBy(() -> text(found)).hasMessageContaining("vault.not-given");
  }

  @Test
  void aWrongMasterPasswordIsToldAndAskedForAgain(@TempDir Path folder) throws Exception {
    stands();
    Path file = folder.resolve("vault");
    var made = worker(() -> kept(new FileVault(file, asking.master())));
    type("#master-password", "the right one");
    assertThat(Screen.get(() -> button("Make the vault").isDisabled())).isTrue();
    type("#master-again", "the right one");
    press("Make the vault");
    assertThat(made.get(20, TimeUnit.SECONDS)).isTrue();
    Screen.until("closed", () -> !layer().covered());

    var locked = new FileVault(file, asking.master());
    FutureTask<Optional<Secret>> found = worker(() -> locked.find("a"));
    type("#master-password", "a wrong one");
    press("Unlock");
    Screen.until(
        "told",
        () ->
            layer().lookupAll(".label").stream()
                .anyMatch(
                    label ->
                        label instanceof Label told
                            && told.getText().contains("is wrong (try 1)")));
    type("#master-password", "the right one");
    press("Unlock");
    assertThat(text(found)).isEqualTo("kept");
  }

  private static boolean kept(FileVault vault) {
    vault.keep("a", new Secret("kept".toCharArray()));
    return true;
  }

  private void stands() {
    Screen.run(() -> asking.stands(layer(), "memory"));
  }

  private static <T> FutureTask<T> worker(Callable<T> work) {
    var task = new FutureTask<T>(work);
    Thread.ofVirtual().start(task);
    return task;
  }

  private static String text(FutureTask<Optional<Secret>> found) throws Exception {
    return new String(found.get(20, TimeUnit.SECONDS).orElseThrow().reveal());
  }

  private Layer layer() {
    return (Layer) stage.getScene().getRoot();
  }

  private Node find(String id) {
    return layer().lookup(id);
  }

  private void type(String id, String password) {
    Screen.until("asked", () -> find(id) != null);
    Screen.run(() -> ((PasswordField) find(id)).setText(password));
  }

  private Button button(String verb) {
    return layer().lookupAll(".button").stream()
        .map(Button.class::cast)
        .filter(button -> button.getText().equals(verb))
        .findFirst()
        .orElseThrow();
  }

  private void press(String verb) {
    Screen.run(() -> button(verb).fire());
  }

  private void esc() {
    Screen.run(
        () ->
            Event.fireEvent(
                stage.getScene().getFocusOwner(),
                new KeyEvent(
                    KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false)));
  }
}
