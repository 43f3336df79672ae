package org.binnacle.explain.view;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.binnacle.explain.view.plan.About;
import org.binnacle.explain.view.plan.Opened;

/// Plans that ship with the program, to look at the screens without one of one's own: a derived
/// table, and one statement before and after an index.
final class Samples {
  static final Text DERIVED =
      new Text(
          "derived.txt",
          "SELECT * FROM (SELECT cust_id, SUM(total) t FROM ord GROUP BY cust_id) d"
              + " JOIN cust c ON c.id = d.cust_id WHERE d.t > 500");
  static final Text BEFORE =
      new Text(
          "before.txt",
          "SELECT c.name, o.total FROM c JOIN o ON o.cust_id = c.id WHERE o.status = 'new'"
              + " ORDER BY c.name");
  static final Text AFTER = new Text("after.txt", BEFORE.sql);

  private Samples() {}

  /// @param file below `samples/plans`
  /// @param sql the statement that it is the plan of
  record Text(String file, String sql) {
    Opened open() {
      try (InputStream in =
          Objects.requireNonNull(Samples.class.getResourceAsStream("/samples/plans/" + file))) {
        return Opened.read(
            new String(in.readAllBytes(), StandardCharsets.UTF_8), About.text(file, sql));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
