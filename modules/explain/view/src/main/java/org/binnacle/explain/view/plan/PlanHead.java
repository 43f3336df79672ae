package org.binnacle.explain.view.plan;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.binnacle.explain.drawing.Steps;
import org.binnacle.explain.insight.Finding;
import org.binnacle.explain.mouth.Figures;
import org.binnacle.fxkit.Icons;
import org.binnacle.fxkit.Tips;
import org.binnacle.fxkit.theme.Colours;
import org.binnacle.fxkit.theme.States;

/// What the plan is of, in one line, and the worst that was found, as chips.
public final class PlanHead extends VBox {
  private static final DateTimeFormatter AT =
      DateTimeFormatter.ofPattern("d MMM HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());
  private static final int WORST = 3;
  private static final double LEAST_FACT = 40;
  private static final double WIDEST_FACT = 190;
  private static final double WIDEST_CHIP = 330;

  /// So many buttons are styled in one event.
  private static final int TOOLS_A_TURN = 5;

  private final PlanModel model;
  private final PlanLinks links;
  private final List<Node> tools;
  private final HBox first = new HBox();
  private final HBox second = new HBox();
  private final Label query = new Label();
  private final HBox facts = new HBox();
  private final HBox chips = new HBox();
  private final TextField find = new TextField();

  /// @param tools buttons at the right end
  PlanHead(PlanModel model, PlanLinks links, List<Node> tools) {
    this.model = model;
    this.links = links;
    this.tools = List.copyOf(tools);
    getStyleClass().add("plan-head");
    query.getStyleClass().addAll("mono", "plan-query");
    query.setMaxWidth(Double.MAX_VALUE);
    // It takes what the others leave; a long one would take their place.
    query.setMinWidth(60);
    query.setPrefWidth(60);
    HBox.setHgrow(query, Priority.ALWAYS);
    facts.getStyleClass().add("plan-facts");
    facts.setAlignment(Pos.CENTER_LEFT);
    first.getStyleClass().add("plan-line");
    first.setAlignment(Pos.CENTER_LEFT);
    chips.getStyleClass().add("plan-chips");
    chips.setAlignment(Pos.CENTER_LEFT);
    chips.setMinWidth(0);
    HBox.setHgrow(chips, Priority.ALWAYS);
    find.setPromptText("Find a step  (/)");
    find.setId("plan-find");
    find.setMinWidth(110);
    find.setPrefWidth(190);
    find.setOnAction(
        event -> {
          boolean found = model.search(find.getText());
          States.set(find, States.CRITICAL, !found);
        });
    second.getStyleClass().add("plan-line");
    second.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(first, second);
  }

  TextField find() {
    return find;
  }

  /// What it shows of a plan, part by part: the statement and the facts, the buttons, the worst
  /// that was found. The lines keep their height meanwhile.
  List<Turns.Part> parts(Opened plan) {
    var parts = new ArrayList<Turns.Part>();
    parts.add(
        Turns.Part.of(
            this,
            () -> {
              chips.getChildren().clear();
              facts(plan);
              if (first.getChildren().isEmpty()) {
                first.getChildren().setAll(query, facts);
              }
            }));
    for (int at = 0; at < tools.size(); at += TOOLS_A_TURN) {
      List<Node> some = tools.subList(at, Math.min(tools.size(), at + TOOLS_A_TURN));
      parts.add(() -> put(first, some));
    }
    parts.add(
        () -> {
          chips(plan);
          return put(second, List.of(chips, find));
        });
    return parts;
  }

  private static List<Node> put(HBox line, List<Node> nodes) {
    if (!line.getChildren().contains(nodes.getFirst())) {
      line.getChildren().addAll(nodes);
    }
    return nodes;
  }

  private void facts(Opened plan) {
    About about = plan.about();
    String words = about.sql().isEmpty() ? about.name() : Steps.line(about.sql());
    query.setText(words.length() > 500 ? words.substring(0, 500) : words);
    if (!about.sql().isEmpty()) {
      Tips.put(query, about.sql().length() > 3000 ? about.sql().substring(0, 3000) : about.sql());
    }
    var all = new ArrayList<Node>();
    about
        .instance()
        .ifPresent(
            one ->
                all.add(fact("mdi2s-server", one.name(), one.environment() + " " + one.address())));
    if (!about.version().isEmpty()) {
      all.add(fact("", about.version(), "Its version"));
    }
    all.add(
        fact(
            "",
            plan.format(),
            about.origin().isEmpty() ? "The format, recognised by itself" : about.origin()));
    about.at().ifPresent(at -> all.add(fact("mdi2c-clock-outline", at(at), "When it was made")));
    plan.totalMs()
        .ifPresent(
            ms ->
                all.add(
                    figure(Figures.plain(Math.round(ms * 10) / 10.0), "ms", "Measured, in all")));
    plan.plan()
        .cost()
        .ifPresent(
            cost ->
                all.add(
                    figure(
                        Figures.plain(Math.round(cost * 10) / 10.0),
                        "cost",
                        "The optimizer's own unit; it is not time")));
    all.add(figure(Integer.toString(plan.weights().nodes().size()), "steps", "Steps of the plan"));
    facts.getChildren().setAll(all);
  }

  private void chips(Opened plan) {
    chips.getChildren().clear();
    plan.findings().stream().limit(WORST).forEach(one -> chips.getChildren().add(chip(one, plan)));
    int more = plan.findings().size() - WORST;
    if (more > 0) {
      var rest = new Label("and %d more  (n, p)".formatted(more));
      rest.getStyleClass().add("muted");
      rest.setMinWidth(USE_PREF_SIZE);
      chips.getChildren().add(rest);
    } else if (plan.findings().isEmpty()) {
      var none = new Label("nothing stands out");
      none.getStyleClass().add("muted");
      chips.getChildren().add(none);
    }
  }

  private Button chip(Finding finding, Opened plan) {
    var chip = new Button(Findings.chip(finding, plan.weights()));
    chip.setGraphic(Icons.of(Findings.icon(finding.severity())));
    chip.getStyleClass().addAll("chip");
    // A name may hold underscores.
    chip.setMnemonicParsing(false);
    chip.setMaxWidth(WIDEST_CHIP);
    Colours.put(chip, Findings.token(finding.severity()));
    Tips.put(chip, chip.getText() + "\n" + finding.words() + "\n" + finding.next());
    chip.setFocusTraversable(true);
    chip.setOnAction(event -> model.look(finding));
    FindingMenu.on(chip, finding, links);
    return chip;
  }

  private static Label fact(String icon, String text, String tip) {
    var label = new Label(text);
    if (!icon.isEmpty()) {
      label.setGraphic(Icons.of(icon));
    }
    Tips.put(label, text + "\n" + tip);
    // Rather a fact is cut than a button pushed out of the window.
    label.setMinWidth(LEAST_FACT);
    label.setMaxWidth(WIDEST_FACT);
    label.getStyleClass().add("muted");
    return label;
  }

  private static Node figure(String value, String unit, String tip) {
    var number = new Label(value);
    number.getStyleClass().add("name");
    Tips.put(number, tip);
    number.setMinWidth(USE_PREF_SIZE);
    var of = new Label(unit);
    of.setMinWidth(USE_PREF_SIZE);
    of.getStyleClass().add("muted");
    var both = new HBox(number, of);
    both.getStyleClass().add("figure-pair");
    both.setAlignment(Pos.CENTER_LEFT);
    return both;
  }

  /// A time as heads and menus tell it.
  public static String at(Instant at) {
    return AT.format(at);
  }
}
