package org.binnacle.review.mouth;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.binnacle.review.ddl.Cost;
import org.binnacle.review.ddl.Prediction;
import org.binnacle.review.ddl.RebuildTime;
import org.binnacle.review.live.Asked;
import org.binnacle.review.live.PlanFacts;
import org.binnacle.review.live.PlanStep;
import org.jspecify.annotations.Nullable;

/// Live facts as members of the JSON document.
final class LiveJson {
  private LiveJson() {}

  static Map<String, @Nullable Object> asked(Asked asked) {
    var map = new LinkedHashMap<String, @Nullable Object>();
    map.put("name", asked.name());
    map.put("address", asked.address());
    map.put("version", asked.version());
    map.put("sqlMode", asked.sqlMode());
    map.put("role", asked.role());
    map.put("lagS", number(asked.lagS()));
    map.put("why", asked.why());
    map.put("at", asked.at().toString());
    return map;
  }

  static Map<String, @Nullable Object> plan(PlanFacts plan) {
    var map = new LinkedHashMap<String, @Nullable Object>();
    map.put("sent", plan.sent());
    map.put("at", plan.at().toString());
    map.put("cost", number(plan.cost()));
    map.put("rowsExamined", plan.examined());
    map.put("warnings", plan.warnings());
    map.put("steps", plan.steps().stream().map(LiveJson::step).toList());
    map.put("raw", plan.raw());
    return map;
  }

  private static Map<String, @Nullable Object> step(PlanStep step) {
    var map = new LinkedHashMap<String, @Nullable Object>();
    map.put("id", step.id());
    map.put("kind", step.kind());
    map.put("label", step.label());
    map.put("table", step.table().isEmpty() ? null : step.base());
    map.put("index", step.index().isEmpty() ? null : step.index());
    map.put("rows", step.rows() < 0 ? null : step.rows());
    map.put("loops", step.loops());
    return map;
  }

  /// @param cost of a table that is in use
  static Map<String, @Nullable Object> ddl(Prediction foretold, Cost cost) {
    var map = new LinkedHashMap<String, @Nullable Object>();
    map.put("table", foretold.table());
    map.put("algorithm", cost.algorithm().name());
    map.put("lock", cost.lock().name());
    map.put("rebuild", cost.rebuild());
    map.put("why", cost.why().isEmpty() ? null : cost.why());
    foretold
        .size()
        .ifPresent(
            size -> {
              map.put("rows", size.rows());
              map.put("bytes", size.dataBytes() + size.indexBytes());
            });
    map.put("estimatedS", foretold.time().map(Duration::toSeconds).orElse(null));
    map.put("assumption", foretold.time().isPresent() ? RebuildTime.assumption() : null);
    return map;
  }

  private static @Nullable Object number(OptionalLong value) {
    return value.isPresent() ? (Object) value.getAsLong() : null;
  }

  private static @Nullable Object number(OptionalDouble value) {
    return value.isPresent() ? (Object) value.getAsDouble() : null;
  }
}
