package org.binnacle.explain.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/// What work allocates on its thread for each byte of its text: all of it, also what was garbage at
/// once, so that it does not depend on the collector. A step that copies the text for each of its
/// lines or levels shows here before it shows in time.
final class Allocation {
  /// Three times what the dearest text of ten megabytes took (98: inputs nested too deep).
  static final long BYTES_A_BYTE = 300;

  /// What the reading of nothing may take; real outputs took 0.25 MB at most in all.
  static final long ALWAYS = 1_000_000;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Allocation() {}

  /// The work's result.
  ///
  /// @throws AssertionError where it allocated more than the bound
  static <T> T bounded(String text, Supplier<T> work) {
    long bytes = text.getBytes(StandardCharsets.UTF_8).length;
    long before = THREADS.getCurrentThreadAllocatedBytes();
    T result = work.get();
    long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
    assertThat(allocated)
        .as("bytes allocated for %,d bytes of text", bytes)
        .isLessThan(ALWAYS + BYTES_A_BYTE * bytes);
    return result;
  }
}
