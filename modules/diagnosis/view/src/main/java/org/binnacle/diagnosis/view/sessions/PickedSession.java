package org.binnacle.diagnosis.view.sessions;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.Property;
import javafx.scene.control.SplitPane;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.diagnosis.session.SessionDetail;
import org.binnacle.diagnosis.view.instance.Scope;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.table.LiveTable;

/// The one session that is selected: the eye looks at it, and what it finds stands below the table.
final class PickedSession implements AutoCloseable {
  private final Scope scope;
  private final SessionsModel model;
  private final LiveTable<ProcessRow, ProcessRow.Key> table;
  private final SplitPane split;
  private final DetailPane detail;
  private final Property<String> query;
  private final InvalidationListener picked = seen -> show();
  private final InvalidationListener fetched = seen -> tell();

  /// @param split with the table, or with what stands in its place, above
  /// @param explain asks for the plan of the selected session
  /// @param query the text of the filter
  PickedSession(
      Scope scope,
      SessionsModel model,
      LiveTable<ProcessRow, ProcessRow.Key> table,
      SplitPane split,
      Runnable explain,
      Property<String> query) {
    this.scope = scope;
    this.model = model;
    this.table = table;
    this.split = split;
    this.query = query;
    detail =
        new DetailPane(model.marking(), this::hide, explain, this::alike, model.eye()::askMemory);
    detail.plans(scope.kit().recorded().isEmpty());
    model.rewind().at().addListener(picked);
    table.selection().addListener(picked);
    model.eye().detail().addListener(fetched);
    model.eye().story().addListener(fetched);
    model.eye().memory().addListener(fetched);
    detail.raw().selectedProperty().addListener(fetched);
  }

  void show() {
    List<ProcessRow> selected = table.selection().get();
    Optional<ProcessRow> one =
        selected.size() == 1 && !model.grouping().on()
            ? Optional.of(selected.getFirst())
            : Optional.empty();
    model.eye().look(one);
    if (one.isPresent() && split.getItems().size() == 1) {
      split.getItems().add(detail);
      split.setDividerPositions(0.64);
    }
    tell();
  }

  private void tell() {
    Optional<SessionDetail> known = model.eye().detail().get();
    if (known.isPresent()) {
      ProcessRow row =
          table.selection().get().stream()
              .filter(one -> one.key().equals(known.get().row().key()))
              .findFirst()
              .orElse(known.get().row());
      detail.of(sought());
      detail.asks(!model.rewind().past() && scope.kit().recorded().isEmpty());
      detail.show(
          known.get(),
          row,
          model.eye().story().get(),
          Alike.others(model.shown().get().merged().rows(), row),
          model.eye().memory().get());
    } else if (table.selection().get().isEmpty()) {
      hide();
    }
  }

  /// The moment of the past that was gone back to.
  private Optional<Instant> sought() {
    return model.rewind().past() ? model.rewind().at().get() : Optional.empty();
  }

  /// Only those that run what the selected session runs.
  private void alike() {
    table.selection().get().stream()
        .findFirst()
        .ifPresent(row -> query.setValue(Alike.query(query.getValue(), row)));
  }

  /// False where nothing was shown.
  boolean hide() {
    if (split.getItems().size() == 1) {
      return false;
    }
    split.getItems().remove(1);
    table.view().requestFocus();
    return true;
  }

  @Override
  public void close() {
    FxThread.check();
    model.rewind().at().removeListener(picked);
    table.selection().removeListener(picked);
    model.eye().detail().removeListener(fetched);
    model.eye().story().removeListener(fetched);
    model.eye().memory().removeListener(fetched);
    detail.raw().selectedProperty().removeListener(fetched);
    detail.close();
  }
}
