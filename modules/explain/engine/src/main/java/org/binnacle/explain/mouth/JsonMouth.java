package org.binnacle.explain.mouth;

import java.io.StringWriter;
import java.util.OptionalDouble;
import org.binnacle.explain.Plan;
import org.binnacle.explain.compare.Change;
import org.binnacle.explain.compare.Comparison;
import org.binnacle.explain.compare.Delta;
import org.binnacle.explain.insight.Evidence;
import org.binnacle.explain.insight.Finding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.json.JsonFactory;

/// A plan for other programs; the members are listed in the module's README and do not change
/// within one `version`.
final class JsonMouth {
  static final int VERSION = 1;
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamWriteConstraints(StreamWriteConstraints.builder().maxNestingDepth(5_000).build())
          .build();

  private JsonMouth() {}

  static String of(Told told) {
    var writer = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), writer)) {
      json.writeStartObject();
      json.writeNumberProperty("version", VERSION);
      plan(json, told.plan());
      json.writeArrayPropertyStart("findings");
      told.findings().forEach(finding -> finding(json, finding));
      json.writeEndArray();
      told.comparison().ifPresent(comparison -> comparison(json, comparison));
      json.writeEndObject();
    }
    return writer.append('\n').toString();
  }

  private static void plan(JsonGenerator json, Plan plan) {
    json.writeStringProperty("format", plan.format().name());
    json.writeBooleanProperty("analysed", plan.analysed());
    number(json, "cost", plan.cost());
    plan.rewritten().ifPresent(sql -> json.writeStringProperty("rewritten", sql));
    json.writeArrayPropertyStart("notes");
    plan.notes().forEach(json::writeString);
    json.writeEndArray();
    json.writeArrayPropertyStart("plan");
    plan.roots().forEach(root -> JsonNodes.write(json, root));
    json.writeEndArray();
  }

  private static void finding(JsonGenerator json, Finding finding) {
    json.writeStartObject();
    json.writeStringProperty("insight", finding.insight());
    json.writeStringProperty("severity", finding.severity().name());
    json.writeArrayPropertyStart("steps");
    finding.nodes().forEach(json::writeString);
    json.writeEndArray();
    json.writeStringProperty("words", finding.words());
    json.writeObjectPropertyStart("evidence");
    for (Evidence evidence : finding.evidence()) {
      json.writeNumberProperty(evidence.what(), evidence.value());
    }
    json.writeEndObject();
    json.writeStringProperty("next", finding.next());
    json.writeEndObject();
  }

  private static void comparison(JsonGenerator json, Comparison comparison) {
    json.writeObjectPropertyStart("comparison");
    delta(json, "cost", comparison.cost());
    delta(json, "ms", comparison.timeMs());
    json.writeArrayPropertyStart("changes");
    for (Change change : comparison.changes()) {
      json.writeStartObject();
      json.writeStringProperty("kind", change.kind().name());
      change.before().ifPresent(node -> json.writeStringProperty("before", node.label()));
      change.after().ifPresent(node -> json.writeStringProperty("after", node.label()));
      change.after().ifPresent(node -> json.writeStringProperty("step", node.id()));
      delta(json, "rows", change.rows());
      delta(json, "ms", change.timeMs());
      delta(json, "cost", change.cost());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void delta(JsonGenerator json, String name, Delta delta) {
    if (delta.before().isPresent() || delta.after().isPresent()) {
      json.writeObjectPropertyStart(name);
      number(json, "before", delta.before());
      number(json, "after", delta.after());
      json.writeEndObject();
    }
  }

  static void number(JsonGenerator json, String name, OptionalDouble value) {
    if (value.isPresent()) {
      json.writeNumberProperty(name, value.getAsDouble());
    }
  }
}
