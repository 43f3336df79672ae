package org.binnacle.review.view.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.binnacle.fxkit.FxThread;
import org.binnacle.review.Example;
import org.binnacle.review.Level;
import org.binnacle.review.Need;
import org.binnacle.review.Param;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.set.RuleSet;
import org.binnacle.review.set.RuleSetDraft;
import org.binnacle.review.set.RuleSetText;

/// A rule's page: what it asks for and why, its level and parameters in the set, examples.
final class RulePage extends ScrollPane {
  private final VBox box = new VBox();
  private final Hands hands;
  private Optional<Shown> shown = Optional.empty();
  private RuleSet set = RuleSet.SHIPPED;
  private RuleSet base = RuleSet.SHIPPED;

  /// What stands on the page, so that nothing is made anew for a look that changed nothing of it.
  private record Shown(RuleInfo rule, String level, List<Object> values) {}

  /// What the page asks of its panel.
  interface Hands {
    /// As it is now, what was changed a moment ago included.
    RuleSetDraft draft();

    void change(RuleSetDraft draft);
  }

  RulePage(Hands hands) {
    this.hands = hands;
    setId("rule-page");
    setFitToWidth(true);
    setContent(box);
    getStyleClass().add("review-detail-scroll");
    box.getStyleClass().add("review-detail");
  }

  void none() {
    FxThread.check();
    shown = Optional.empty();
    box.getChildren().setAll(text("Choose a rule.", "muted"));
  }

  /// @param set what the draft came to when it was last looked at
  /// @param base the set that the draft extends, for what a rule is without it
  void show(RuleInfo rule, RuleSet set, RuleSet base) {
    FxThread.check();
    this.set = set;
    this.base = base;
    var now = new Shown(rule, level(rule), values(rule));
    boolean same = shown.filter(was -> was.rule().equals(rule)).isPresent();
    // What somebody is typing into stays.
    if (!same || (!box.isFocusWithin() && !shown.get().equals(now))) {
      shown = Optional.of(now);
      fill(rule);
      if (!same) {
        setVvalue(0);
      }
    }
  }

  private List<Object> values(RuleInfo rule) {
    return rule.params().stream().map(param -> RuleSetText.param(set, rule, param)).toList();
  }

  private String inherited(RuleInfo rule) {
    return "as in the base (" + RuleSetText.level(base, rule) + ")";
  }

  private String level(RuleInfo rule) {
    return hands.draft().says(rule) ? RuleSetText.level(set, rule) : inherited(rule);
  }

  private void fill(RuleInfo rule) {
    var all = new ArrayList<Node>();
    all.add(text(rule.id(), "page-title"));
    all.add(text(rule.says(), "name"));
    all.add(text(rule.because(), ""));
    facts(rule, all);
    all.add(levels(rule));
    for (Param param : rule.params()) {
      all.add(
          new ParamField(
              param,
              RuleSetText.param(set, rule, param),
              value -> hands.change(with(rule, param, value))));
    }
    for (Example.Kind kind : Example.Kind.values()) {
      examples(rule, kind, all);
    }
    box.getChildren().setAll(all);
  }

  private static void facts(RuleInfo rule, List<Node> all) {
    var words = new ArrayList<String>();
    if (rule.need() != Need.TEXT) {
      words.add("Needs " + rule.need().words() + ".");
    }
    if (rule.since() > 0) {
      words.add("From server version " + version(rule.since()) + " on.");
    }
    if (rule.until() < Integer.MAX_VALUE) {
      words.add("Before server version " + version(rule.until()) + ".");
    }
    if (!rule.conflicts().isEmpty()) {
      words.add("Not together with " + String.join(", ", rule.conflicts()) + ".");
    }
    if (!words.isEmpty()) {
      all.add(text(String.join(" ", words), "muted"));
    }
  }

  private static String version(int number) {
    return "%d.%d.%d".formatted(number / 10_000, number / 100 % 100, number % 100);
  }

  private Node levels(RuleInfo rule) {
    String inherited = inherited(rule);
    var choice = new ChoiceBox<String>();
    choice.setId("rule-level");
    choice.getItems().add(inherited);
    for (Level level : Level.values()) {
      choice.getItems().add(level.word());
    }
    choice.getItems().add("off");
    choice.setValue(level(rule));
    choice
        .valueProperty()
        .addListener(
            (seen, was, is) ->
                hands.change(
                    is.equals(inherited)
                        ? hands.draft().without(rule)
                        : hands.draft().with(rule, is, params(rule))));
    var label = new Label("Level");
    label.setLabelFor(choice);
    label.getStyleClass().add("section");
    var line = new HBox(label, choice);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("rule-line");
    return line;
  }

  private RuleSetDraft with(RuleInfo rule, Param param, Object value) {
    var params = new HashMap<>(params(rule));
    params.put(param.name(), value);
    return hands
        .draft()
        .with(rule, said(rule).orElseGet(() -> RuleSetText.level(set, rule)), params);
  }

  /// The level that the draft itself gives the rule: the set may be of the draft before.
  private Optional<String> said(RuleInfo rule) {
    return switch (hands.draft().rules().get(rule.id())) {
      case String level -> Optional.of(level);
      case Map<?, ?> map when map.get("level") instanceof String level -> Optional.of(level);
      case null, default -> Optional.empty();
    };
  }

  /// What the draft itself says of the rule's parameters.
  private Map<String, Object> params(RuleInfo rule) {
    var params = new HashMap<String, Object>();
    if (hands.draft().rules().get(rule.id()) instanceof Map<?, ?> map) {
      map.forEach(
          (k, v) -> {
            if (!"level".equals(k) && v != null) {
              params.put(String.valueOf(k), v);
            }
          });
    }
    return params;
  }

  private static void examples(RuleInfo rule, Example.Kind kind, List<Node> all) {
    List<Example> some = rule.examples().stream().filter(e -> e.kind() == kind).toList();
    if (some.isEmpty()) {
      return;
    }
    all.add(
        text(
            switch (kind) {
              case BAD -> "Not like this";
              case GOOD -> "Like this";
              case NEAR_MISS -> "It keeps silent on these";
            },
            "section"));
    for (Example example : some) {
      var words = new ArrayList<String>();
      if (!example.params().isEmpty()) {
        words.add("with " + example.params());
      }
      if (!example.version().isEmpty()) {
        words.add("on " + example.version());
      }
      all.add(text(example.script(), "example"));
      if (!example.schema().isEmpty()) {
        words.add("where there is  " + example.schema());
      }
      if (!words.isEmpty()) {
        all.add(text(String.join(", ", words), "muted"));
      }
    }
  }

  private static Label text(String words, String style) {
    var label = new Label(words);
    label.setWrapText(true);
    Optional.of(style).filter(s -> !s.isEmpty()).ifPresent(label.getStyleClass()::add);
    return label;
  }
}
