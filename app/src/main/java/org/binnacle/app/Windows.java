package org.binnacle.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.binnacle.app.cli.Call;
import org.binnacle.app.cli.CliFaults;
import org.binnacle.app.cli.Screens;
import org.binnacle.app.demo.Demo;
import org.binnacle.app.house.Asking;
import org.binnacle.app.house.House;
import org.binnacle.app.start.Display;
import org.binnacle.app.start.WindowAsking;
import org.binnacle.app.start.WindowStart;
import org.binnacle.app.tour.Tour;
import org.binnacle.diagnosis.incident.CaptureOptions;
import org.binnacle.explain.view.ExplainPanels;
import org.binnacle.inventory.Instance;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Fault;
import org.binnacle.review.view.ReviewPanels;

/// Starts what needs JavaFX, which is loaded only then.
final class Windows implements Screens {

  @Override
  public int window(Call call, List<Path> files) {
    String missing = Display.missing(call.environment());
    if (!missing.isEmpty()) {
      throw new Fault(CliFaults.NO_DISPLAY, missing);
    }
    var asking = new WindowAsking();
    WindowStart.run(
        call.house(new Asking(Optional.of(asking), asking.master())),
        asking,
        call.cancel(),
        files.isEmpty()
            ? WindowStart.stay()
            : WindowStart.opening(
                files.stream()
                    .map(file -> ReviewPanels.REVIEW + file.toAbsolutePath().normalize())
                    .toList()));
    return 0;
  }

  @Override
  public int demo(Call call, boolean headless, Optional<Path> tour) {
    String missing = headless ? "" : Display.missing(call.environment());
    boolean drawn = headless || !missing.isEmpty();
    if (!missing.isEmpty()) {
      call.tell(
          "There is no display (" + missing + "): the window is drawn into pictures instead.");
    }
    if (drawn) {
      Display.none();
    }
    Path folder = Demo.folder(call.statePath());
    call.tell("The demo keeps its state in " + folder + "; yours is not touched.");
    try (Demo demo =
        Demo.start(folder, call.environment(), call.debug(), call.progress(), call.cancel())) {
      call.cancel().check();
      if (drawn) {
        Path pictures =
            tour.orElseGet(() -> Path.of("target", "tour")).toAbsolutePath().normalize();
        WindowStart.run(
            demo.house(),
            call.cancel(),
            new Tour(pictures, stops(demo.house()), file -> call.tell("  " + file.getFileName())));
        call.tell("The pictures are in " + pictures);
        if (call.json()) {
          call.document(java.util.Map.of("tour", pictures.toString()));
        }
      } else {
        call.tell("The demo fleet runs. Closing the window or Ctrl+C stops it.");
        WindowStart.run(demo.house(), call.cancel(), WindowStart.stay());
      }
    }
    return call.cancel().asked() ? Fault.CANCELLED.kind().exitCode() : 0;
  }

  /// The id of a worksheet whose draft looks at the shop of the demo fleet.
  private static String worksheet(House house) {
    String id = ExplainPanels.WORKSHEET + "tour";
    Instance first = house.inventory().instances().getFirst();
    house.settings().put("worksheet.tour.instances", house.inventory().ref(first).id());
    house
        .settings()
        .put(
            "worksheet.tour.text",
            """
            -- the best customers
            SELECT c.name, c.city, COUNT(*) AS orders, SUM(o.total) AS spent
            FROM shop.orders o JOIN shop.customers c ON c.id = o.customer_id
            GROUP BY c.id
            ORDER BY spent DESC
            LIMIT 50;

            SELECT status, COUNT(*) FROM shop.orders GROUP BY status;
            """);
    return id;
  }

