package org.binnacle.diagnosis.tape;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.binnacle.diagnosis.incident.IncidentFaults;
import org.binnacle.kernel.Fault;

/// Reads what {@link Out} has written; never beyond its end.
final class In {
  private final byte[] bytes;
  private int at;

  In(byte[] bytes) {
    this.bytes = bytes;
  }

  boolean more() {
    return at < bytes.length;
  }

  long number() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (at >= bytes.length) {
        throw damaged();
      }
      byte next = bytes[at++];
      value |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        return (value >>> 1) ^ -(value & 1);
      }
    }
    throw damaged();
  }

  boolean flag() {
    return number() != 0;
  }

  Instant moment() {
    return Instant.ofEpochMilli(number());
  }

  Duration span() {
    return Duration.ofMillis(number());
  }

  String text() {
    return new String(block(), StandardCharsets.UTF_8);
  }

  List<String> texts() {
    int many = length();
    var texts = new ArrayList<String>();
    for (int i = 0; i < many; i++) {
      texts.add(text());
    }
    return texts;
  }

  byte[] block() {
    int many = length();
    at += many;
    return Arrays.copyOfRange(bytes, at - many, at);
  }

  /// No list and no text is longer than what is left.
  int length() {
    long many = number();
    if (many < 0 || many > bytes.length - at) {
      throw damaged();
    }
    return (int) many;
  }

  static Fault damaged() {
    return new Fault(IncidentFaults.NOT_ONE, "a block of the record is damaged");
  }
}
