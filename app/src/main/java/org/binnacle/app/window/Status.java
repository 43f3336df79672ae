package org.binnacle.app.window;

import java.time.Duration;
import java.util.Optional;

/// What the status bar tells of the fleet. Given from memory, at once.
///
/// @param problems instances that do not answer or have a problem
/// @param tick how often is asked
/// @param age of the newest answer; empty where none came yet
/// @param vault such as `GNOME keyring` or `encrypted file (locked)`
/// @param recording the records that are being made, in words; empty for none
public record Status(
    int instances,
    int problems,
    Duration tick,
    Optional<Duration> age,
    String vault,
    String recording) {

  public static Status none() {
    return new Status(0, 0, Duration.ofSeconds(1), Optional.empty(), "", "");
  }
}