  /// The id of a review whose draft has something to say of.
  private static String review(House house) {
    String id = ReviewPanels.REVIEW + "draft-tour";
    house
        .settings()
        .put(
            "review.draft-tour.text",
            """
            -- a change of the shop, as it came to be reviewed
            CREATE TABLE shop.refunds (
              id INT(11) NOT NULL AUTO_INCREMENT,
              order_id BIGINT NOT NULL,
              amount FLOAT NOT NULL,
              reason VARCHAR(4000),
              PRIMARY KEY (id),
              KEY idx_order (order_id),
              KEY idx_order_amount (order_id, amount)
            ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3;

            ALTER TABLE shop.orders ADD COLUMN refunded DECIMAL(12,2) NOT NULL DEFAULT 0;
            ALTER TABLE shop.orders ADD INDEX idx_refunded (refunded), DROP INDEX idx_status;

            UPDATE shop.orders SET status = 'refunded';

            DELETE FROM shop.refunds WHERE id NOT IN (SELECT refund_id FROM shop.old_refunds);

            SELECT * FORM shop.orders;
            """);
    return id;
  }

  /// One of the first instance, so that there is something to show.
  private static String incident(House house) {
    var first = house.inventory().instances().getFirst();
    return house
        .incidents()
        .capture(
            List.of(house.inventory().ref(first)),
            CaptureOptions.byHand(),
            state -> {},
            new Cancel())
        .id();
  }

  private static List<Tour.Stop> stops(House house) {
    var stops = new ArrayList<Tour.Stop>();
    stops.add(new Tour.Stop("1-fleet", "", false));
    stops.add(new Tour.Stop("1b-board", "board", true));
    List<UUID> members = house.inventory().instances().stream().map(Instance::id).toList();
    stops.add(new Tour.Stop("2-sessions", "sessions:" + members.getFirst(), true, "1"));
    stops.add(
        new Tour.Stop(
            "3-sessions-of-a-cluster",
            "sessions:" + String.join("+", members.stream().map(UUID::toString).sorted().toList()),
            true));
    String first = "sessions:" + members.getFirst();
    stops.add(new Tour.Stop("3a-locks", first, true, "2"));
    stops.add(new Tour.Stop("3b-transactions", first, true, "3"));
    stops.add(new Tour.Stop("3c-replication", "sessions:" + members.getLast(), true, "5"));
    stops.add(new Tour.Stop("3c-innodb", first, true, "6"));
    stops.add(new Tour.Stop("3c-variables", first, true, "7"));
    stops.add(new Tour.Stop("3d-deadlocks", first, true, "8"));
    stops.add(new Tour.Stop("3e-trends", first, true, "9"));
    stops.add(new Tour.Stop("3f-sessions-again", first, true, "1"));
    stops.add(new Tour.Stop("4-kill", first, true, "Shift+K"));
    stops.add(new Tour.Stop("5-palette", first, true, "Shortcut+K"));
    stops.add(new Tour.Stop("5a-plan", ExplainPanels.SAMPLE, false, "1"));
    stops.add(new Tour.Stop("5b-plan-flame", ExplainPanels.SAMPLE, false, "2"));
    stops.add(new Tour.Stop("5c-plan-diagram", ExplainPanels.SAMPLE, false, "3"));
    stops.add(new Tour.Stop("5d-plan-compare", ExplainPanels.COMPARE_SAMPLE, true));
    stops.add(new Tour.Stop("5e-worksheet", worksheet(house), false, "Shortcut+Enter"));
    stops.add(new Tour.Stop("5f-review", review(house), true, "F8"));
    stops.add(new Tour.Stop("5g-rules", ReviewPanels.RULES + "default", true));
    stops.add(new Tour.Stop("6-audit", "audit", false));
    stops.add(new Tour.Stop("7-settings", "settings", false));
    stops.add(new Tour.Stop("8-shortcuts", "shortcuts", false));
    stops.add(new Tour.Stop("9-help", "help", false));
    stops.add(new Tour.Stop("10-about", "about", false));
    stops.add(new Tour.Stop("12-top-sql", first, true, "4"));
    String incident = incident(house);
    stops.add(new Tour.Stop("13-incident", "incident:" + incident, false));
    stops.add(
        new Tour.Stop(
            "14-incidents-compared", "incident-compare:" + incident + "+" + incident(house), true));
    stops.add(new Tour.Stop("15-incidents", "incidents", true));
    stops.add(new Tour.Stop("16-incident-capture", first, true, "I"));
    return stops;
  }
}
