package org.binnacle.diagnosis.view.replication;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import org.binnacle.diagnosis.replication.ReplicaChannel;
import org.binnacle.fxkit.table.Column;

/// The columns of the topology.
final class ReplicaColumns {
  private ReplicaColumns() {}

  static List<Column<ReplicaLine>> all() {
    return List.of(
        Column.<ReplicaLine>text("instance", "Instance", 190, ReplicaColumns::branch)
            .orderedBy(Comparator.comparingInt(ReplicaLine::number)),
        Column.<ReplicaLine>text("mark", "State", 92, ReplicaColumns::mark)
            .pill(ReplicaColumns::colour),
        Column.text("channel", "Channel", 90, line -> of(line, ReplicaChannel::name)),
        Column.text("source", "Source", 150, line -> of(line, ReplicaChannel::source)),
        number("lag", "Lag s", 66, line -> lag(line)),
        number("to-apply", "To apply", 80, line -> toApply(line)),
        number("missing", "Missing", 80, line -> line.place().missing()),
        number(
            "errant",
            "Errant",
            70,
            line ->
                line.place().errant() == 0
                    ? OptionalLong.empty()
                    : OptionalLong.of(line.place().errant())),
        Column.text("read-only", "Read only", 80, line -> line.scene().readOnly() ? "yes" : "no"),
        number(
            "streams",
            "Sends to",
            76,
            line ->
                line.scene().streams() <= 0
                    ? OptionalLong.empty()
                    : OptionalLong.of(line.scene().streams())),
        Column.text("words", "In words", 300, ReplicaLine::words));
  }

  private static String branch(ReplicaLine line) {
    String indent = "\u2003".repeat(Math.min(12, line.place().depth()));
    return indent + (line.place().depth() > 0 ? "└ " : "") + line.scene().instance().name();
  }

  private static String mark(ReplicaLine line) {
    if (line.channel().isEmpty()) {
      return line.scene().streams() > 0 ? "source" : "alone";
    }
    return switch (line.severity()) {
      case CRITICAL -> "broken";
      case WARNING -> "look";
      case UNKNOWN, NOTICE, OK -> "applies";
    };
  }

  private static String colour(ReplicaLine line) {
    if (line.channel().isEmpty()) {
      return line.scene().streams() > 0 ? "blue" : "grey";
    }
    return switch (line.severity()) {
      case CRITICAL -> "red";
      case WARNING -> "orange";
      case UNKNOWN, NOTICE, OK -> "green";
    };
  }

  private static String of(ReplicaLine line, Function<ReplicaChannel, String> text) {
    return line.channel().map(text).orElse("");
  }

  private static OptionalLong lag(ReplicaLine line) {
    return line.channel().map(ReplicaChannel::lagS).orElse(OptionalLong.empty());
  }

  private static OptionalLong toApply(ReplicaLine line) {
    return line.channel().map(ReplicaChannel::toApply).orElse(OptionalLong.empty());
  }

  private static Column<ReplicaLine> number(
      String id, String title, int width, Function<ReplicaLine, OptionalLong> value) {
    return Column.number(
        id,
        title,
        width,
        line -> value.apply(line).isPresent() ? "%,d".formatted(value.apply(line).getAsLong()) : "",
        line ->
            value.apply(line).isPresent() ? (double) value.apply(line).getAsLong() : Double.NaN);
  }
}
