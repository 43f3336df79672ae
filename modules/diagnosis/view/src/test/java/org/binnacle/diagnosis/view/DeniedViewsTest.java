package org.binnacle.diagnosis.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.binnacle.kernel.Safety;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.Screen;
import org.binnacle.testkit.junit.TestAccount;
import org.binnacle.testkit.junit.TestServers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The views of an instance for an account without any privilege: what is denied, and the GRANT
/// that would allow it, once and not as an endless error.
@Tag("server")
@Tag("screen")
class DeniedViewsTest {

  @Test
  void whatIsDeniedIsNamedWithItsGrantInEachView() throws Exception {
    Screen.start();
    RunningServer running = TestServers.shared(Distribution.MYSQL_8_0);
    try (TestAccount account = TestAccount.on(running);
        var stage = new Theatre(running, account.user(), account.password());
        var screen = new SessionStage(stage.kit, stage.instance("shop-db-1", Safety.CAREFUL))) {
      Screen.until("sessions: the GRANT", () -> says(screen, "GRANT PROCESS"));
      assertThat(says(screen, "denied: PROCESS")).isTrue();
      screen.shoot("denied-sessions");
      var views =
          Map.of(
              KeyCode.DIGIT2, "locks",
              KeyCode.DIGIT3, "transactions",
              KeyCode.DIGIT6, "innodb",
              KeyCode.DIGIT8, "deadlocks");
      views.forEach(
          (digit, name) -> {
            screen.press("sessions.table", digit);
            Screen.until(name + ": the GRANT", () -> says(screen, "GRANT PROCESS"));
            screen.shoot("denied-" + name);
            screen.choose("sessions");
          });
      for (String name : List.of("top-sql", "replication", "variables", "trends")) {
        screen.choose(name);
        Screen.settle();
        screen.shoot("denied-" + name);
      }
    }
  }

  private static boolean says(SessionStage screen, String words) {
    return screen.panel.node().lookupAll(".label").stream()
        .anyMatch(
            node ->
                node instanceof Labeled one
                    && one.getText() != null
                    && one.getText().contains(words));
  }
}
