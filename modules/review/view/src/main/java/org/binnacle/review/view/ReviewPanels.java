package org.binnacle.review.view;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.Panel;
import org.binnacle.review.view.rules.RulesPanel;
import org.binnacle.review.view.script.ReviewPanel;

/// Makes the panels of SQL review, on the FX thread. The caller closes what it gets.
public final class ReviewPanels {
  /// What the ids of review panels begin with; a path or the name of a draft follows.
  public static final String REVIEW = "review:";

  /// What the ids of rule set panels begin with; a name or file follows.
  public static final String RULES = "rule-set:";

  private static final String DRAFT = "draft-";

  private final Kit kit;

  public ReviewPanels(Kit kit) {
    this.kit = kit;
  }

  /// Opens an empty review, to type or paste into.
  public void draft() {
    open(REVIEW + DRAFT + UUID.randomUUID());
  }

  /// Opens a file or a folder.
  public void open(Path fileOrFolder) {
    open(REVIEW + fileOrFolder.toAbsolutePath().normalize());
  }

  /// Opens a text that is no file, such as a statement of another panel.
  public void text(String sql) {
    String id = REVIEW + DRAFT + UUID.randomUUID();
    kit.doors()
        .open(
            id,
            () -> {
              var panel = new ReviewPanel(kit, this, id, Optional.empty());
              panel.text(sql);
              return panel;
            });
  }

  /// Opens the editor of a rule set.
  ///
  /// @param nameOrFile such as `default`
  public void rules(String nameOrFile) {
    kit.doors().open(RULES + nameOrFile, () -> new RulesPanel(kit, this, nameOrFile));
  }

  /// Opens the rule set with a rule's page in front.
  public void rule(String nameOrFile, String rule) {
    FxThread.check();
    kit.settings().put("rules.rule", rule);
    rules(nameOrFile);
  }

  private void open(String id) {
    kit.doors().open(id, () -> review(id).orElseThrow());
  }

  /// The panel of a remembered tab; empty where its file or draft is gone.
  public Optional<Panel> review(String id) {
    String what = id.substring(REVIEW.length());
    if (what.startsWith(DRAFT)) {
      return Optional.of(new ReviewPanel(kit, this, id, Optional.empty()));
    }
    Path path = Path.of(what);
    return Files.exists(path)
        ? Optional.of(new ReviewPanel(kit, this, id, Optional.of(path)))
        : Optional.empty();
  }

  /// The rule set of a remembered tab.
  public Optional<Panel> ruleSet(String id) {
    return Optional.of(new RulesPanel(kit, this, id.substring(RULES.length())));
  }
}
