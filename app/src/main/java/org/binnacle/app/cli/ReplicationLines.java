package org.binnacle.app.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.binnacle.app.cli.Table.Cell;
import org.binnacle.app.cli.Table.Column;
import org.binnacle.app.cli.Terminal.Tone;
import org.binnacle.diagnosis.health.Silences;
import org.binnacle.diagnosis.replication.Advice;
import org.binnacle.diagnosis.replication.ReplicaChannel;
import org.binnacle.diagnosis.replication.ReplicaMark;
import org.binnacle.diagnosis.replication.ReplicaMember;
import org.binnacle.diagnosis.replication.ReplicaRole;
import org.binnacle.diagnosis.replication.ReplicaScene;
import org.binnacle.diagnosis.replication.ReplicaState;
import org.binnacle.diagnosis.replication.ReplicaTree.Place;
import org.binnacle.kernel.Severity;

/// A topology in lines: the tree with its badges in one order (role, read-only, state, lag, mark),
/// then what there is to say of each member.
final class ReplicationLines {
  private final Call call;
  private final Silences silences;
  private final boolean workers;
  private final Instant now = Instant.now();

  /// @param workers whether each applier thread is told
  ReplicationLines(Call call, Silences silences, boolean workers) {
    this.call = call;
    this.silences = silences;
    this.workers = workers;
  }

  List<String> of(List<Place> places) {
    boolean marked = places.stream().anyMatch(place -> !mark(place).isEmpty());
    var columns =
        new ArrayList<Column>(
            List.of(
                Column.text("INSTANCE"),
                Column.text("ROLE"),
                Column.text("READ ONLY").spare(4),
                Column.text("STATE"),
                Column.number("LAG")));
    if (marked) {
      columns.add(Column.text("MARK").spare(1));
    }
    columns.addAll(
        List.of(
            Column.number("TO APPLY").spare(2),
            Column.number("MISSING").spare(3),
            Column.text("SOURCE").spare(1),
            Column.elastic("IN WORDS")));
    var table = new Table(columns.toArray(Column[]::new));
    for (Place place : places) {
      List<ReplicaChannel> channels = place.scene().map(ReplicaScene::channels).orElse(List.of());
      if (channels.isEmpty()) {
        row(table, place, Optional.empty(), marked);
      }
      channels.forEach(channel -> row(table, place, Optional.of(channel), marked));
    }
    var lines = new ArrayList<>(table.lines(call.terminal()));
    places.forEach(place -> more(place, lines));
    return lines;
  }

  private void row(Table table, Place place, Optional<ReplicaChannel> channel, boolean marked) {
    ReplicaMember member = place.member();
    ReplicaState state = ReplicaState.of(place, channel);
    Tone tone = tone(state.severity());
    Tone name = member.stale() ? Tone.FAINT : Tone.PLAIN;
    var cells = new ArrayList<Object>();
    cells.add(new Cell(member.instance().name(), name, 2 * place.depth()));
    cells.add(place.role().words());
    cells.add(member.known().map(one -> one.readOnly() ? "yes" : "no").orElse("?"));
    cells.add(new Cell(state.word(), tone));
    cells.add(channel.map(one -> number(one.lagS(), " s", "?")).orElse(""));
    if (marked) {
      cells.add(mark(place));
    }
    cells.add(channel.map(one -> number(one.toApply(), "", "")).orElse(""));
    cells.add(number(place.missing(), "", ""));
    cells.add(
        channel
            .map(one -> one.source() + (one.name().isEmpty() ? "" : " " + one.name()))
            .orElse(""));
    cells.add(new Cell(words(place, channel), member.stale() ? Tone.FAINT : tone));
    table.row(cells.toArray());
  }

  private static String number(OptionalLong value, String unit, String unknown) {
    return value.isPresent() ? value.getAsLong() + unit : unknown;
  }

  private String mark(Place place) {
    return ReplicaMark.of(silences, place.member().instance().id())
        .map(one -> one.words(now, ZoneId.systemDefault()))
        .orElse("");
  }

  private String words(Place place, Optional<ReplicaChannel> channel) {
    ReplicaMember member = place.member();
    String own =
        channel
            .map(ReplicaChannel::words)
            .or(() -> member.known().map(ReplicaScene::summary))
            .orElse("");
    if (member.stale()) {
      String why = member.why().isEmpty() ? "" : ": " + member.why();
      return member.words(now) + why + (own.isEmpty() ? "" : "; " + own);
    }
    String ring =
        place.role() == ReplicaRole.RING && place.depth() == 0
            ? "; ring: applies from " + place.source().map(one -> one.instance().name()).orElse("?")
            : "";
    String problem = place.problem();
    return (problem.isEmpty() || own.contains(problem) ? own : own + "; " + problem) + ring;
  }

  private void more(Place place, List<String> lines) {
    String name = place.member().instance().name();
    if (place.errant() > 0) {
      lines.add(
          Harmless.line(
              "%s, errant (its source does not have them): %s".formatted(name, place.errantSet())));
    }
    place
        .scene()
        .filter(scene -> !place.member().stale())
        .ifPresent(
            scene -> {
              scene.channels().forEach(channel -> channel(name, channel, lines));
              scene.notes().forEach(note -> lines.add("note: " + Harmless.line(note)));
              scene.denied().forEach(denied -> lines.add(Harmless.line(denied.line())));
            });
  }

  private void channel(String instance, ReplicaChannel channel, List<String> lines) {
    for (ReplicaChannel.Error error : channel.errors()) {
      lines.add(
          Harmless.line(
              "%s, %s, error %d: %s"
                  .formatted(instance, error.where(), error.number(), error.text())));
      Advice.on(error.number(), error.text())
          .ifPresent(advice -> lines.add("    " + Harmless.line(advice)));
    }
    if (workers) {
      String of = channel.name().isEmpty() ? instance : instance + " " + channel.name();
      channel
          .workers()
          .forEach(
              worker ->
                  lines.add(
                      Harmless.line(
                          "%s, worker %d: %s%s"
                              .formatted(
                                  of,
                                  worker.id(),
                                  worker.words(),
                                  worker.transaction().isEmpty()
                                      ? ""
                                      : "  " + worker.transaction()))));
    }
  }

  private static Tone tone(Severity severity) {
    return switch (severity) {
      case CRITICAL -> Tone.RED;
      case WARNING -> Tone.YELLOW;
      case UNKNOWN -> Tone.FAINT;
      case NOTICE, OK -> Tone.PLAIN;
    };
  }
}
