package org.binnacle.diagnosis.tape;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.binnacle.kernel.InstanceRef;

/// A record: looks at a few instances from one moment to another.
///
/// @param id a UUID as text
/// @param to the moment of its last look
/// @param every the time between two looks
/// @param bytes as it is kept
/// @param ended why, in words; empty while it goes on, or where the program ended before it
/// @param note the user's
public record Tape(
    String id,
    Instant from,
    Instant to,
    String title,
    List<InstanceRef> instances,
    Duration every,
    long looks,
    long bytes,
    String ended,
    String note) {

  public Tape {
    instances = List.copyOf(instances);
  }

  static Tape begun(String title, List<InstanceRef> instances, Duration every, Instant now) {
    return new Tape(UUID.randomUUID().toString(), now, now, title, instances, every, 0, 0, "", "");
  }

  Tape with(TapeBlock block) {
    return new Tape(
        id,
        from,
        block.to(),
        title,
        instances,
        every,
        looks + block.looks(),
        bytes + block.packed().length + block.index().length,
        ended,
        note);
  }

  Tape ended(String why) {
    return new Tape(id, from, to, title, instances, every, looks, bytes, why, note);
  }

  public Tape noted(String text) {
    return new Tape(id, from, to, title, instances, every, looks, bytes, ended, text);
  }

  /// The same under another id.
  Tape as(String otherId) {
    return new Tape(otherId, from, to, title, instances, every, looks, bytes, ended, note);
  }

  public Duration length() {
    return Duration.between(from, to);
  }

  /// `record of 10 min 00 s, 600 looks, 3.1 MB`.
  public String words() {
    return String.format(
        Locale.ROOT,
        "record of %s, %,d looks, %s%s",
        words(length()),
        looks,
        size(bytes),
        ended.isEmpty() ? "" : "; " + ended);
  }

  public static String words(Duration length) {
    return length.toSeconds() < 60
        ? length.toSeconds() + " s"
        : "%d min %02d s".formatted(length.toMinutes(), length.toSecondsPart());
  }

  public static String size(long bytes) {
    return bytes < 100_000
        ? "%,d kB".formatted((bytes + 999) / 1_000)
        : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }
}
