package org.binnacle.state;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/// A set of numbers in few bytes: sorted, each as its difference to the one before, seven bits a
/// byte, the lowest first.
final class Numbers {
  private Numbers() {}

  static byte[] pack(long[] numbers) {
    long[] sorted = numbers.clone();
    Arrays.sort(sorted);
    var out = new ByteArrayOutputStream(sorted.length * 2);
    long before = 0;
    for (long one : sorted) {
      long rest = one - before;
      before = one;
      while (rest > 0x7F) {
        out.write((int) (rest & 0x7F) | 0x80);
        rest >>>= 7;
      }
      out.write((int) rest);
    }
    return out.toByteArray();
  }

  static long[] unpack(byte[] packed) {
    long[] numbers = new long[packed.length];
    int count = 0;
    long before = 0;
    long rest = 0;
    int shift = 0;
    for (byte one : packed) {
      rest |= (long) (one & 0x7F) << shift;
      shift += 7;
      if (one >= 0) {
        before += rest;
        numbers[count++] = before;
        rest = 0;
        shift = 0;
      }
    }
    return Arrays.copyOf(numbers, count);
  }
}
