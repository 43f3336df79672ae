package org.binnacle.diagnosis.lock;

import java.util.List;

/// What one session has run before and which locks it has and wants.
///
/// @param past statements that have ended, newest first, as far as the server keeps them
/// @param ofTransaction whether `past` are only those of its open transaction
/// @param locks its metadata locks, awaited ones first
/// @param rowLocks awaited ones first, then the most
/// @param notes what could not be had, and how to get it
public record SessionStory(
    List<PastStatement> past,
    boolean ofTransaction,
    List<HeldLock> locks,
    List<RowLockGroup> rowLocks,
    List<String> notes) {
  public static final SessionStory NONE = onlyNotes(List.of());

  public SessionStory {
    past = List.copyOf(past);
    locks = List.copyOf(locks);
    rowLocks = List.copyOf(rowLocks);
    notes = List.copyOf(notes);
  }

  /// Nothing but why there is nothing.
  public static SessionStory onlyNotes(List<String> notes) {
    return new SessionStory(List.of(), false, List.of(), List.of(), notes);
  }
}
