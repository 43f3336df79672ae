package org.binnacle.diagnosis.export;

import java.util.List;
import org.binnacle.diagnosis.session.Field;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// An array with one object a line; a number that the server does not tell is null.
final class Json<T> implements Rows.Writer<T> {
  private static final JsonMapper MAPPER = new JsonMapper();
  private final List<Head<T>> heads;

  Json(List<Head<T>> heads) {
    this.heads = List.copyOf(heads);
  }

  @Override
  public void begin(StringBuilder to) {
    to.append("[");
  }

  @Override
  public void row(StringBuilder to, T row, boolean first) {
    ObjectNode object = MAPPER.createObjectNode();
    for (Head<T> head : heads) {
      if (head.type() == Field.Type.TEXT) {
        object.put(head.name(), head.text().apply(row));
      } else {
        head.number()
            .apply(row)
            .ifPresentOrElse(
                number -> object.put(head.name(), number), () -> object.putNull(head.name()));
      }
    }
    to.append(first ? "\n" : ",\n").append(MAPPER.writeValueAsString(object));
  }

  @Override
  public void end(StringBuilder to) {
    to.append("\n]\n");
  }
}
