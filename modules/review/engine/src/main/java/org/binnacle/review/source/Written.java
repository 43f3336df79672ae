package org.binnacle.review.source;

import java.nio.charset.Charset;

/// A text and how its file is written, so that a fix changes nothing else of it.
///
/// @param text without the mark
/// @param mark whether the file begins with a byte order mark
public record Written(String text, Charset charset, boolean mark) {

  /// Another text, written the same way.
  public byte[] bytes(String other) {
    return ((mark ? "\uFEFF" : "") + other).getBytes(charset);
  }
}
