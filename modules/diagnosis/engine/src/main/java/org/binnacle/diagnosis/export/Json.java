package org.binnacle.diagnosis.export;

import java.util.List;
import org.binnacle.diagnosis.session.Field;
import org.binnacle.diagnosis.session.ProcessRow;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// An array with one object a line; a number that the server does not tell is null.
final class Json implements Rows.Writer {
  private static final JsonMapper MAPPER = new JsonMapper();
  private final List<Field> fields;

  Json(List<Field> fields) {
    this.fields = List.copyOf(fields);
  }

  @Override
  public void begin(StringBuilder to) {
    to.append("[");
  }

  @Override
  public void row(StringBuilder to, ProcessRow row, boolean first) {
    ObjectNode object = MAPPER.createObjectNode();
    for (Field field : fields) {
      if (field.type() == Field.Type.TEXT) {
        object.put(field.exported(), field.text(row));
      } else {
        field
            .number(row)
            .ifPresentOrElse(
                number -> object.put(field.exported(), number),
                () -> object.putNull(field.exported()));
      }
    }
    to.append(first ? "\n" : ",\n").append(MAPPER.writeValueAsString(object));
  }

  @Override
  public void end(StringBuilder to) {
    to.append("\n]\n");
  }
}
