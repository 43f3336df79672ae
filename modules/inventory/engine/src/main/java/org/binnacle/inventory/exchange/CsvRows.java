package org.binnacle.inventory.exchange;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Cuts CSV text into lines of cells, each with the number of the line it begins on. Blank lines
/// are dropped.
final class CsvRows {
  private final Path file;
  private final String text;
  private int at;
  private int line = 1;

  private CsvRows(Path file, String text) {
    this.file = file;
    this.text = text;
  }

  /// One record of the file.
  record Line(int number, List<String> cells) {
    Line {
      cells = List.copyOf(cells);
    }
  }

  static List<Line> parse(Path file, String text) {
    var rows = new CsvRows(file, text);
    var lines = new ArrayList<Line>();
    while (rows.at < text.length()) {
      Line line = rows.next();
      if (line.cells().size() > 1 || !line.cells().getFirst().isBlank()) {
        lines.add(line);
      }
    }
    return lines;
  }

  private Line next() {
    int number = line;
    var cells = new ArrayList<String>();
    while (true) {
      cells.add(at < text.length() && text.charAt(at) == '"' ? quoted() : bare());
      if (at < text.length() && text.charAt(at) == ',') {
        at++;
        continue;
      }
      if (at < text.length() && text.charAt(at) == '\r') {
        at++;
      }
      if (at < text.length()) {
        if (text.charAt(at) != '\n') {
          throw SourceFile.broken(file, line, "a comma is expected after the quote");
        }
        at++;
        line++;
      }
      return new Line(number, cells);
    }
  }

  private String bare() {
    int from = at;
    while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(from, at);
  }

  private String quoted() {
    int opened = line;
    var cell = new StringBuilder();
    for (at++; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"') {
        if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
          at++;
        } else {
          at++;
          return cell.toString();
        }
      }
      if (c == '\n') {
        line++;
      }
      cell.append(c);
    }
    throw SourceFile.broken(file, opened, "the quote is not closed");
  }
}
