package org.binnacle.diagnosis.lock;

import java.util.List;

/// What one session has run before and which metadata locks it has and wants.
///
/// @param past statements that have ended, newest first, as far as the server keeps them
/// @param ofTransaction whether `past` are only those of its open transaction
/// @param locks awaited ones first
/// @param notes what could not be had, and how to get it
public record SessionStory(
    List<PastStatement> past, boolean ofTransaction, List<HeldLock> locks, List<String> notes) {
  public static final SessionStory NONE = new SessionStory(List.of(), false, List.of(), List.of());

  public SessionStory {
    past = List.copyOf(past);
    locks = List.copyOf(locks);
    notes = List.copyOf(notes);
  }
}
