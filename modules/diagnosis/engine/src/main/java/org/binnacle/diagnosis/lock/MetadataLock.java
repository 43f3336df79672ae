package org.binnacle.diagnosis.lock;

import org.binnacle.mysql.Row;

/// One granted or pending metadata lock.
///
/// @param threadId the performance_schema's
record MetadataLock(String type, String schema, String name, String mode, long threadId) {

  /// What it is on.
  record Thing(String type, String schema, String name) {}

  static MetadataLock read(Row row) {
    return new MetadataLock(
        row.text("object_type", ""),
        row.text("object_schema", ""),
        row.text("object_name", ""),
        row.text("lock_type", ""),
        row.number("thread_id", 0));
  }

  Thing thing() {
    return new Thing(type, schema, name);
  }

  Contended text() {
    return new Contended(LockKind.METADATA, type, schema, name, "", "", mode, "");
  }
}
