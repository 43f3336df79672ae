package org.binnacle.diagnosis.view.replication;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.binnacle.diagnosis.replication.Advice;
import org.binnacle.diagnosis.replication.ReplicaChannel;
import org.binnacle.diagnosis.replication.ReplicaMember;
import org.binnacle.diagnosis.replication.ReplicaRole;
import org.binnacle.diagnosis.replication.ReplicaScene;
import org.binnacle.diagnosis.replication.ReplicaWorker;

/// What the pane below the topology says of the chosen line.
final class ReplicaFacts {
  private ReplicaFacts() {}

  /// Errors with what to do, then the workers.
  static String text(ReplicaLine line) {
    Optional<ReplicaChannel> channel = line.channel();
    String unknown = unknown(line);
    if (channel.isEmpty()) {
      return unknown.isEmpty() ? "-- it applies changes of nobody" : unknown.strip();
    }
    var text = new StringBuilder(unknown).append(errant(line));
    for (ReplicaChannel.Error error : channel.get().errors()) {
      text.append("-- ")
          .append(error.where())
          .append(", error ")
          .append(error.number())
          .append('\n')
          .append(comment(error.text()))
          .append('\n');
      Advice.on(error.number(), error.text())
          .ifPresent(advice -> text.append("-- What to do: ").append(comment(advice).substring(3)));
      text.append("\n\n");
    }
    if (!channel.get().workers().isEmpty()) {
      text.append("-- workers\n");
      for (ReplicaWorker worker : channel.get().workers()) {
        text.append(
            "-- %3d  %-12s  %s%n".formatted(worker.id(), worker.words(), worker.transaction()));
      }
    }
    return text.isEmpty() ? "-- no error" : text.toString().strip();
  }

  private static String unknown(ReplicaLine line) {
    ReplicaMember member = line.member();
    if (!member.stale()) {
      return "";
    }
    return comment(member.words(line.now()) + (member.why().isEmpty() ? "" : ": " + member.why()))
        + "\n\n";
  }

  private static String errant(ReplicaLine line) {
    return line.place().errant() == 0
        ? ""
        : "-- errant transactions of its own: "
            + line.place().errantSet()
            + "\n-- What to do: find out who wrote here (super_read_only keeps them off), and apply or"
            + " undo them on\n-- the source. After a switch-over they would spread or break"
            + " replication.\n\n";
  }

  private static String comment(String words) {
    return "-- " + words.strip().replace("\n", "\n-- ");
  }

  static List<String> of(ReplicaLine line) {
    var facts = new ArrayList<String>();
    Optional<ReplicaScene> scene = line.member().known();
    facts.addAll(List.of("Address", line.member().instance().address()));
    facts.addAll(List.of("Role", role(line)));
    facts.addAll(
        List.of("Read only", scene.map(one -> one.readOnly() ? "yes" : "no").orElse("not known")));
    line.mark()
        .ifPresent(
            mark ->
                facts.addAll(List.of("Mark", mark.words(Instant.now(), ZoneId.systemDefault()))));
    line.channel()
        .ifPresent(
            channel -> {
              facts.addAll(List.of("Channel", channel.name()));
              facts.addAll(List.of("Source", channel.source()));
              facts.addAll(List.of("As", channel.user()));
              facts.addAll(List.of("Receiver", channel.receiver()));
              facts.addAll(List.of("Applier", channel.applying() ? "Yes" : "No"));
              facts.addAll(List.of("State", channel.state()));
              facts.addAll(List.of("Behind by the server", seconds(channel.behindS())));
              facts.addAll(List.of("Behind by heartbeat", seconds(channel.heartbeatS())));
              facts.addAll(
                  List.of(
                      "Received, not applied",
                      channel.toApply().isPresent()
                          ? "%,d transactions".formatted(channel.toApply().getAsLong())
                          : ""));
              facts.addAll(
                  List.of(
                      "Delay on purpose", channel.delayS() == 0 ? "" : channel.delayS() + " s"));
              facts.addAll(List.of("Auto position", channel.autoPosition() ? "yes" : "no"));
              facts.addAll(List.of("Relay log", "%,d bytes".formatted(channel.relayBytes())));
              facts.addAll(List.of("Received to", channel.readTo()));
              facts.addAll(List.of("Applied to", channel.appliedTo()));
            });
    if (line.place().missing().isPresent()) {
      facts.addAll(
          List.of("Missing of the source", "%,d".formatted(line.place().missing().getAsLong())));
    }
    if (line.place().errant() > 0) {
      facts.addAll(
          List.of(
              "Errant",
              "%,d that its source does not have: %s"
                  .formatted(line.place().errant(), line.place().errantSet())));
    }
    scene.ifPresent(one -> facts.addAll(List.of("Executed", one.executed())));
    return facts;
  }

  private static String seconds(OptionalLong value) {
    return value.isPresent() ? value.getAsLong() + " s" : "";
  }

  private static String role(ReplicaLine line) {
    String source = line.place().source().map(one -> one.instance().name()).orElse("");
    return line.place().role() == ReplicaRole.RING
        ? "in a ring, applies from " + source
        : line.place().role().words();
  }
}
