package org.binnacle.inventory;

/// How an instance's connections are encrypted; the words of the server's own clients.
public enum TlsMode {
  DISABLED,
  PREFERRED,
  REQUIRED,
  VERIFY_CA,
  VERIFY_IDENTITY
}
