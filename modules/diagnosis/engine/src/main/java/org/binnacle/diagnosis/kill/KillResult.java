package org.binnacle.diagnosis.kill;

/// What came of one victim of a run.
///
/// @param audited whether the outcome was kept in the audit log; the asking always was
public record KillResult(Victim victim, KillOutcome outcome, boolean audited) {}
