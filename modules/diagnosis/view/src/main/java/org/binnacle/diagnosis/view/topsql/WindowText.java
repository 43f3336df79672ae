package org.binnacle.diagnosis.view.topsql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.binnacle.diagnosis.topsql.StatementKey;
import org.binnacle.diagnosis.topsql.TopRow;
import org.binnacle.diagnosis.topsql.TopWindow;
import org.binnacle.fxkit.sheet.MessageBar;
import org.binnacle.fxkit.table.LiveTable;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Severity;

/// Shows a window of statements, or two compared: rows, figures, and in words what they do not
/// tell. On the FX thread.
final class WindowText {
  private final List<InstanceRef> instances;
  private final LiveTable<TopRow, StatementKey> table;
  private final ChangesTable changes;
  private final TopSqlBar bar;
  private final MessageBar message;
  private final Runnable sample;
  private boolean own;

  /// @param sample what to do where nothing is counted
  WindowText(
      List<InstanceRef> instances,
      LiveTable<TopRow, StatementKey> table,
      ChangesTable changes,
      TopSqlBar bar,
      MessageBar message,
      Runnable sample) {
    this.instances = instances;
    this.table = table;
    this.changes = changes;
    this.bar = bar;
    this.message = message;
    this.sample = sample;
  }

  /// Whether Binnacle's own statements are shown too, from the next window on.
  ///
  /// @return whether that is new
  boolean own(boolean wanted) {
    boolean other = own != wanted;
    own = wanted;
    return other;
  }

  /// @param start what the servers have counted by themselves, which is there at once
  void pair(Gathered.Pair pair, Supplier<Optional<TopWindow>> start) {
    if (pair.before().isPresent()) {
      compared(pair.now(), pair.before().get());
      return;
    }
    TopWindow lately = pair.now();
    boolean waiting =
        bar.window().lately()
            && lately.measured().isZero()
            && lately.missing().isEmpty()
            && lately.gaps().isEmpty();
    Optional<TopWindow> meanwhile = waiting ? start.get() : Optional.empty();
    rows(
        meanwhile.orElse(lately),
        meanwhile.isEmpty()
            ? List.of()
            : List.of(
                "All that the server has counted since its digests were emptied. The figures of"
                    + " the %s come in a few seconds.".formatted(bar.window())));
  }

  /// @param first what is said before the remarks
  void rows(TopWindow all, List<String> first) {
    TopWindow seen = own ? all : all.withoutOurs();
    boolean some = Nothing.in(table, seen, instances, bar.window(), sample);
    table.rows(seen.rows());
    bar.figures(Remarks.figures(seen, own ? 0 : all.ownLoad()));
    tell(first, Remarks.of(seen, some));
  }

  private void compared(TopWindow now, TopWindow before) {
    boolean some = Nothing.in(changes.live(), now, instances, bar.window(), sample);
    String figures =
        own
            ? changes.show(now, before, some)
            : changes.show(now.withoutOurs(), before.withoutOurs(), some);
    bar.figures(figures);
    List<String> words =
        figures.isEmpty()
            ? List.of()
            : before.gaps().stream()
                .distinct()
                .map(gap -> "A gap in the time before: " + gap + ".")
                .toList();
    tell(words, Remarks.of(now, some));
  }

  private void tell(List<String> first, List<String> then) {
    var words = new ArrayList<>(first);
    words.addAll(then);
    if (words.isEmpty()) {
      message.clear();
    } else {
      message.show(Severity.NOTICE, String.join("  ", words));
    }
  }
}
