package org.binnacle.sql;

/// One statement of a script.
///
/// @param text from its first token that servers take notice of to its last, without the delimiter
/// @param offset where the text begins in the script, in UTF-16 units
/// @param line of its first character, from 1
/// @param column of its first character, from 1
/// @param lead where the comments that stand before it begin; equals the offset where there are
///   none
/// @param ending what ended it
/// @param kind what it does
public record Statement(
    String text, int offset, int line, int column, int lead, Ending ending, Kind kind) {

  public enum Ending {
    /// `;` or what a DELIMITER line set.
    DELIMITER,
    /// `\g`
    GO,
    /// `\G`: the result is shown as one line a column.
    VERTICAL,
    END_OF_TEXT
  }

  public int end() {
    return offset + text.length();
  }
}
