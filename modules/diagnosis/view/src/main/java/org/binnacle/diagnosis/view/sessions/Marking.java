package org.binnacle.diagnosis.view.sessions;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javafx.css.PseudoClass;
import org.binnacle.diagnosis.mark.MarkBook;
import org.binnacle.diagnosis.mark.MarkBook.Mark;
import org.binnacle.diagnosis.mark.MarkColour;
import org.binnacle.diagnosis.mark.MarkRules;
import org.binnacle.diagnosis.mark.MarkShape;
import org.binnacle.diagnosis.session.Kind;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.fxkit.theme.States;

/// What stands out on a row by the user's rules: a word, a shape and a colour. Rules are replaced
/// on the FX thread; rows are marked from any thread.
final class Marking {
  private volatile MarkBook book;

  Marking(MarkRules rules, Map<String, String> saved) {
    book = MarkBook.of(rules, saved);
  }

  void use(MarkRules rules, Map<String, String> saved) {
    book = MarkBook.of(rules, saved);
  }

  Mark of(ProcessRow row) {
    return book.of(row);
  }

  String words(ProcessRow row) {
    return of(row).word();
  }

  String icon(ProcessRow row) {
    return of(row).shape().map(Marking::icon).orElse("");
  }

  Set<PseudoClass> states(ProcessRow row) {
    return states(of(row).colour());
  }

  static Set<PseudoClass> states(MarkColour colour) {
    return switch (colour) {
      case NONE -> Set.of();
      case GREY -> Set.of(States.ASLEEP);
      case RED, ORANGE, YELLOW, GREEN, BLUE, PURPLE ->
          Set.of(PseudoClass.getPseudoClass("mark-" + colour.name().toLowerCase(Locale.ROOT)));
    };
  }

  /// The icon of a shape.
  static String icon(MarkShape shape) {
    return switch (shape) {
      case LOCK -> "mdi2l-lock-clock";
      case BARRIER -> "mdi2h-hand-back-right-outline";
      case HOURGLASS -> "mdi2t-timer-sand";
      case CHEVRONS -> "mdi2c-chevron-triple-up";
      case CHEVRON -> "mdi2c-chevron-up";
      case WRENCH -> "mdi2w-wrench-outline";
      case DOWNLOAD -> "mdi2d-download-outline";
      case REPLICA -> "mdi2d-database-sync-outline";
      case UPLOAD -> "mdi2u-upload-network-outline";
      case GEAR -> "mdi2c-cog-outline";
      case COMPASS -> "mdi2c-compass-outline";
      case MOON -> "mdi2s-sleep";
      case FLAG -> "mdi2f-flag-outline";
      case STAR -> "mdi2s-star-outline";
      case ALERT -> "mdi2a-alert-outline";
      case EYE -> "mdi2e-eye-outline";
    };
  }

  /// Whether its time is known in fractions of a second.
  static boolean measured(ProcessRow row) {
    return row.kind() == Kind.ACTIVE && row.timeUs() % 1_000_000 != 0;
  }
}
