package org.binnacle.kernel;

/// How bad a finding is, worst first. UNKNOWN stands for "no data" and is never shown as good.
public enum Severity {
  CRITICAL,
  UNKNOWN,
  WARNING,
  NOTICE,
  OK
}
