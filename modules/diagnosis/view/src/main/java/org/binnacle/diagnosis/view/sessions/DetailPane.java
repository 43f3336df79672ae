package org.binnacle.diagnosis.view.sessions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.binnacle.diagnosis.lock.SessionStory;
import org.binnacle.diagnosis.session.Field;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.diagnosis.session.SessionDetail;
import org.binnacle.diagnosis.session.Span;
import org.binnacle.diagnosis.session.Transaction;
import org.binnacle.diagnosis.view.instance.TimeBar;
import org.binnacle.fxkit.Icons;
import org.binnacle.fxkit.sql.SqlArea;

/// The session under the eye: its statement, and beside it what else is known of it.
final class DetailPane extends BorderPane implements AutoCloseable {
  private final Button plan;
  private final Button alike;
  private final Button memory;
  private final Label heading = new Label();
  private final Label news = new Label();
  private final ToggleButton raw = new ToggleButton("As sent");
  private final SqlArea sql = SqlArea.reader();
  private final GridPane facts = new GridPane();
  private final Marking marking;
  private List<String> told = List.of();
  private Optional<Instant> sought = Optional.empty();

  /// @param marking what stands out
  /// @param hide takes the pane away
  /// @param explain shows the plan of the session's statement
  /// @param others shows those that run the same statement
  /// @param weigh asks what memory the session uses
  DetailPane(Marking marking, Runnable hide, Runnable explain, Runnable others, Runnable weigh) {
    this.marking = marking;
    getStyleClass().add("session-detail");
    heading.getStyleClass().add("heading");
    news.getStyleClass().add("muted");
    raw.setTooltip(new Tooltip("Show the statement as it was sent, not laid out"));
    raw.setId("detail-raw");
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    plan =
        Icons.button(
            "mdi2f-file-tree-outline", "Explain", "Show the plan of this statement (e)", explain);
    plan.setId("detail-explain");
    alike =
        Icons.button(
            "mdi2f-filter-outline",
            "",
            "Show only the sessions that run this statement, with whatever values",
            others);
    alike.setId("detail-alike");
    alike.managedProperty().bind(alike.visibleProperty());
    alike.setVisible(false);
    memory =
        Icons.button("mdi2m-memory", "Memory", "Ask the server what memory it uses now", weigh);
    memory.setId("detail-memory");
    var head =
        new HBox(
            heading,
            news,
            gap,
            alike,
            memory,
            plan,
            raw,
            Icons.button("mdi2c-close", "Hide the detail (Esc)", hide));
    head.getStyleClass().add("detail-head");
    head.setAlignment(Pos.CENTER_LEFT);
    facts.getStyleClass().add("facts");
    var scroll = new ScrollPane(facts);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("facts-scroll");
    var split = new SplitPane(sql, scroll);
    split.setDividerPositions(0.68);
    setTop(head);
    setCenter(split);
  }

  /// @param possible whether there is a place to show plans
  void plans(boolean possible) {
    plan.setDisable(!possible);
  }

  /// @param possible whether the server of now can be asked about the session
  void asks(boolean possible) {
    memory.setDisable(!possible);
  }

  ToggleButton raw() {
    return raw;
  }

  /// @param moment of the past that the next session to be shown is of; empty for now
  void of(Optional<Instant> moment) {
    sought = moment;
  }

  /// @param row the newest row of the session, whose figures go on
  /// @param story what it ran before and its locks, once known
  /// @param others how many run the same statement now
  /// @param used its memory in words; empty where nobody has asked
  void show(SessionDetail detail, ProcessRow row, StoryShown story, long others, String used) {
    alike.setVisible(others > 0);
    alike.setText(others == 1 ? "1 other runs this" : "%,d others run this".formatted(others));
    heading.setText(
        "%d  %s@%s  %s"
            .formatted(row.id(), row.user(), row.client().text(), marking.words(row))
            .strip());
    String words = news(detail, row, story.story());
    news.setText(
        sought
            .map(at -> "as it was at " + TimeBar.CLOCK.format(at) + (words.isEmpty() ? "" : "; "))
            .orElse("")
            .concat(words));
    String past = row.sql().isEmpty() ? story.script() : "";
    sql.show(!past.isEmpty() ? past : raw.isSelected() ? detail.sql() : detail.formatted());
    List<String> now = facts(detail, row, story, used);
    if (!now.equals(told)) {
      told = now;
      fill(now);
    }
  }

