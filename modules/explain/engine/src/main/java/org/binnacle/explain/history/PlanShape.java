package org.binnacle.explain.history;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.binnacle.explain.Measure;
import org.binnacle.explain.Plan;

/// What a list of plans tells of a plan without reading it again.
///
/// @param format of {@link org.binnacle.explain.PlanFormat}; plans of different formats are not
///   compared
/// @param hash the same for plans that do the same, whatever it costs: of the ids and roles of all
///   steps, which hold kinds, tables, indexes and places
/// @param cost the server's own, where it tells one
/// @param ms measured time, where the statement was run
public record PlanShape(
    String format, String hash, int steps, OptionalDouble cost, OptionalDouble ms) {

  public static PlanShape of(Plan plan) {
    String steps =
        plan.nodes().stream()
            .map(node -> node.id() + " " + node.role())
            .sorted()
            .collect(Collectors.joining("\n"));
    return new PlanShape(
        plan.format().name(), hash(steps), plan.nodes().size(), plan.cost(), ms(plan));
  }

  private static OptionalDouble ms(Plan plan) {
    return plan.roots().stream()
        .flatMap(root -> root.measured().stream())
        .map(Measure.Measured::totalMs)
        .filter(OptionalDouble::isPresent)
        .mapToDouble(OptionalDouble::getAsDouble)
        .max();
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
