package org.binnacle.diagnosis.replication;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Replication as a document of maps, lists, texts and numbers. Members are never renamed; new ones
/// may come.
public final class ReplicaDocument {
  private ReplicaDocument() {}

  public static Map<String, Object> of(ReplicaScene scene) {
    var document = new LinkedHashMap<String, Object>();
    document.put("instance", scene.instance().name());
    document.put("address", scene.instance().address());
    document.put("at", scene.at().toString());
    document.put("uuid", scene.uuid());
    document.put("read_only", scene.readOnly());
    document.put("gtid_executed", scene.executed());
    document.put("streams", scene.streams() < 0 ? null : (Long) scene.streams());
    document.put("severity", scene.severity().name());
    document.put("channels", scene.channels().stream().map(ReplicaDocument::channel).toList());
    document.put("notes", scene.notes());
    document.put(
        "denied",
        scene.denied().stream()
            .map(one -> Map.<String, Object>of("what", one.what(), "grant", one.grant()))
            .toList());
    return document;
  }

  /// One place of the tree: what {@link #of(ReplicaScene)} has as far as it is known, and whether
  /// that is still so.
  public static Map<String, Object> of(ReplicaTree.Place place, Optional<ReplicaMark> mark) {
    ReplicaMember member = place.member();
    Map<String, Object> document =
        new LinkedHashMap<>(member.known().map(ReplicaDocument::of).orElse(Map.of()));
    document.put("instance", member.instance().name());
    document.put("address", member.instance().address());
    document.put("depth", place.depth());
    document.put("role", place.role() == ReplicaRole.UNKNOWN ? null : place.role().words());
    document.put("below", place.source().map(one -> one.instance().name()).orElse(null));
    document.put("stale", member.stale());
    document.put("unreachable", member.unreachable());
    document.put("why", member.why());
    document.put("missing", number(place.missing()));
    document.put("errant", place.errantSet());
    document.put("problem", place.problem());
    document.put("mark", mark.map(ReplicaMark::word).orElse(null));
    document.put("mark_until", mark.map(one -> one.until().toString()).orElse(null));
    return document;
  }

  private static Map<String, Object> channel(ReplicaChannel channel) {
    var document = new LinkedHashMap<String, Object>();
    document.put("name", channel.name());
    document.put("source", channel.source());
    document.put("source_uuid", channel.sourceUuid());
    document.put("receiver", channel.receiver());
    document.put("applying", channel.applying());
    document.put("state", channel.state());
    document.put("words", channel.words());
    document.put("severity", channel.severity().name());
    document.put("behind_s", number(channel.behindS()));
    document.put("heartbeat_s", number(channel.heartbeatS()));
    document.put("to_apply", number(channel.toApply()));
    document.put("delay_s", channel.delayS());
    document.put("auto_position", channel.autoPosition());
    document.put("relay_bytes", channel.relayBytes());
    document.put("read_to", channel.readTo());
    document.put("applied_to", channel.appliedTo());
    document.put("errors", channel.errors().stream().map(ReplicaDocument::error).toList());
    document.put("workers", channel.workers().stream().map(ReplicaDocument::worker).toList());
    return document;
  }

  private static Map<String, Object> error(ReplicaChannel.Error error) {
    var document = new LinkedHashMap<String, Object>();
    document.put("where", error.where());
    document.put("number", error.number());
    document.put("text", error.text());
    document.put("advice", Advice.on(error.number(), error.text()).orElse(""));
    return document;
  }

  private static Map<String, Object> worker(ReplicaWorker worker) {
    var document = new LinkedHashMap<String, Object>();
    document.put("id", worker.id());
    document.put("running", worker.running());
    document.put("busy", worker.busy());
    document.put("transaction", worker.transaction());
    document.put("applying_us", number(worker.applyingUs()));
    document.put("last_took_us", number(worker.lastTookUs()));
    document.put("retries", worker.retries());
    document.put("error_number", worker.errorNumber());
    document.put("error", worker.error());
    return document;
  }

  private static @Nullable Object number(OptionalLong value) {
    return value.isPresent() ? (Long) value.getAsLong() : null;
  }
}
