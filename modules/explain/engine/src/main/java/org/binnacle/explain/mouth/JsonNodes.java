package org.binnacle.explain.mouth;

import static org.binnacle.explain.mouth.JsonMouth.number;

import java.util.Optional;
import org.binnacle.explain.Conditions;
import org.binnacle.explain.IndexUse;
import org.binnacle.explain.Measure;
import org.binnacle.explain.PlanNode;
import org.binnacle.explain.TableRef;
import tools.jackson.core.JsonGenerator;

/// The steps of a plan as JSON; members without a value are left out.
final class JsonNodes {
  private JsonNodes() {}

  static void write(JsonGenerator json, PlanNode node) {
    json.writeStartObject();
    json.writeStringProperty("id", node.id());
    json.writeStringProperty("kind", node.kind().code());
    json.writeStringProperty("label", node.label());
    json.writeStringProperty("role", node.role().name());
    node.table().ifPresent(table -> table(json, table));
    node.index().ifPresent(index -> index(json, index));
    estimate(json, node);
    measure(json, node.measure());
    conditions(json, node.traits().conditions());
    json.writeArrayPropertyStart("flags");
    node.traits().flags().forEach(flag -> json.writeString(flag.name()));
    json.writeEndArray();
    json.writeObjectPropertyStart("details");
    node.traits().details().forEach(json::writeStringProperty);
    json.writeEndObject();
    json.writeArrayPropertyStart("source");
    json.writeNumber(node.raw().start());
    json.writeNumber(node.raw().end());
    json.writeEndArray();
    json.writeArrayPropertyStart("steps");
    node.children().forEach(child -> write(json, child));
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void table(JsonGenerator json, TableRef table) {
    json.writeStringProperty("table", table.name());
    table.schema().ifPresent(schema -> json.writeStringProperty("schema", schema));
    table.base().ifPresent(base -> json.writeStringProperty("base", base));
  }

  private static void index(JsonGenerator json, IndexUse index) {
    json.writeObjectPropertyStart("index");
    json.writeStringProperty("name", index.name());
    json.writeArrayPropertyStart("parts");
    index.parts().forEach(json::writeString);
    json.writeEndArray();
    json.writeBooleanProperty("covering", index.covering());
    json.writeBooleanProperty("reverse", index.reverse());
    index.keyBytes().ifPresent(bytes -> json.writeNumberProperty("keyBytes", bytes));
    json.writeEndObject();
  }

  private static void estimate(JsonGenerator json, PlanNode node) {
    json.writeObjectPropertyStart("estimate");
    number(json, "rows", node.estimate().rows());
    number(json, "examined", node.estimate().examined());
    number(json, "cost", node.estimate().cost());
    number(json, "firstRowCost", node.estimate().firstRowCost());
    number(json, "filteredPct", node.estimate().filteredPct());
    json.writeEndObject();
  }

  private static void measure(JsonGenerator json, Measure measure) {
    switch (measure) {
      case Measure.Unmeasured unmeasured -> {}
      case Measure.NeverExecuted never -> json.writeBooleanProperty("neverExecuted", true);
      case Measure.Measured measured -> {
        json.writeObjectPropertyStart("measured");
        json.writeNumberProperty("rows", measured.rows());
        number(json, "examined", measured.examined());
        json.writeNumberProperty("loops", measured.loops());
        number(json, "firstMs", measured.firstMs());
        number(json, "totalMs", measured.totalMs());
        number(json, "selfMs", measured.selfMs());
        json.writeEndObject();
      }
    }
  }

  private static void conditions(JsonGenerator json, Conditions conditions) {
    json.writeObjectPropertyStart("conditions");
    text(json, "filter", conditions.filter());
    text(json, "index", conditions.index());
    text(json, "lookup", conditions.lookup());
    if (!conditions.ranges().isEmpty()) {
      json.writeArrayPropertyStart("ranges");
      conditions.ranges().forEach(json::writeString);
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private static void text(JsonGenerator json, String name, Optional<String> value) {
    value.ifPresent(text -> json.writeStringProperty(name, text));
  }
}
