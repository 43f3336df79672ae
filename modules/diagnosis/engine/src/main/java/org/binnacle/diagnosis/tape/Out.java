package org.binnacle.diagnosis.tape;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Numbers (seven bits a byte, the lowest first), texts and bytes one after the other.
final class Out {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(16_384);

  void number(long value) {
    long left = (value << 1) ^ (value >> 63);
    while ((left & ~0x7FL) != 0) {
      bytes.write((int) ((left & 0x7F) | 0x80));
      left >>>= 7;
    }
    bytes.write((int) left);
  }

  void flag(boolean value) {
    number(value ? 1 : 0);
  }

  void moment(Instant at) {
    number(at.toEpochMilli());
  }

  void span(Duration length) {
    number(length.toMillis());
  }

  void text(String text) {
    block(text.getBytes(StandardCharsets.UTF_8));
  }

  void texts(List<String> texts) {
    number(texts.size());
    texts.forEach(this::text);
  }

  void block(byte[] block) {
    number(block.length);
    bytes.writeBytes(block);
  }

  int size() {
    return bytes.size();
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }
}
