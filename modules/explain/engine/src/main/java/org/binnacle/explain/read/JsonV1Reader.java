package org.binnacle.explain.read;

import org.binnacle.explain.PlanFormat;

/// FORMAT=JSON of MySQL 5.6 to 9.x, version 1; also any other JSON object, which may hold steps
/// somewhere below.
final class JsonV1Reader implements PlanReader {

  @Override
  public PlanFormat format() {
    return PlanFormat.JSON_V1;
  }

  @Override
  public boolean fits(Unwrapped source) {
    return source instanceof Unwrapped.JsonDocument json && !json.root().members().isEmpty();
  }

  @Override
  public Reading read(Unwrapped source) {
    return read((Unwrapped.JsonDocument) source);
  }

  static Reading read(Unwrapped.JsonDocument json) {
    var reading = new Reading();
    reading.notes.addAll(json.notes());
    Json.Obj root = json.root();
    Draft top = BlockWalk.top(root);
    if (top == null) {
      String text = root.range().end() > root.range().start() ? json.slice().text().strip() : "";
      reading.roots.add(Draft.other(text, root.range()));
      reading.notes.add("The JSON holds no step that is known here.");
      return reading;
    }
    reading.roots.add(top);
    Json.Obj block = root.object("query_block").orElse(root);
    Double cost = block.object("cost_info").map(info -> info.number("query_cost")).orElse(null);
    reading.cost = cost != null ? cost : block.number("cost");
    if (top.cost == null) {
      top.cost = reading.cost;
    }
    return reading;
  }
}
