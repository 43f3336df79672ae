package org.binnacle.review.view.script;

import org.binnacle.fxkit.sql.SqlArea;
import org.binnacle.review.view.Rig;
import org.binnacle.testkit.Screen;

/// A review on a rig's screen: opens one, waits for its end, and finds what is in it.
///
/// @param rig closed by the test
record Reviews(Rig rig) {
  /// A script with findings of many rules, one fault of syntax, and two changes of one table.
  static final String SQL =
      """
      -- a change as it came
      CREATE TABLE refunds (
        id INT(11) NOT NULL AUTO_INCREMENT,
        amount FLOAT NOT NULL,
        PRIMARY KEY (id),
        KEY idx_a (amount),
        KEY idx_a_id (amount, id)
      );
      ALTER TABLE orders ADD COLUMN refunded DECIMAL(12,2);
      ALTER TABLE orders ADD COLUMN why VARCHAR(100), MODIFY total DECIMAL(14,2);
      DELETE FROM orders WHERE id = 4;
      SELECT * FORM orders;
      """;

  ReviewPanel review(String sql) {
    Screen.run(() -> rig.panels.text(sql));
    return reviewed();
  }

  ReviewPanel reviewed() {
    var panel = (ReviewPanel) rig.front();
    done(panel);
    return panel;
  }

  static void done(ReviewPanel panel) {
    Screen.until("reviewed", () -> panel.model().state().get() == ReviewModel.State.DONE);
    Screen.until(
        "rows are shown",
        () -> panel.findings().table().shown().size() == panel.model().rows().rows().size());
    Screen.settle();
  }

  SqlArea editor() {
    return rig.find("#review-editor", SqlArea.class);
  }

  static Row finding(ReviewPanel panel, String rule) {
    return Screen.get(
        () ->
            panel.editor().marked().stream()
                .filter(r -> r.rule().equals(rule))
                .findFirst()
                .orElseThrow(() -> new AssertionError(panel.editor().marked().toString())));
  }
}
