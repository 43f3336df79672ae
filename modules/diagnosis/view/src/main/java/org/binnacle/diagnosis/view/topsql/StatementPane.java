package org.binnacle.diagnosis.view.topsql;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.binnacle.diagnosis.session.Span;
import org.binnacle.diagnosis.topsql.StatementText;
import org.binnacle.diagnosis.topsql.TopRow;
import org.binnacle.fxkit.chart.Sparkline;
import org.binnacle.fxkit.sql.SqlArea;
import org.binnacle.sql.Layout;
import org.binnacle.sql.SqlModes;

/// One statement in full: its text laid out, a sample, figures for each execution, its load over
/// the last hour.
final class StatementPane extends BorderPane implements AutoCloseable {
  private static final DateTimeFormatter AT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

  private final Label heading = new Label();
  private final Label facts = new Label();
  private final Sparkline trend = new Sparkline();
  private final SqlArea text = SqlArea.reader();
  private final Button explain = new Button("Explain...");
  private String shown = "";

  StatementPane(Consumer<TopRow> onExplain) {
    getStyleClass().add("session-detail");
    heading.getStyleClass().add("heading");
    facts.getStyleClass().add("muted");
    facts.setWrapText(true);
    trend.setPrefSize(220, 34);
    trend.setMinWidth(120);
    var words = new VBox(heading, facts);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    // Its words are wrapped before the button's are cut.
    explain.setMinWidth(Region.USE_PREF_SIZE);
    var head = new HBox(words, trend, explain);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("detail-head");
    setTop(head);
    setCenter(text);
    explain.setOnAction(
        event -> {
          if (getUserData() instanceof TopRow row) {
            onExplain.accept(row);
          }
        });
  }

  /// @param possible whether there is a place to show plans
  void plans(boolean possible) {
    explain.setVisible(possible);
    explain.setManaged(possible);
  }

  /// @param seeking whether a sample that is not known is being looked for
  void show(TopRow row, List<Double> loads, boolean seeking) {
    setUserData(row);
    explain.setDisable(!row.text().explainable());
    heading.setText(
        (row.key().schema().isEmpty() ? "" : row.key().schema() + "   ")
            + "digest "
            + row.key().digest().substring(0, Math.min(16, row.key().digest().length())));
    facts.setText(
        "each: %s, %s examined, %s sent, lock %s, longest %s%s%s"
            .formatted(
                Span.words(Math.round(row.avgUs())),
                TopSqlColumns.decimal(row.avgExamined()),
                TopSqlColumns.decimal(row.avgSent()),
                Span.words(Math.round(row.avgLockUs())),
                Span.words(row.maxUs()),
                row.firstSeen().map(at -> "   first seen " + AT.format(at)).orElse(""),
                row.lastSeen().map(at -> ", last " + AT.format(at)).orElse("")));
    trend.least(0.1);
    trend.values(
        loads.stream().mapToDouble(Double::doubleValue).toArray(),
        "load of this statement over the last hour");
    String now =
        Layout.DEFAULT.of(TopSqlColumns.statement(row), SqlModes.DEFAULT)
            + (row.text().cut() ? "\n-- cut by the server (max_digest_length)" : "")
            + sample(row.text(), seeking);
    if (!now.equals(shown)) {
      shown = now;
      text.show(now);
    }
  }

  private static String sample(StatementText text, boolean seeking) {
    if (text.sample().isEmpty()) {
      return seeking
          ? "\n\n-- no sample yet; looked for each minute in what each session ran last"
          : "";
    }
    String cut =
        text.sampleCut()
            ? ", cut by the server (performance_schema_max_sql_text_length): it cannot be explained"
            : "";
    return "\n\n-- one that ran" + cut + ":\n" + text.sample();
  }

  @Override
  public void close() {
    text.close();
  }
}
