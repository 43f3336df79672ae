package org.binnacle.explain.view.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.binnacle.explain.advice.Advice;
import org.binnacle.explain.advice.Candidate;
import org.binnacle.explain.view.ExplainPanels;
import org.binnacle.explain.view.Kit;
import org.binnacle.explain.view.Live;
import org.binnacle.explain.view.advice.AdviceModel.State;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.Icons;
import org.binnacle.fxkit.Panel;
import org.binnacle.fxkit.sheet.MessageBar;
import org.binnacle.fxkit.table.Placeholder;
import org.binnacle.fxkit.theme.Themes;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Severity;

/// Indexes that a statement could use: the statement at the left, at the right what is advised, the
/// indexes that there are, and what trials showed.
public final class AdvicePanel implements Panel {
  private final Kit kit;
  private final ExplainPanels panels;
  private final String id;
  private final Live live;
  private final AdviceModel model;
  private final AskPane asked;
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("Index advice");
  private final MessageBar message = new MessageBar();
  private final Label news = new Label();
  private final Button attempt = new Button("Try them…", Icons.of("mdi2f-flask-outline"));
  private final Button cancel = new Button("Cancel", Icons.of("mdi2s-stop"));
  private final VBox content = new VBox();
  private final ScrollPane scroll = new ScrollPane(content);
  private final BorderPane right = new BorderPane();
  private final BorderPane root = new BorderPane();
  private final List<CandidateCard> cards = new ArrayList<>();
  private final InvalidationListener changed = seen -> show();

  public AdvicePanel(Kit kit, ExplainPanels panels, String id) {
    FxThread.check();
    this.kit = kit;
    this.panels = panels;
    this.id = id;
    live = kit.live().orElseThrow();
    model = new AdviceModel(live, kit.tasks());
    asked =
        new AskPane(
            live, kit.settings(), id, model::ask, words -> message.show(Severity.NOTICE, words));
    attempt.setId("advice-try");
    attempt.setTooltip(new Tooltip("Try the ticked indexes and compare the plans (T)"));
    attempt.setOnAction(event -> attempt());
    cancel.setId("advice-cancel");
    cancel.setOnAction(event -> model.cancel());
    news.setMinWidth(0);
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var bar = new HBox(news, gap, cancel, attempt);
    bar.getStyleClass().add("plans-bar");
    bar.setAlignment(Pos.CENTER_LEFT);
    content.getStyleClass().add("advice");
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("step-scroll");
    right.setTop(new VBox(bar, message));
    right.setCenter(scroll);
    var split = new SplitPane(asked, right);
    split.setDividerPositions(0.34);
    SplitPane.setResizableWithParent(asked, false);
    root.setCenter(split);
    root.getStyleClass().add("plan-panel");
    root.getStylesheets().add(Themes.css("plan"));
    root.addEventHandler(KeyEvent.KEY_PRESSED, this::keys);
    model.state().addListener(changed);
    model.tried().addListener(changed);
    model.working().addListener(changed);
    model.notes().addListener(changed);
    model.failed().addListener(changed);
    show();
  }

  /// Asks for a statement's advice.
  ///
  /// @param database empty for none
  public void ask(Optional<InstanceRef> instance, String database, String sql) {
    asked.show(instance, database, sql);
    asked.ask();
  }

  private void keys(KeyEvent event) {
    if (event.getCode() == KeyCode.T
        && !event.isShortcutDown()
        && !asked.holds(event.getTarget())
        && !attempt.isDisable()) {
      attempt();
      event.consume();
    }
  }

  private void attempt() {
    List<Candidate> wanted =
        cards.stream().filter(CandidateCard::wanted).map(CandidateCard::candidate).toList();
    if (model.state().get() instanceof State.Given given && !wanted.isEmpty()) {
      new TrialSheet(live, model, wanted, root).open(Optional.of(given.question().instance()));
    }
  }

  private void show() {
    boolean busy = model.working().get().isPresent();
    cancel.setVisible(busy);
    cancel.setManaged(busy);
    cards.clear();
    message.clear();
    model.failed().get().ifPresent(fault -> message.show(fault, kit.words()));
    model.notes().get().stream()
        .findFirst()
        .ifPresent(words -> message.show(Severity.WARNING, String.join("\n", model.notes().get())));
    title.set("Index advice");
    switch (model.state().get()) {
      case State.Idle ignored -> page("", idle());
      case State.Asking asking -> page("", Placeholder.loading(asking.words()));
      case State.Refused refused -> {
        message.show(refused.fault(), kit.words());
        page("", idle());
      }
      case State.Given given -> given(given);
    }
    if (busy && model.state().get() instanceof State.Given) {
      news.setText(model.working().get().map(task -> task.what() + "…").orElse(""));
    }
    choose();
  }

  private void page(String words, Node node) {
    news.setText(words);
    right.setCenter(node);
  }

  private static Node idle() {
    return Placeholder.of(
        "mdi2l-lightbulb-on-outline",
        "Which indexes would a statement use?",
        "Choose an instance, write a SELECT, UPDATE or DELETE at the left and press Ctrl+Enter. Only"
            + " the definitions and statistics of its tables are read.");
  }

  private void given(State.Given given) {
    title.set("Index advice: " + given.question().instance().name());
    switch (given.advice()) {
      case Advice.None none ->
          page("", Placeholder.of("mdi2h-help-circle-outline", "No advice", none.reason() + "."));
      case Advice.Given advice -> {
        var parts = new ArrayList<Node>();
        for (Candidate candidate : advice.candidates()) {
          var card =
              new CandidateCard(
                  candidate, Optional.ofNullable(model.tried().get().get(candidate)), new Hands());
          cards.add(card);
          parts.add(card);
        }
        if (parts.isEmpty()) {
          parts.add(ServedNote.of());
        }
        advice.notes().forEach(note -> parts.add(ServedNote.words(note)));
        parts.add(new TablesList(given.tables()));
        content.getChildren().setAll(parts);
        page(
            switch (cards.size()) {
              case 0 -> "The present indexes serve it";
              case 1 -> "1 index worth a trial";
              default -> cards.size() + " indexes worth a trial";
            },
            scroll);
      }
    }
  }

  private void choose() {
    boolean none = cards.stream().noneMatch(CandidateCard::wanted);
    attempt.setDisable(none || model.working().get().isPresent());
  }

  /// What the cards ask for.
  private final class Hands implements CandidateCard.Hands {
    @Override
    public void compare(AdviceModel.Tried tried) {
      panels.compare(Optional.of(tried.before()), Optional.of(tried.after()));
    }

    @Override
    public void open(AdviceModel.Tried tried) {
      panels.open(tried.after());
    }

    @Override
    public void chosen() {
      choose();
    }
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public ObservableValue<String> title() {
    return title.getReadOnlyProperty();
  }

  @Override
  public String icon() {
    return "mdi2l-lightbulb-on-outline";
  }

  @Override
  public String help() {
    return "explain";
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void focus() {
    asked.requestFocus();
  }

  @Override
  public void close() {
    FxThread.check();
    model.state().removeListener(changed);
    model.tried().removeListener(changed);
    model.working().removeListener(changed);
    model.notes().removeListener(changed);
    model.failed().removeListener(changed);
    model.close();
    asked.close();
  }
}
