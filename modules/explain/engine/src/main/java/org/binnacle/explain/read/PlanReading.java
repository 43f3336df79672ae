package org.binnacle.explain.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.binnacle.explain.Plan;
import org.binnacle.explain.PlanFormat;
import org.binnacle.explain.PlanNode;
import org.binnacle.explain.TextRange;

/// Reads a plan out of any text: a server's own output, or that output with what a client printed
/// around it. The format is recognised by itself.
///
/// Total: no text makes it throw, and its time and memory are linear in the text's length. A text
/// that no reader knows gives a plan of format {@link PlanFormat#UNKNOWN} with one node that holds
/// it.
public final class PlanReading {
  private PlanReading() {}

  public static Plan read(String raw) {
    Unwrapped source = Unwrapping.unwrap(raw);
    for (PlanReader reader : Readers.shipped()) {
      if (reader.fits(source)) {
        return plan(reader.format(), reader.read(source), raw);
      }
    }
    String text = raw.strip();
    var reading = new Reading();
    if (!text.isEmpty()) {
      reading.roots.add(
          Draft.other(text, new TextRange(raw.indexOf(text), raw.indexOf(text) + text.length())));
    }
    reading.notes.add("This is no plan in a format that is known here.");
    return plan(PlanFormat.UNKNOWN, reading, raw);
  }

  private static Plan plan(PlanFormat format, Reading reading, String raw) {
    var finish = new Finish();
    List<PlanNode> roots = finish.roots(reading.roots);
    if (finish.cut()) {
      reading.notes.add("The plan has more steps than are read here; the rest is left out.");
    }
    OptionalDouble cost = Draft.optional(reading.cost);
    if (cost.isEmpty() && roots.size() == 1) {
      cost = roots.getFirst().estimate().cost();
    }
    var rewritten = Optional.ofNullable(reading.rewritten).or(() -> Notes.rewritten(raw));
    return new Plan(format, roots, cost, rewritten, new ArrayList<>(reading.notes), raw);
  }
}
