package org.binnacle.diagnosis.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.binnacle.fxkit.Panel;
import org.binnacle.fxkit.sheet.Layer;
import org.binnacle.fxkit.theme.Themes;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Safety;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.Screen;
import org.binnacle.testkit.Threads;
import org.binnacle.testkit.fx.Listeners;
import org.binnacle.testkit.junit.TestServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Opens and closes each tab of this module fifty times in one window and counts what is left: our
/// connections on the server, threads, watches, panels, and listeners on what outlives a panel.
@Tag("server")
@Tag("screen")
class PanelLeftoversTest {
  private static final int ROUNDS = 50;

  private RunningServer running;
  private Theatre stage;
  private Themes themes;
  private BorderPane place;
  private Stage window;

  enum Tab {
    SESSIONS,
    MERGED,
    AUDIT
  }

  private record Left(long connections, long threads, int watches, int listeners) {}

  @BeforeEach
  void open() {
    Screen.start();
    running = TestServers.shared(Distribution.MYSQL_8_0);
    stage = new Theatre(running);
    themes = Screen.get(() -> new Themes(stage.settings));
    place = Screen.get(BorderPane::new);
    window = Screen.show(() -> new Layer(place), 1280, 800);
    Screen.run(() -> themes.dress(window.getScene()));
  }

  @AfterEach
  void close() throws Exception {
    Screen.run(themes::close);
    Screen.close(window);
    stage.close();
    Screen.until("no connection of ours outlives the engine", () -> connections() == 0);
  }

  @ParameterizedTest
  @EnumSource
  void aTabOpenedAndClosedFiftyTimesLeavesNothingBehind(Tab tab) {
    InstanceRef one = stage.instance("shop-db-1", Safety.CAREFUL);
    InstanceRef two = stage.instance("shop-db-2", Safety.CAREFUL);
    Supplier<Panel> panel =
        () ->
            switch (tab) {
              case SESSIONS -> new DiagnosisPanels(stage.kit).sessions("x", List.of(one));
              case MERGED -> new DiagnosisPanels(stage.kit).sessions("x", List.of(one, two));
              case AUDIT -> new DiagnosisPanels(stage.kit).audit();
            };
    stage.settings.put("sessions.noise.shown", "SLEEPING,OWN");
    round(panel, tab);
    Screen.until("quiet after the first", () -> threads() == 0);
    Left before = left();
    var closed = new ArrayList<WeakReference<Panel>>();
    for (int i = 0; i < ROUNDS; i++) {
      closed.add(round(panel, tab));
    }
    Screen.until("no thread of ours is left", () -> threads() == 0);
    Left after = left();
    assertThat(after.connections()).isLessThanOrEqualTo(before.connections());
    assertThat(after.watches()).isZero();
    assertThat(after.listeners()).isEqualTo(before.listeners());
    // The scene itself remembers the last focused and hovered nodes: a few rounds are its own.
    Screen.until(
        "closed panels are forgotten",
        () -> {
          System.gc();
          return closed.stream().filter(gone -> gone.get() != null).count() <= 2;
        });
  }

  private WeakReference<Panel> round(Supplier<Panel> make, Tab tab) {
    var seen =
        Screen.get(
            () -> {
              Panel panel = make.get();
              place.setCenter(panel.node());
              panel.shown();
              panel.focus();
              return new WeakReference<>(panel);
            });
    if (tab != Tab.AUDIT) {
      // The server was asked and has answered, or nothing could be left there.
      Screen.until(
          "answered",
          () -> {
            var table = (TableView<?>) place.lookup(".live-table");
            return stage.diagnosis.watched() > 0 && connections() > 0 && table != null;
          });
      assertThat(threads()).as("threads of an open tab").isPositive();
    }
    Screen.run(
        () -> {
          place.setCenter(null);
          Panel panel = seen.get();
          if (panel != null) {
            panel.close();
          }
        });
    Screen.settle();
    return seen;
  }

  private Left left() {
    int listeners =
        Screen.get(
            () ->
                Listeners.count(
                    themes.choice(),
                    themes.size(),
                    window.widthProperty(),
                    window.getScene().widthProperty(),
                    window.getScene().heightProperty(),
                    place.widthProperty(),
                    place.heightProperty()));
    return new Left(connections(), threads(), stage.diagnosis.watched(), listeners);
  }

  /// What the server itself counts of ours.
  private long connections() {
    try (Connection connection = running.connect();
        Statement statement = connection.createStatement();
        var found =
            statement.executeQuery(
                "SELECT COUNT(*) FROM performance_schema.session_connect_attrs"
                    + " WHERE ATTR_NAME='program_name' AND ATTR_VALUE='binnacle'")) {
      found.next();
      return found.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long threads() {
    return Threads.named(List.of("sessions-", "table ")).size();
  }
}
