package org.binnacle.inventory.exchange;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.binnacle.inventory.Field;
import org.binnacle.inventory.Instance;
import org.binnacle.inventory.InstanceDraft;
import org.binnacle.kernel.Fault;

/// The inventory as CSV (RFC 4180, UTF-8): a header with the fields' keys, the first column
/// `schema` with the version. A cell that a spreadsheet would take for a formula gets an apostrophe
/// in front, which is taken off again on import.
final class CsvFile {
  private static final int VERSION = 1;
  private static final String SCHEMA = "schema";
  private static final String FORMULA = "=+-@\t\r'";

  private CsvFile() {}

  static String write(List<Instance> instances) {
    var text = new StringBuilder(SCHEMA);
    for (Field field : Field.values()) {
      text.append(',').append(field.key());
    }
    text.append("\r\n");
    for (Instance instance : instances) {
      text.append(VERSION);
      for (Field field : Field.values()) {
        text.append(',').append(cell(field.of(instance)));
      }
      text.append("\r\n");
    }
    return text.toString();
  }

  static Reading read(Path file) {
    List<CsvRows.Line> rows = CsvRows.parse(file, SourceFile.text(file));
    if (rows.isEmpty()) {
      throw SourceFile.broken(file, 1, "a header is expected");
    }
    List<String> header = rows.getFirst().cells();
    List<Optional<Field>> columns = columns(file, header);
    var found = new ArrayList<Found>();
    for (CsvRows.Line row : rows.subList(1, rows.size())) {
      if (row.cells().size() != header.size()) {
        throw SourceFile.broken(
            file, row.number(), row.cells().size() + " cells instead of " + header.size());
      }
      found.add(found(file, row, columns));
    }
    return Reading.of(found);
  }

  private static List<Optional<Field>> columns(Path file, List<String> header) {
    var columns = new ArrayList<Optional<Field>>();
    var seen = new HashSet<String>();
    for (String name : header) {
      Optional<Field> field = Field.of(name);
      if ((field.isEmpty() && !name.equals(SCHEMA)) || !seen.add(name)) {
        throw SourceFile.broken(file, 1, "unknown or double column " + name);
      }
      columns.add(field);
    }
    return columns;
  }

  private static Found found(Path file, CsvRows.Line row, List<Optional<Field>> columns) {
    var draft = new InstanceDraft();
    Set<Field> known = EnumSet.noneOf(Field.class);
    for (int i = 0; i < columns.size(); i++) {
      String cell = row.cells().get(i);
      if (columns.get(i).isPresent()) {
        draft.set(columns.get(i).get(), plain(cell));
        known.add(columns.get(i).get());
      } else if (!cell.equals(String.valueOf(VERSION))) {
        throw new Fault(ExchangeFaults.NEWER, file + ":" + row.number() + " has version " + cell);
      }
    }
    return new Found(draft, known, true, Optional.empty(), file + ":" + row.number());
  }

  private static String cell(String value) {
    String safe = !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    return safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
        ? "\"" + safe.replace("\"", "\"\"") + "\""
        : safe;
  }

  private static String plain(String cell) {
    return cell.length() > 1 && cell.charAt(0) == '\'' && FORMULA.indexOf(cell.charAt(1)) >= 0
        ? cell.substring(1)
        : cell;
  }
}
