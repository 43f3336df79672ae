package org.binnacle.diagnosis.view.topsql;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.css.PseudoClass;
import org.binnacle.diagnosis.session.Span;
import org.binnacle.diagnosis.topsql.Changes.Change;
import org.binnacle.diagnosis.topsql.Changes.Kind;
import org.binnacle.fxkit.table.Column;
import org.binnacle.fxkit.theme.States;

/// The columns of what changed between two windows.
final class ChangeColumns {
  /// A smaller change of load is no news, however many times it is.
  private static final double NEWS = 0.01;

  private ChangeColumns() {}

  static List<Column<Change>> all() {
    return List.of(
        Column.number(
            "difference",
            "Load Δ",
            76,
            (Change change) -> String.format(Locale.ROOT, "%+.2f", change.difference()),
            (Change change) -> Math.abs(change.difference())),
        number("before", "Before", 68, Change::loadBefore),
        number("after", "After", 68, Change::loadAfter),
        Column.<Change>text("kind", "Change", 86, change -> word(change.kind()))
            .pill(ChangeColumns::colour)
            .orderedBy(Comparator.comparing(Change::kind)),
        Column.<Change>text("words", "How", 190, Change::words).tip(Change::words),
        span("avg-before", "Avg before", 84, Change::avgUsBefore),
        span("avg-after", "Avg after", 84, Change::avgUsAfter),
        number("s-before", "/s before", 76, Change::perSBefore),
        number("s-after", "/s after", 76, Change::perSAfter),
        Column.<Change>text("statement", "Statement", 420, ChangeColumns::statement)
            .mono()
            .tip(ChangeColumns::statement),
        Column.<Change>text("schema", "Schema", 84, change -> change.key().schema()).hidden(),
        Column.<Change>text("digest", "Digest", 110, change -> change.key().digest()).hidden());
  }

  static String statement(Change change) {
    return change.text().text().isEmpty()
        ? "digest " + change.key().digest()
        : change.text().text();
  }

  static String word(Kind kind) {
    return switch (kind) {
      case NEW -> "new";
      case GONE -> "gone";
      case MORE -> "more";
      case LESS -> "less";
      case SAME -> "same";
    };
  }

  private static String colour(Change change) {
    return switch (change.kind()) {
      case NEW -> "purple";
      case GONE -> "grey";
      case MORE -> "orange";
      case LESS -> "green";
      case SAME -> "";
    };
  }

  static Set<PseudoClass> states(Change change) {
    boolean worse = change.kind() == Kind.MORE || change.kind() == Kind.NEW;
    return worse && change.difference() >= 0.5 ? Set.of(States.WARNING) : Set.of();
  }

  /// `3 new, 1 gone, 2 cost more, 5 less`: what is worth a word.
  static String summary(List<Change> changes) {
    var words = new java.util.ArrayList<String>();
    count(changes, Kind.NEW, "new", words);
    count(changes, Kind.GONE, "gone", words);
    count(changes, Kind.MORE, "cost more", words);
    count(changes, Kind.LESS, "cost less", words);
    return words.isEmpty() ? "nothing changed by much" : String.join(", ", words);
  }

  private static void count(List<Change> changes, Kind kind, String word, List<String> words) {
    long many =
        changes.stream()
            .filter(one -> one.kind() == kind && Math.abs(one.difference()) >= NEWS)
            .count();
    if (many > 0) {
      words.add("%,d %s".formatted(many, word));
    }
  }

  private static Column<Change> number(
      String id, String title, int width, java.util.function.ToDoubleFunction<Change> value) {
    return Column.number(
        id,
        title,
        width,
        (Change change) ->
            value.applyAsDouble(change) == 0
                ? ""
                : TopSqlColumns.decimal(value.applyAsDouble(change)),
        value);
  }

  private static Column<Change> span(
      String id, String title, int width, java.util.function.ToDoubleFunction<Change> us) {
    return Column.number(
        id,
        title,
        width,
        (Change change) ->
            us.applyAsDouble(change) == 0 ? "" : Span.words(Math.round(us.applyAsDouble(change))),
        us);
  }
}
