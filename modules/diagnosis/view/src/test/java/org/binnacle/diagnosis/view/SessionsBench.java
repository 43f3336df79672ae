package org.binnacle.diagnosis.view;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.binnacle.diagnosis.Diagnosis;
import org.binnacle.diagnosis.Records;
import org.binnacle.diagnosis.kill.Protection;
import org.binnacle.fxkit.Panel;
import org.binnacle.fxkit.sheet.Layer;
import org.binnacle.fxkit.task.Tasks;
import org.binnacle.fxkit.theme.Themes;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Safety;
import org.binnacle.kernel.Words;
import org.binnacle.mysql.Server;
import org.binnacle.mysql.Tls;
import org.binnacle.testkit.MemorySettings;
import org.binnacle.testkit.PulseMeter;
import org.binnacle.testkit.Screen;

/// How much time of the FX thread the real panel takes for each second of many sessions: refresh,
/// layout, strip and clock together. The command and the figures are in the README of this module.
public final class SessionsBench {
  private SessionsBench() {}

  public static void main(String[] arguments) throws Exception {
    int sessions = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2_000;
    int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 60;
    Screen.start();
    var ref = new InstanceRef("b", "busy", "b:3306", "test", "grey", Safety.RELAXED, "");
    var server = new Server(ref, "b", 3306, "u", Tls.preferred(), Optional.empty());
    var settings = new MemorySettings();
    settings.put("sessions.interval", arguments.length > 2 ? arguments[2] : "1000");
    var diagnosis =
        new Diagnosis(
            new BusyServer(server, sessions),
            () -> List.of(server),
            new Records(new MemoryAudit(), settings),
            Protection.standard(),
            "bench",
            Clock.systemUTC());
    Stage window = Screen.get(() -> open(diagnosis, settings, ref));
    PulseMeter meter = Screen.get(() -> new PulseMeter(window.getScene()));
    for (int second = -20; second < seconds; second++) {
      if (second == 0) {
        Screen.run(meter::begin);
      }
      Thread.sleep(1_000);
      Screen.run(meter::mark);
    }
    System.out.printf(
        "%d sessions, %d s, FX thread a second: %s%n", sessions, seconds, Screen.get(meter::words));
    Screen.close(window);
    System.exit(0);
  }

  private static Stage open(Diagnosis diagnosis, MemorySettings settings, InstanceRef ref) {
    var kit = new Kit(diagnosis, settings, new Words(), new Tasks(), new Theatre.Saves());
    Panel panel = new DiagnosisPanels(kit).sessions("busy", List.of(ref));
    var scene = new Scene(new Layer(panel.node()), 1280, 800);
    new Themes(settings).dress(scene);
    var window = new Stage();
    window.setScene(scene);
    window.show();
    return window;
  }
}