  private static String news(SessionDetail detail, ProcessRow row, SessionStory story) {
    if (row.sql().isEmpty()) {
      return story.past().isEmpty()
          ? "no statement runs"
          : story.ofTransaction()
              ? "no statement runs; below is what its open transaction ran"
              : "no statement runs; below is what it ran before";
    }
    if (!detail.same()) {
      return "this statement has ended; the text is the one last seen";
    }
    return detail.whole() ? "" : "the first %,d characters".formatted(detail.sql().length());
  }

  /// Names and values in turn: what it waits for and what it ran come before its figures.
  private static List<String> facts(
      SessionDetail detail, ProcessRow row, StoryShown story, String used) {
    var facts = new ArrayList<String>();
    facts.addAll(List.of("Instance", row.instance().name()));
    facts.addAll(List.of("Command", row.command() + ", " + Span.words(row.timeUs())));
    add(facts, "Memory", used);
    add(facts, "State", row.state());
    add(facts, "Waits for", row.blocking().by());
    add(facts, "Head of the queue", row.blocking().by().isEmpty() ? "" : row.blocking().root());
    add(facts, "Blocks", row.blocking().blocker() ? "%,d".formatted(row.blocking().blocks()) : "");
    facts.addAll(StoryFacts.awaited(story));
    row.trx().ifPresent(trx -> facts.addAll(List.of("Transaction", words(trx))));
    facts.addAll(StoryFacts.past(story, row.sql().isEmpty()));
    for (Field field :
        List.of(Field.EXAMINED, Field.SENT, Field.AFFECTED, Field.LOCK_TIME, Field.TMP_DISK)) {
      field
          .number(row)
          .ifPresent(
              number ->
                  add(
                      facts,
                      label(field),
                      field.type() == Field.Type.SPAN
                          ? Span.words(number)
                          : "%,d".formatted(number)));
    }
    if (row.work().noIndex()) {
      add(facts, "Index", "none used");
    }
    add(facts, "Digest", row.work().digest());
    add(facts, "Program", row.program());
    add(facts, "Thread", row.threadId() == 0 ? "" : Long.toString(row.threadId()));
    detail.attributes().forEach(one -> add(facts, one.name(), one.value()));
    facts.addAll(StoryFacts.unknown(story));
    return facts;
  }

  private static String words(Transaction trx) {
    return "%s, %s, %,d %s modified, %,d locked"
        .formatted(
            Span.words(trx.ageUs()),
            trx.state().toLowerCase(Locale.ROOT),
            trx.rowsModified(),
            trx.rowsModified() == 1 ? "row" : "rows",
            trx.rowsLocked());
  }

  private static String label(Field field) {
    return switch (field) {
      case EXAMINED -> "Rows examined";
      case SENT -> "Rows sent";
      case AFFECTED -> "Rows affected";
      case LOCK_TIME -> "Lock time";
      default -> "Temporary tables on disk";
    };
  }

  private static void add(List<String> facts, String name, String value) {
    if (!value.isEmpty()) {
      facts.add(name);
      facts.add(value);
    }
  }

  private void fill(List<String> now) {
    facts.getChildren().clear();
    for (int i = 0; i < now.size(); i += 2) {
      var name = new Label(now.get(i));
      name.getStyleClass().add("muted");
      name.setMinWidth(Region.USE_PREF_SIZE);
      GridPane.setValignment(name, VPos.TOP);
      var value = new Label(now.get(i + 1));
      value.setWrapText(true);
      facts.addRow(i / 2, name, value);
    }
  }

  @Override
  public void close() {
    sql.close();
  }
}
