package org.binnacle.diagnosis.kill;

/// The user's own yes to a preview that he has seen.
///
/// @param typedName the instance's name as typed; empty where nothing was typed
public record Confirmation(String typedName) {

  /// A yes without a typed name; enough where the instance is not STRICT.
  public static Confirmation yes() {
    return new Confirmation("");
  }
}
