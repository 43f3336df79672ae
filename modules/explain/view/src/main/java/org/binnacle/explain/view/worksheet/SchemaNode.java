package org.binnacle.explain.view.worksheet;

import org.binnacle.explain.schema.SchemaObject;

/// A line of the schema browser.
sealed interface SchemaNode {

  /// What stands in the line.
  String words();

  /// What a double click puts into the editor; empty for nothing.
  default String inserted() {
    return words();
  }

  /// Figures at the right; may be empty.
  default String detail() {
    return "";
  }

  String icon();

  record Database(String name) implements SchemaNode {
    @Override
    public String words() {
      return name;
    }

    @Override
    public String icon() {
      return "mdi2d-database-outline";
    }
  }

  record Item(SchemaObject object) implements SchemaNode {
    @Override
    public String words() {
      return object.name();
    }

    @Override
    public String detail() {
      String size =
          object.bytes().isPresent() ? Sizes.bytes(object.bytes().getAsLong()) : object.detail();
      return object.rows().isPresent()
          ? "%s rows  %s".formatted(Sizes.count(object.rows().getAsLong()), size)
          : size;
    }

    @Override
    public String icon() {
      return switch (object.kind()) {
        case TABLE -> "mdi2t-table";
        case VIEW -> "mdi2t-table-eye";
        case PROCEDURE, FUNCTION -> "mdi2f-function-variant";
        case TRIGGER -> "mdi2f-flash-outline";
        case EVENT -> "mdi2c-clock-outline";
      };
    }
  }

  record Part(String name, String detail, String icon, String inserted) implements SchemaNode {
    @Override
    public String words() {
      return name;
    }
  }

  /// A line that tells something: reading, nothing there, why not.
  record Note(String words) implements SchemaNode {
    @Override
    public String inserted() {
      return "";
    }

    @Override
    public String icon() {
      return "";
    }
  }
}
