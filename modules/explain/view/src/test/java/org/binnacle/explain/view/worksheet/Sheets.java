package org.binnacle.explain.view.worksheet;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import org.binnacle.explain.view.Rig;
import org.binnacle.explain.view.Servers;
import org.binnacle.fxkit.sql.SqlArea;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.Screen;
import org.binnacle.testkit.junit.TestSchema;
import org.binnacle.testkit.junit.TestServers;

/// A worksheet on two instances of one server, with a shop's schema, for tests.
final class Sheets implements AutoCloseable {
  final Servers servers;
  final TestSchema schema;
  final InstanceRef staging;
  final InstanceRef production;
  final Rig rig;

  Sheets(Path folder) throws Exception {
    Screen.start();
    var running = TestServers.shared(Distribution.MYSQL_8_0);
    servers = new Servers(running, folder);
    staging = servers.instance("shop-staging", false);
    production = servers.instance("shop-db-1", true);
    schema = TestSchema.on(running);
    schema.run(
        "CREATE TABLE customer (id INT PRIMARY KEY, name VARCHAR(40), country CHAR(2), KEY c (country))",
        "CREATE TABLE orders (id INT PRIMARY KEY AUTO_INCREMENT, customer_id INT NOT NULL,"
            + " total DECIMAL(10,2), note TEXT, doc JSON, raw VARBINARY(40),"
            + " CONSTRAINT fk_customer FOREIGN KEY (customer_id) REFERENCES customer (id))",
        "INSERT INTO customer VALUES (1,'Anna','DE'),(2,'Bo','SE'),(3,'Céline','FR')",
        "INSERT INTO orders (customer_id,total,note,doc,raw) VALUES"
            + " (1,12.50,NULL,'{\"a\":[1,2]}',x'00FF10'),(2,900,'two\nlines','{}',NULL),(3,7,'=1+1',NULL,NULL)");
    rig = new Rig(Optional.of(servers.live()));
  }

  @Override
  public void close() throws SQLException {
    rig.close();
    servers.close();
    schema.close();
  }

  SheetPanel sheet(InstanceRef... instances) {
    Screen.run(() -> rig.panels.worksheet(List.of(instances)));
    var panel = (SheetPanel) rig.front();
    Screen.run(() -> panel.bar().use(schema.name()));
    return panel;
  }

  SqlArea editor() {
    return rig.find("#worksheet-editor", SqlArea.class);
  }

  void write(String sql) {
    Screen.run(() -> editor().replace(0, editor().text().length(), sql));
  }

  @SuppressWarnings("unchecked")
  List<MessageRow> messages() {
    return Screen.get(
        () -> {
          var table =
              (TableView<MessageRow>)
                  ((SheetPanel) rig.front()).results().pane().getTabs().getFirst().getContent();
          return List.copyOf(table.getItems());
        });
  }

  ResultGrid grid() {
    Screen.until("a result is shown", () -> rig.find(".result-grid", Node.class) != null);
    return rig.find(".result-grid", ResultGrid.class);
  }

  void over(SheetPanel panel) {
    Screen.until(
        "the run is over",
        () -> !Objects.requireNonNull((Button) panel.node().lookup("#worksheet-run")).isDisable());
  }

  @SuppressWarnings("unchecked")
  List<GridRow> rows(ResultGrid grid) {
    return Screen.get(
        () -> {
          var view = (TableView<GridRow>) grid.lookup(".table-view");
          var all = new ArrayList<GridRow>();
          for (int i = 0; i < view.getItems().size(); i++) {
            all.add(((PagedRows) view.getItems()).whole(i));
          }
          return all;
        });
  }

  TextField typed(String css) {
    return (TextField) rig.stage().getScene().getRoot().lookup(css);
  }

  Button button(String verb) {
    return Screen.get(
        () ->
            rig.stage().getScene().getRoot().lookupAll(".button").stream()
                .map(Button.class::cast)
                .filter(one -> verb.equals(one.getText()))
                .findFirst()
                .orElseThrow());
  }
}
