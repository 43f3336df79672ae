package org.binnacle.explain.schema;

import java.util.OptionalLong;

/// Something that lies in a schema.
///
/// @param rows of a table, as statistics estimate them
/// @param bytes of a table, its indexes included
/// @param detail the engine of a table, the table of a trigger; may be empty
public record SchemaObject(
    String schema, String name, Kind kind, OptionalLong rows, OptionalLong bytes, String detail) {

  public enum Kind {
    TABLE,
    VIEW,
    PROCEDURE,
    FUNCTION,
    TRIGGER,
    EVENT
  }
}
