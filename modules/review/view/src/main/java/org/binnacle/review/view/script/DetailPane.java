package org.binnacle.review.view.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.Icons;
import org.binnacle.review.Example;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.fix.Offer;
import org.binnacle.review.report.Told;

/// One finding in full: what is there, why it matters, what can be done, how it should look.
final class DetailPane extends ScrollPane {
  private static final int EXAMPLE = 600;

  private final VBox box = new VBox();
  private final VBox fixes = new VBox();
  private final Plans plans;
  private final Consumer<Offer> onOffer;
  private final Consumer<String> onPage;

  /// @param onOffer a quick fix was chosen
  /// @param onPage a rule's page is wanted
  DetailPane(Plans plans, Consumer<Offer> onOffer, Consumer<String> onPage) {
    this.plans = plans;
    this.onOffer = onOffer;
    this.onPage = onPage;
    setId("review-detail");
    setFitToWidth(true);
    setContent(box);
    getStyleClass().add("review-detail-scroll");
    box.getStyleClass().add("review-detail");
    fixes.getStyleClass().add("review-fixes");
    none();
  }

  void none() {
    FxThread.check();
    box.getChildren()
        .setAll(quiet("Choose a finding: F8 goes to the next, Alt+Enter offers what can be done."));
  }

  void show(Row row, Optional<RuleInfo> rule) {
    FxThread.check();
    var all = new ArrayList<Node>();
    var level = Icons.pill(row.level().word(), LevelLook.colour(row.level()));
    var id = new Hyperlink(row.rule());
    id.setOnAction(event -> onPage.accept(row.rule()));
    var where = quiet((row.object().isEmpty() ? "" : row.object() + "   ") + "line " + row.line());
    var head = new HBox(level, id, where);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("finding-head");
    all.add(head);
    all.add(text(row.message(), "name"));
    plan(row, all);
    rule.ifPresent(
        r -> {
          all.add(section("Why"));
          all.add(text(r.says() + " " + r.because(), ""));
        });
    fixes.getChildren().clear();
    all.add(fixes);
    rule.ifPresent(r -> examples(r, all));
    box.getChildren().setAll(all);
    setVvalue(0);
  }

  /// The head of a group, which may be a statement with a plan.
  void head(Row row) {
    FxThread.check();
    var all = new ArrayList<Node>();
    all.add(text(row.message(), "name"));
    plan(row, all);
    all.add(quiet("The findings of this group are below it."));
    box.getChildren().setAll(all);
  }

  /// The way to the plan of a row's statement, where a server told one.
  private void plan(Row row, List<Node> all) {
    Optional<String> step = row.told().flatMap(Told::step);
    plans
        .of(row.statement())
        .ifPresent(
            facts -> {
              var link =
                  new Hyperlink(
                      step.isPresent() ? "Open its plan at this step" : "Open its plan",
                      Icons.of("mdi2f-file-tree-outline"));
              link.setId("review-open-plan");
              link.setOnAction(event -> plans.show(row.statement(), step));
              var line = new HBox(link, quiet(Plans.words(facts)));
              line.setAlignment(Pos.CENTER_LEFT);
              line.getStyleClass().add("finding-head");
              all.add(line);
            });
  }

  /// Of something that an earlier review found and this one does not.
  void fixed(Row row) {
    FxThread.check();
    box.getChildren()
        .setAll(
            text(row.message(), "name"),
            quiet(row.rule() + (row.object().isEmpty() ? "" : ", " + row.object())),
            text("It was found before and is there no more.", ""));
  }

  /// What can be done about the finding that is shown.
  void offers(List<Offer> offers) {
    FxThread.check();
    if (offers.isEmpty()) {
      fixes.getChildren().clear();
      return;
    }
    var all = new ArrayList<Node>();
    all.add(section("What can be done (Alt+Enter)"));
    for (Offer offer : offers) {
      var link = new Hyperlink(offer.title(), Icons.of(icon(offer)));
      link.setOnAction(event -> onOffer.accept(offer));
      all.add(link);
    }
    fixes.getChildren().setAll(all);
  }

  static String icon(Offer offer) {
    return switch (offer.kind()) {
      case FIX -> "mdi2w-wrench-outline";
      case LOOK -> "mdi2e-eye-outline";
      case IGNORE -> "mdi2e-eye-off-outline";
    };
  }

  private static void examples(RuleInfo rule, List<Node> all) {
    for (Example.Kind kind : List.of(Example.Kind.BAD, Example.Kind.GOOD)) {
      rule.examples().stream()
          .filter(e -> e.kind() == kind)
          .findFirst()
          .ifPresent(
              e -> {
                all.add(section(kind == Example.Kind.BAD ? "Not like this" : "Like this"));
                String sql = e.script();
                all.add(
                    text(
                        sql.length() > EXAMPLE ? sql.substring(0, EXAMPLE) + "…" : sql, "example"));
              });
    }
  }

  private static Label section(String words) {
    var label = new Label(words);
    label.getStyleClass().add("section");
    return label;
  }

  private static Label text(String words, String style) {
    var label = new Label(words);
    label.setWrapText(true);
    if (!style.isEmpty()) {
      label.getStyleClass().add(style);
    }
    return label;
  }

  private static Label quiet(String words) {
    return text(words, "muted");
  }
}
