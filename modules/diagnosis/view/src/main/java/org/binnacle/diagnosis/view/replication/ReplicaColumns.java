package org.binnacle.diagnosis.view.replication;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import org.binnacle.diagnosis.replication.ReplicaChannel;
import org.binnacle.diagnosis.replication.ReplicaRole;
import org.binnacle.diagnosis.replication.ReplicaScene;
import org.binnacle.fxkit.table.Column;

/// The columns of the topology. The badges stand in one order, always: role, read-only, state, lag,
/// mark.
final class ReplicaColumns {
  private ReplicaColumns() {}

  static List<Column<ReplicaLine>> all() {
    return List.of(
        Column.<ReplicaLine>text("instance", "Instance", 180, ReplicaColumns::branch)
            .orderedBy(Comparator.comparingInt(ReplicaLine::number)),
        Column.<ReplicaLine>text("role", "Role", 66, line -> line.place().role().words())
            .pill(line -> colour(line.place().role())),
        Column.<ReplicaLine>text("read-only", "Read only", 80, ReplicaColumns::writes)
            .pill(ReplicaColumns::writable),
        Column.<ReplicaLine>text("mark", "State", 100, line -> line.state().word())
            .pill(ReplicaColumns::colour),
        number("lag", "Lag s", 60, line -> lag(line)),
        Column.<ReplicaLine>text("known", "Mark", 170, ReplicaColumns::mark)
            .pill(line -> line.mark().isPresent() ? "purple" : ""),
        number("to-apply", "To apply", 70, line -> toApply(line)),
        number("missing", "Missing", 66, line -> line.place().missing()),
        number(
            "errant",
            "Errant",
            58,
            line ->
                line.place().errant() == 0
                    ? OptionalLong.empty()
                    : OptionalLong.of(line.place().errant())),
        Column.<ReplicaLine>text("channel", "Channel", 66, line -> of(line, ReplicaChannel::name))
            .hidden(),
        Column.text("source", "Source", 130, line -> of(line, ReplicaChannel::source)),
        number("streams", "Sends to", 66, line -> streams(line)).hidden(),
        Column.text("words", "In words", 300, ReplicaLine::words));
  }

  private static String branch(ReplicaLine line) {
    String indent = "\u2003".repeat(Math.min(12, line.place().depth()));
    String ring = line.place().role() == ReplicaRole.RING && line.place().depth() == 0 ? "⟳ " : "";
    return indent + (line.place().depth() > 0 ? "└ " : ring) + line.member().instance().name();
  }

  private static String colour(ReplicaRole role) {
    return switch (role) {
      case SOURCE, RELAY, RING -> "blue";
      case REPLICA, ALONE, UNKNOWN -> "grey";
    };
  }

  private static String writes(ReplicaLine line) {
    return line.member().known().map(one -> one.readOnly() ? "read only" : "writable").orElse("?");
  }

  /// Only a replica that can be written is something to see.
  private static String writable(ReplicaLine line) {
    boolean replica =
        line.place().role() == ReplicaRole.REPLICA || line.place().role() == ReplicaRole.RELAY;
    boolean open = line.member().known().filter(one -> !one.readOnly()).isPresent();
    return replica && open ? "orange" : "grey";
  }

  private static String colour(ReplicaLine line) {
    if (line.state().word().isEmpty()) {
      return "";
    }
    return switch (line.state().severity()) {
      case CRITICAL -> "red";
      case WARNING -> "orange";
      case UNKNOWN -> "grey";
      case NOTICE, OK -> "green";
    };
  }

  private static String mark(ReplicaLine line) {
    return line.mark().map(one -> one.words(Instant.now(), ZoneId.systemDefault())).orElse("");
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

  private static OptionalLong streams(ReplicaLine line) {
    long streams = line.member().known().map(ReplicaScene::streams).orElse(0L);
    return streams <= 0 ? OptionalLong.empty() : OptionalLong.of(streams);
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
