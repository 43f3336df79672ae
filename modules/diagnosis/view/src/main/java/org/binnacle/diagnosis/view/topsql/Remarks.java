package org.binnacle.diagnosis.view.topsql;

import java.util.ArrayList;
import java.util.List;
import org.binnacle.diagnosis.session.Span;
import org.binnacle.diagnosis.topsql.TopWindow;

/// What a window does not tell, in words.
final class Remarks {
  private Remarks() {}

  /// @param all whether some instance tells something; else the empty table says why
  static List<String> of(TopWindow seen, boolean all) {
    var words = new ArrayList<String>();
    if (all) {
      seen.missing().stream().map(why -> why.words() + " " + why.remedy()).forEach(words::add);
    }
    seen.gaps().stream().distinct().map(gap -> "A gap: " + gap + ".").forEach(words::add);
    if (seen.lost() > 0 || !seen.others().isZero()) {
      words.add(
          ("The digest table is full: %,d statements are counted under no digest."
                  + " performance_schema_digests_size sets its size; TRUNCATE TABLE"
                  + " performance_schema.events_statements_summary_by_digest makes room.")
              .formatted(Math.max(seen.lost(), seen.others().count())));
    }
    return words;
  }

  /// @param own Binnacle's own part of the load, where it is hidden; 0 else
  static String figures(TopWindow seen, double own) {
    if (seen.measured().isZero()) {
      return "";
    }
    String figures =
        "%,d %s   %s measured"
            .formatted(
                seen.rows().size(),
                seen.rows().size() == 1 ? "statement" : "statements",
                Span.words(seen.measured().toMillis() * 1_000));
    // What is left out comes before what may be cut.
    String load = "load %.2f".formatted(seen.load());
    return (own == 0 ? load : load + ", own %.3f hidden".formatted(own)) + "   " + figures;
  }
}
