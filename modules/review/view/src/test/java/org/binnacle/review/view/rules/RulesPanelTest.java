package org.binnacle.review.view.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import javafx.event.Event;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.binnacle.review.Level;
import org.binnacle.review.rule.Rules;
import org.binnacle.review.set.RuleSet;
import org.binnacle.review.set.RuleSets;
import org.binnacle.review.view.Rig;
import org.binnacle.testkit.Screen;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("screen")
class RulesPanelTest {
  @TempDir Path folder;
  @AutoClose private final Rig rig = new Rig();

  private RulesPanel show(String source) {
    Screen.run(() -> rig.panels.rules(source));
    var panel = (RulesPanel) rig.front();
    // A second panel's tab has no skin, and so no table to find, before its first pulse.
    Screen.until("rules", () -> table() != null && !table().getItems().isEmpty());
    return panel;
  }

  private TableView<?> table() {
    return rig.find(".live-table", TableView.class);
  }

  private void choose(RulesPanel panel, String rule) {
    Screen.run(() -> panel.choose(Set.of(rule)));
    Screen.until("its page", () -> rig.find("#rule-level", ChoiceBox.class) != null);
  }

  /// Types into the field of the parameter and presses Enter there, in one go, so that nothing
  /// comes between.
  private void typeMax(String words) {
    Screen.run(
        () -> {
          TextField field = rig.find("#param-max", TextField.class);
          field.requestFocus();
          assertThat(field.getScene().getFocusOwner()).isSameAs(field);
          field.setText(words);
          Event.fireEvent(
              field,
              new KeyEvent(
                  KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
        });
  }

  @SuppressWarnings("unchecked")
  private ChoiceBox<String> level() {
    return rig.find("#rule-level", ChoiceBox.class);
  }

  @Test
  void levelsAndParametersAreSetSavedAsYamlAndReadAgain() throws IOException {
    RulesPanel panel = show("strict");
    choose(panel, "column.varchar-max");
    Screen.run(() -> level().setValue("error"));
    Screen.until("it counts", () -> panel.yaml().contains("column.varchar-max: 'error'"));
    Screen.until("it is looked at", panel::settled);
    typeMax("many");
    assertThat(
            Screen.get(
                () ->
                    rig.stage().getScene().getRoot().lookupAll(".mistake-words").stream()
                        .map(n -> ((javafx.scene.control.Label) n).getText())
                        .toList()))
        .contains("max wants a number");
    rig.shoot("rules-mistake");
    typeMax("333");
    assertThat(panel.yaml()).contains("max: 333");
    choose(panel, "table.comment");
    Screen.run(() -> level().setValue("notice"));
    Screen.until("it counts", () -> panel.yaml().contains("table.comment: 'notice'"));
    Path file = folder.resolve("team.yaml");
    rig.file = Optional.of(file);
    Screen.run(() -> rig.find("#rules-save", Button.class).fire());
    Screen.until("saved", () -> Files.exists(file) && Files.size(file) > 0);
    RuleSet set = RuleSets.of(file.toString());
    RuleSet.Setting setting = set.of(Rules.info("column.varchar-max").orElseThrow(), "a.sql");
    assertThat(setting.level()).contains(Level.ERROR);
    assertThat(setting.params()).containsEntry("max", 333);
    assertThat(set.of(Rules.info("table.comment").orElseThrow(), "a.sql").level())
        .contains(Level.NOTICE);
    rig.shoot("rules");
    RulesPanel again = show(file.toString());
    Screen.until("read again", () -> again.yaml().contains("max: 333"));
    assertThat(again.yaml()).isEqualTo(Files.readString(file));
  }

  /// A field that loses the keyboard when its page goes, some pulses later, must not bring back the
  /// draft that was there when the page was made.
  @Test
  void whatIsChangedBeforeTheLookComesBackCounts() {
    RulesPanel panel = show("default");
    choose(panel, "column.varchar-max");
    Screen.run(
        () -> {
          level().setValue("error");
          typeMax("333");
          panel.choose(Set.of("table.comment"));
          level().setValue("notice");
        });
    Screen.until("it is looked at", panel::settled);
    Screen.run(() -> rig.find("#rules-search", TextField.class).requestFocus());
    Screen.settle();
    assertThat(panel.yaml())
        .contains("column.varchar-max: {level: 'error', max: 333}")
        .contains("table.comment: 'notice'");
  }

  @Test
  void whatCannotBeIsToldWithWhatIsNearAndNotSaved() {
    RulesPanel panel = show("default");
    Screen.run(
        () ->
            rig.stage().getScene().getRoot().lookupAll(".toggle-button").stream()
                .map(javafx.scene.control.ToggleButton.class::cast)
                .filter(b -> b.getText().startsWith("File"))
                .forEach(javafx.scene.control.ToggleButton::fire));
    Screen.run(
        () ->
            rig.find("#rules-yaml", TextArea.class)
                .setText("ruleset: x\nextends: default\nrules:\n  table.require-pkk: error\n"));
    Screen.until("told", () -> panel.words().contains("table.require-pk?"));
    rig.shoot("rules-unknown");
    Path file = folder.resolve("bad.yaml");
    rig.file = Optional.of(file);
    Screen.run(() -> rig.find("#rules-save", Button.class).fire());
    Screen.settle();
    assertThat(file).doesNotExist();
    assertThat(panel.words()).contains("not saved");
  }

  @Test
  void rulesThatAskForTheOppositeAreRefused() {
    var rule =
        Rules.shipped().stream()
            .filter(r -> !r.info().conflicts().isEmpty())
            .findFirst()
            .orElseThrow()
            .info();
    RulesPanel panel = show("default");
    for (String id : new String[] {rule.id(), rule.conflicts().getFirst()}) {
      choose(panel, id);
      Screen.run(() -> level().setValue("warning"));
      Screen.until("it counts", () -> panel.yaml().contains(id) && panel.settled());
    }
    Screen.until("told", () -> panel.words().contains("ask for the opposite"));
  }

  @Test
  void aLookThatChangesNothingLeavesThePageAlone() {
    RulesPanel panel = show("default");
    choose(panel, "column.varchar-max");
    TextField before = rig.find("#param-max", TextField.class);
    Screen.run(
        () -> {
          before.setText("99");
          rig.find("#rules-server", TextField.class).setText("8.0.36");
        });
    Screen.until("it is looked at", panel::settled);
    assertThat(rig.find("#param-max", TextField.class)).isSameAs(before);
    assertThat(before.getText()).isEqualTo("99");
  }

  @Test
  void rulesAreFoundByWhatTheyAskFor() {
    RulesPanel panel = show("default");
    int all = Screen.get(() -> table().getItems().size());
    Screen.run(() -> rig.find("#rules-search", TextField.class).setText("primary key"));
    Screen.until("fewer", () -> table().getItems().size() < all && !table().getItems().isEmpty());
    choose(panel, "table.require-pk");
    rig.shoot("rules-page");
    Screen.run(() -> rig.panels.rule("default", "column.int-width"));
    assertThat(rig.front()).isInstanceOf(RulesPanel.class);
  }
}
