package org.binnacle.diagnosis.tape;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// When the looks of a block were, by their kind.
final class TapeIndex {
  /// In the order of the kinds of {@link BlockWriter}; records of before have the first three.
  private final List<List<Instant>> kinds = new ArrayList<>();

  TapeIndex() {
    for (int kind = 0; kind < BlockWriter.KINDS; kind++) {
      kinds.add(new ArrayList<>());
    }
  }

  /// @param kind of {@link BlockWriter}
  List<Instant> of(int kind) {
    return kinds.get(kind - 1);
  }

  byte[] bytes() {
    var out = new Out();
    for (List<Instant> times : kinds) {
      out.number(times.size());
      long before = 0;
      for (Instant time : times) {
        out.number(time.toEpochMilli() - before);
        before = time.toEpochMilli();
      }
    }
    return out.bytes();
  }

  static TapeIndex read(byte[] bytes) {
    var index = new TapeIndex();
    var in = new In(bytes);
    for (List<Instant> times : index.kinds) {
      if (!in.more()) {
        break;
      }
      int many = in.length();
      long time = 0;
      for (int i = 0; i < many; i++) {
        time += in.number();
        times.add(Instant.ofEpochMilli(time));
      }
    }
    return index;
  }
}
