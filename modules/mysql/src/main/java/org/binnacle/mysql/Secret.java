package org.binnacle.mysql;

import java.util.Arrays;

/// A password in memory: never printed, wiped on close. {@link #toString()} tells nothing.
public final class Secret implements AutoCloseable {
  private final char[] characters;

  /// Takes a copy; the caller wipes its own.
  public Secret(char[] characters) {
    this.characters = characters.clone();
  }

  /// The characters themselves (not a copy): valid until close.
  public char[] reveal() {
    return characters;
  }

  @Override
  public void close() {
    Arrays.fill(characters, '\0');
  }

  @Override
  public String toString() {
    return "Secret";
  }
}
