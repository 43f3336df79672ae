package org.binnacle.diagnosis.view.kill;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.util.StringConverter;
import org.binnacle.diagnosis.incident.Incident;
import org.binnacle.diagnosis.view.Kit;
import org.binnacle.fxkit.Choosers;
import org.binnacle.fxkit.task.Questions;
import org.binnacle.kernel.Outcome;

/// The choice of what a rule is tried on: now, the moment that a table shows, a kept incident, a
/// file.
final class RuleSources extends ChoiceBox<RuleSource> implements AutoCloseable {
  private static final int INCIDENTS = 12;

  /// Stands in the list for a file that is chosen only then.
  private static final RuleSource FILE = new RuleSource.Known("a file of sessions...", List.of());

  private final Kit kit;
  private final Node anywhere;
  private final Runnable changed;
  private final Questions incidents = new Questions("incidents to try a rule on");

  /// @param anywhere a node of the window, for the question which file
  /// @param changed told when something else is chosen
  RuleSources(Kit kit, Optional<RuleSheet.Past> past, Node anywhere, Runnable changed) {
    this.kit = kit;
    this.anywhere = anywhere;
    this.changed = changed;
    setId("rule-source");
    setAccessibleText("What the rule is tried on");
    setConverter(words(RuleSource::words));
    getItems().add(new RuleSource.Now());
    past.ifPresent(one -> getItems().add(new RuleSource.Known(one.words(), one.rows())));
    setValue(getItems().getLast());
    getItems().add(FILE);
    valueProperty().addListener((seen, was, is) -> chosen(is, was));
    kit.incidents().ifPresent(kept -> incidents.ask(() -> kept.list("", INCIDENTS), this::offer));
  }

  private void offer(Outcome<List<Incident.Head>> heads) {
    if (heads instanceof Outcome.Ok<List<Incident.Head>>(List<Incident.Head> found)) {
      int place = getItems().indexOf(FILE);
      getItems().addAll(place, found.stream().map(RuleSource.OfIncident::new).toList());
    }
  }

  private void chosen(RuleSource now, RuleSource before) {
    if (!Objects.equals(now, FILE)) {
      changed.run();
      return;
    }
    Optional<Path> file =
        kit.choosers()
            .open(
                anywhere.getScene().getWindow(),
                "Try the rule on a file of sessions",
                List.of(Choosers.Kind.of("JSON files", "*.json")));
    RuleSource next = file.map(one -> (RuleSource) new RuleSource.OfFile(one)).orElse(before);
    if (!getItems().contains(next)) {
      getItems().add(getItems().indexOf(FILE), next);
    }
    setValue(next);
  }

  static <T> StringConverter<T> words(Function<T, String> of) {
    return new StringConverter<>() {
      @Override
      public String toString(T value) {
        return value == null ? "" : of.apply(value);
      }

      @Override
      public T fromString(String text) {
        throw new UnsupportedOperationException(text);
      }
    };
  }

  @Override
  public void close() {
    incidents.close();
  }
}
